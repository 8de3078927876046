package cn.bidui.ledger;

/** Why an answer cannot be recorded. */
public enum AnswerProblem {
  UNKNOWN_FINDING("unknown-finding"),
  FINDING_RESOLVED("finding-resolved"),
  UNKNOWN_OUTCOME("unknown-outcome"),
  UNTIL_MISSING("until-missing"),
  UNTIL_PAST("until-past"),
  VERIFIED_LATER("verified-later"),
  NOBODY_NAMED("nobody-named");

  private final String code;

  AnswerProblem(String code) {
    this.code = code;
  }

  /** The message for the person who answered; {0} is the finding, {1} the outcome as typed. */
  public String key() {
    return "ledger.answer." + code;
  }
}
