package cn.bidui.link.compare;

import cn.bidui.link.frame.Values;
import java.util.List;

/**
 * Citizen ids: {@code same}, {@code slip} (one character replaced, lost or added, or two neighbors
 * swapped: never between two valid ids, whose check characters would tell), {@code slips} (up to
 * three; of two valid ids two digits and the check character, 19 for 20 being one), {@code
 * differs}.
 */
final class CitizenIdScale extends Scale {

  private static final int SLIP = 2;
  private static final int SLIPS = 3;
  private static final int DIFFERS = 4;
  private static final long LOWEST_BITS = 0x1111111111111111L;

  private final int[] of;

  /** As {@link IdDigits} has them. */
  private final long[] digits;

  private final KnownPairs known;

  CitizenIdScale(String name, boolean frequencies, Values values, long[] digits) {
    this(name, frequencies, values.byRow(), digits, known(values));
  }

  private CitizenIdScale(
      String name, boolean frequencies, int[] of, long[] digits, KnownPairs known) {
    super(name, List.of("same", "slip", "slips", "differs"), frequencies);
    this.of = of;
    this.digits = digits;
    this.known = known;
  }

  /** No marks: one side is always a text that is not valid, and those are few. */
  private static KnownPairs known(Values values) {
    Marks none = Marks.none(values.size());
    return new KnownPairs(CitizenIdScale::likeness, values::text, none, DIFFERS);
  }

  private static Likeness likeness() {
    Edits edits = new Edits();
    return (left, right) -> {
      int count = edits.count(left, right);
      if (count <= 1) {
        return SLIP;
      }
      return count <= 3 ? SLIPS : DIFFERS;
    };
  }

  @Override
  Scale again() {
    return new CitizenIdScale(name(), frequencies(), of, digits, known.again());
  }

  @Override
  public int level(int left, int right) {
    if (digits[left] != 0 && digits[right] != 0) {
      return valid(digits[left] ^ digits[right]);
    }
    if (of[left] == 0 || of[right] == 0) {
      return MISSING;
    }
    return of[left] == of[right] ? SAME : known.level(of[left], of[right]);
  }

  /** Of two valid ids by the bits in which they differ; another digit, another check character. */
  private static int valid(long changed) {
    if (changed == 0) {
      return SAME;
    }
    long any = changed | changed >>> 1;
    return Long.bitCount((any | any >>> 2) & LOWEST_BITS) <= 2 ? SLIPS : DIFFERS;
  }

  @Override
  public int same(int row) {
    return of[row];
  }

  @Override
  void add(int left, int[] rights, int from, int to, long[] by, long[] into) {
    long own = digits[left];
    long[] written = digits;
    for (int j = from; j < to; j++) {
      long other = written[rights[j]];
      boolean valid = own != 0 && other != 0;
      into[j - from] += by[valid ? valid(own ^ other) : level(left, rights[j])];
    }
  }
}
