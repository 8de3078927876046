package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Rule;
import java.util.List;

/** The rules about going to school. */
public final class SchoolingRules {

  private static final List<Rule> IN_ORDER =
      List.of(
          new NeverEnrolled(),
          new VanishedFromRoll(),
          new LeaveExpired(),
          new TransferInLimbo(),
          new NoProgression(),
          new Absent(),
          new DisabledUnplaced(),
          new StatusConflict(),
          new OutOfCounty());

  private SchoolingRules() {}

  /** In the order in which reports print them. */
  public static List<Rule> inOrder() {
    return IN_ORDER;
  }
}
