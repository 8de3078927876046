package cn.bidui.link.compare;

import cn.bidui.link.frame.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** What texts say as numbers, by row, in hundredths. */
final class Numbers {

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

  private Numbers() {}

  /**
   * @param days whether the values are days, whose numbers are days too
   */
  static long[] hundredths(Values values, boolean days) {
    long[] known = new long[values.size()];
    Arrays.fill(known, NumberScale.NONE);
    boolean[] read = new boolean[known.length];
    long[] of = new long[values.byRow().length];
    for (int row = 0; row < of.length; row++) {
      int value = values.byRow()[row];
      if (!read[value]) {
        read[value] = true;
        known[value] = days ? day(value) : number(values.text(value));
      }
      of[row] = known[value];
    }
    return of;
  }

  private static long day(int value) {
    return value == 0 ? NumberScale.NONE : value * 100L;
  }

  /** Thousands separators, currency signs and units do not count. */
  static long number(String text) {
    String digits = text.replaceAll("[^0-9.-]", "");
    if (!digits.matches("-?[0-9]{1,18}(\\.[0-9]*)?|-?\\.[0-9]+")) {
      return NumberScale.NONE;
    }
    BigDecimal hundredths = new BigDecimal(digits).movePointRight(2);
    return hundredths.abs().compareTo(HIGHEST) > 0
        ? NumberScale.NONE
        : hundredths.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Numbers that are equal, however written, get one value; no number 0. */
  static int[] values(long[] hundredths) {
    long[] different =
        Arrays.stream(hundredths).filter(n -> n != NumberScale.NONE).sorted().distinct().toArray();
    return Arrays.stream(hundredths)
        .mapToInt(n -> n == NumberScale.NONE ? 0 : Arrays.binarySearch(different, n) + 1)
        .toArray();
  }
}
