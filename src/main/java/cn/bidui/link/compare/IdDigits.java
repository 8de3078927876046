package cn.bidui.link.compare;

import cn.bidui.link.frame.Column;

/**
 * Valid ids in a form in which digits that differ are counted fast: the first 17 digits, four bits
 * each, but for the eighth, which the seventh tells, since years are from 1900 to 2099.
 */
final class IdDigits {

  private static final int DIGITS = 17;

  /** Places from the last digit of the 17. */
  private static final int EIGHTH = 9;

  private IdDigits() {}

  /** By row; 0 for what is not a valid id. */
  static long[] of(Column column) {
    long[] digits = new long[column.codes().length];
    for (int row = 0; row < digits.length; row++) {
      digits[row] = of(column.packed(row));
    }
    return digits;
  }

  private static long of(long packed) {
    long digits = 0;
    long rest = packed;
    int shift = 0;
    for (int place = 0; place < DIGITS; place++) {
      if (place != EIGHTH) {
        digits |= rest % 10 << shift;
        shift += 4;
      }
      rest /= 10;
    }
    return digits;
  }
}
