package cn.bidui.link;

/**
 * A person's ruling on identity (人工认定): these two are the same, or are not. It always wins and
 * survives every rerun.
 *
 * @param left a handle of the one, as {@link Handles} writes it
 * @param right a handle of the other
 * @param by who ruled
 */
public record PinnedLink(String left, String right, Ruling ruling, String by) {

  /** What was ruled. */
  public enum Ruling {
    SAME,
    DIFFERENT
  }
}
