package cn.bidui.report.city;

import java.util.Locale;

/** What is the matter with a county's night: most of it keeps the county out of the totals. */
enum Fault {
  NO_FOLDER(Condition.MISSING),
  NO_NIGHT(Condition.MISSING),
  UNREADABLE(Condition.MISSING),
  TORN_RUN(Condition.MISSING),
  OTHER_RUN_FORMAT(Condition.MISSING),
  NO_FINDINGS(Condition.MISSING),
  TORN_FINDINGS(Condition.MISSING),
  OTHER_FINDINGS_FORMAT(Condition.MISSING),
  /** The findings are not as many as the run says. */
  DISAGREES(Condition.MISSING),
  /** Two folders hold one and the same night. */
  SAME_NIGHT(Condition.APART),
  OTHER_DATE(Condition.APART),
  UNBALANCED(Condition.APART),
  /** Exit code 2: some input was refused; the night stands on the lists that it had. */
  REFUSED(Condition.COUNTED),
  /** Exit code 3: something was held back, or a needed list is missing. */
  HELD(Condition.APART),
  /** Any other exit code. */
  STOPPED(Condition.APART);

  private final Condition condition;

  Fault(Condition condition) {
    this.condition = condition;
  }

  /** What becomes of a county that has it. */
  Condition condition() {
    return condition;
  }

  /** {@code no-folder}, as {@code roll-up.json} names it. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
