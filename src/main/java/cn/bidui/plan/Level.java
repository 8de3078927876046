package cn.bidui.plan;

/** How far a policy file reaches (政策层级), the widest first; the nearest level wins. */
public enum Level {
  NATIONAL,
  PROVINCE,
  CITY,
  COUNTY;

  /** The name in policies. */
  public String code() {
    return PolicyWords.code(this);
  }
}
