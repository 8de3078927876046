package cn.bidui.judge.finding;

/** The result class of a finding (结果分类), before anybody has answered it. */
public enum Outcome {
  UNFUNDED_CONFIRMED("应助未助（确认）"),
  UNFUNDED_TO_CHECK("应助未助（待核）"),
  PAYMENT_PENDING("待发放"),
  OUT_OF_COUNTY("县外就读"),
  AMOUNT_DIFFERS("金额不符"),
  STANDARD_MISAPPLIED("标准错用"),
  DUPLICATE_AID("重复资助"),
  NOT_ENROLLED("非在籍受助"),
  NOT_IN_SCHOOL("不在校"),
  FUNDED_NOT_ELIGIBLE("不应助而助"),
  PAYMENT_DIFFERS("账实不符"),
  MISSING_THERE("漏录"),
  EXTRA_THERE("多录"),
  NEVER_ENROLLED("疑似失学"),
  SUSPECTED_DROPOUT("疑似辍学"),
  TO_CHECK("待核"),
  SOURCE_TO_CORRECT("数据待更正"),
  IDENTITY_TO_DECIDE("身份待认定");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** The words in published data. */
  public String label() {
    return label;
  }
}
