package cn.bidui.link.assign;

/** What becomes of a pair once all pairs that rival it are seen. */
public enum Verdict {
  /** Kept: every best choice holds it. */
  ACCEPTED,
  /** As good with it as without: a person has to say. */
  TIED,
  /** Not kept: no best choice holds it. */
  REFUSED,
  /** Not looked into: so much hangs together with it that people have to look at all of it. */
  TOO_LARGE
}
