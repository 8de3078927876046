package cn.bidui.link.compare;

import java.util.List;

/**
 * Given name and surname together: {@code same}, {@code swapped}, {@code one-alike} (one the same,
 * the other alike, swapped or not), {@code both-alike}, {@code one-missing} (one the same, the
 * other not given), {@code one-same} (the other differs), {@code part-alike} (one alike, the other
 * differs or is not given), {@code differs}.
 */
final class NamePartsScale extends Scale {

  private static final int SWAPPED = 2;
  private static final int ONE_ALIKE = 3;
  private static final int BOTH_ALIKE = 4;
  private static final int ONE_MISSING = 5;
  private static final int ONE_SAME = 6;
  private static final int PART_ALIKE = 7;
  private static final int DIFFERS = 8;

  /** How two parts stand to each other; in between, 1, they are alike. */
  private static final int PART_SAME = 0;

  static final int UNLIKE = 2;
  private static final int UNKNOWN = 3;

  /** By how the first and the second part stand to each other. */
  private static final int[] LEVELS = {
    SAME, ONE_ALIKE, ONE_SAME, ONE_MISSING,
    ONE_ALIKE, BOTH_ALIKE, PART_ALIKE, PART_ALIKE,
    ONE_SAME, PART_ALIKE, DIFFERS, DIFFERS,
    ONE_MISSING, PART_ALIKE, DIFFERS, MISSING
  };

  private final NameParts parts;
  private final KnownPairs known;

  /**
   * @param known 1 for alike or {@link #UNLIKE} of two different parts
   */
  NamePartsScale(String name, boolean frequencies, NameParts parts, KnownPairs known) {
    super(
        name,
        List.of(
            "same",
            "swapped",
            "one-alike",
            "both-alike",
            "one-missing",
            "one-same",
            "part-alike",
            "differs"),
        frequencies);
    this.parts = parts;
    this.known = known;
  }

  @Override
  boolean slow() {
    return true;
  }

  @Override
  Scale again() {
    return new NamePartsScale(name(), frequencies(), parts, known.again());
  }

  @Override
  public int level(int left, int right) {
    int[] given = parts.given;
    int[] surname = parts.surname;
    int straight = level(given[left], given[right], surname[left], surname[right]);
    if (straight == MISSING || straight == SAME) {
      return straight;
    }
    int crossed = level(given[left], surname[right], surname[left], given[right]);
    if (crossed == SAME) {
      return SWAPPED;
    }
    return crossed == ONE_ALIKE ? Math.min(straight, crossed) : straight;
  }

  private int level(int a1, int b1, int a2, int b2) {
    return LEVELS[relation(a1, b1) * 4 + relation(a2, b2)];
  }

  private int relation(int a, int b) {
    if (a == 0 || b == 0) {
      return UNKNOWN;
    }
    return a == b ? PART_SAME : known.level(a, b);
  }

  @Override
  public int same(int row) {
    return parts.both[row];
  }
}
