package cn.bidui.link;

import java.util.Locale;

/** What was decided about a row (判定): the code is public interface. */
public enum Decision {
  /** The row is the same person as a row of another list, or again in its own. */
  LINKED,
  /** It may be; a person has to say. */
  UNDECIDED,
  /** Nobody else's row is this person, as far as the lists tell. */
  UNLINKED;

  /** {@code linked}, {@code undecided}, {@code unlinked}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
