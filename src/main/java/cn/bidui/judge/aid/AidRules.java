package cn.bidui.judge.aid;

import cn.bidui.judge.night.Rule;
import java.util.List;

/** The rules about aid. */
public final class AidRules {

  private static final List<Rule> IN_ORDER =
      List.of(
          new UnfundedEligible(),
          new Underpaid(),
          new Overpaid(),
          new WrongStandard(),
          new DuplicateAid(),
          new FundedNotEnrolled(),
          new FundedNotEligible());

  private AidRules() {}

  /** In the order in which reports print them. */
  public static List<Rule> inOrder() {
    return IN_ORDER;
  }
}
