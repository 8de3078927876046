package cn.bidui.judge.night;

/** What a case is about (事项): findings about one subject and matter are one case. */
public enum Matter {
  /** The aid of one school year. */
  AID,
  /** Whether the child goes to school; it has no school year, so that a case stays one case. */
  SCHOOLING,
  /** What the school roll says. */
  ROLL,
  /** Who the person is. */
  IDENTITY
}
