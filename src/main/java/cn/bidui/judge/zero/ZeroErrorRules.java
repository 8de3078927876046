package cn.bidui.judge.zero;

import cn.bidui.judge.night.Rule;
import java.util.List;

/** The rules behind 三个零误差 and 三个百分之百: what one list has and another has not. */
public final class ZeroErrorRules {

  private static final List<Rule> IN_ORDER =
      List.of(
          new EnrolledMissing(),
          new EnrolledExtra(),
          new HardshipMissing(),
          new HardshipExtra(),
          new GrantedNotPaid(),
          new PaidNotGranted(),
          new SharedAccount(),
          new SchoolMissing(),
          new ProgramMissing(),
          new FieldMissing());

  private ZeroErrorRules() {}

  /** In the order in which reports print them. */
  public static List<Rule> inOrder() {
    return IN_ORDER;
  }
}
