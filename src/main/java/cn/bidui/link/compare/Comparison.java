package cn.bidui.link.compare;

/**
 * Compares two rows in one respect. Levels are ordered: {@link #MISSING}, then from the closest
 * agreement to the difference, which is the last. Both ways round, a pair has one level.
 */
public interface Comparison {

  /** At least one side says nothing: no reason for, none against. */
  int MISSING = 0;

  /** The closest agreement. */
  int SAME = 1;

  /** As in the plan. */
  String name();

  /** How many levels, {@link #MISSING} included. */
  int levels();

  /** The level of a pair of rows. */
  int level(int left, int right);

  /** A word for a level, for message keys: {@code same}, {@code edits-1}, {@code differs}. */
  String word(int level);

  /**
   * The code of the value whose frequency says how telling the row's agreement is; 0 where
   * frequencies do not count.
   */
  int value(int row);

  /**
   * A code such that two rows are {@link #SAME} exactly if theirs are equal and not 0. Where there
   * is none, it is 0 for every row.
   */
  default int same(int row) {
    return 0;
  }

  /**
   * How much of the rarity of the two values counts at a level, in hundredths; below 100 that of
   * the more usual one of them.
   */
  default int telling(int level) {
    if (level == SAME) {
      return 100;
    }
    return level == SAME + 1 && level < levels() - 1 ? 50 : 0;
  }

  /**
   * Whether lists may teach what a level says. They may not where it is known that no two rows of
   * one thing come to it by chance: pairs that have it and look like one thing are not.
   */
  default boolean teachable(int level) {
    return true;
  }
}
