package cn.bidui.report;

import java.util.List;

/** Which findings are about children who may have left school (疑似辍学). */
public final class Dropouts {

  /** The codes of their rules, in the order in which a child would pass through them. */
  public static final List<String> RULES =
      List.of(
          "never-enrolled",
          "vanished-from-roll",
          "leave-expired",
          "no-progression",
          "absent",
          "disabled-unplaced");

  private Dropouts() {}
}
