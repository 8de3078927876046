package cn.bidui.judge.night;

/**
 * Why somebody has to look before a category counts (待核原因), the lightest doubt first. What the
 * person's own row in a list of its authority says is beyond doubt.
 */
public enum Doubt {
  NONE,
  /** The list does not say whether it is welfare of the town or of the country. */
  AREA,
  /** The card was issued after the term had begun: perhaps for the first time, perhaps anew. */
  DATE,
  /** A list names the person whom the school roll names as a guardian. */
  GUARDIAN,
  /** A list names the head of the household only. */
  HOUSEHOLD,
  /** The school recognized it, and no authority's list says so. */
  RECOGNIZED
}
