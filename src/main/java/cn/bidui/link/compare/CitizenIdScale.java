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

  /** Of the rows held. */
  private final long[] ids = new long[Comparisons.MOST_HELD];

  /** Places of the rows held that have no valid id. */
  private final int[] odds = new int[Comparisons.MOST_HELD];

  private int odd;

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
  boolean slow() {
    return false;
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
    long places = places(changed);
    if (places == 0) {
      return SAME;
    }
    return Bits.less(Bits.less(places)) == 0 ? SLIPS : DIFFERS;
  }

  /** A bit for each digit that differs. */
  private static long places(long changed) {
    long any = changed | changed >>> 1;
    return (any | any >>> 2) & LOWEST_BITS;
  }

  @Override
  public int same(int row) {
    return of[row];
  }

  @Override
  void hold(int[] rows, int count) {
    super.hold(rows, count);
    odd = 0;
    for (int j = 0; j < count; j++) {
      ids[j] = digits[rows[j]];
      odds[odd] = j;
      odd += ids[j] == 0 ? 1 : 0;
    }
  }

  @Override
  void add(int left, long[] by, long least, long[] into) {
    if (digits[left] == 0) {
      super.add(left, by, least, into);
      return;
    }
    addValid(digits[left], by, into);
    for (int i = 0; i < odd; i++) {
      into[odds[i]] += by[level(left, held(odds[i]))];
    }
  }

  private void addValid(long own, long[] by, long[] into) {
    long same = by[SAME];
    long slips = by[SLIPS];
    long differs = by[DIFFERS];
    long[] others = ids;
    int end = count();
    for (int j = 0; j < end; j++) {
      long places = places(own ^ others[j]);
      long some = Bits.choose(slips, differs, Bits.any(Bits.less(Bits.less(places))));
      into[j] += Bits.choose(same, some, Bits.any(places)) & Bits.any(others[j]);
    }
  }
}
