package cn.bidui.link.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Valid citizen ids, told from bytes: nearly every id of a list is one, and needs no text. Eight
 * digits are looked at together, for a county has several million ids.
 */
final class IdDigits {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long ZEROS = ONES * '0';
  private static final long UPPER_HALVES = 0xF0F0F0F0F0F0F0F0L;

  /**
   * Added to a digit, it stays in the lower half of its byte; what else is in a lower half does
   * not.
   */
  private static final long BEHIND_NINE = ONES * (0x10 - 10);

  /** Every second byte, with room above it. */
  private static final long SECONDS = 0x00FF00FF00FF00FFL;

  /** Every fourth byte, with room above it. */
  private static final long FOURTHS = 0x000000FF000000FFL;

  /** The weights of GB 11643-1999 in reversed order, so that a product adds up at its top. */
  private static final long WEIGHTS_1357 = lanes(7, 10, 8, 2);

  private static final long WEIGHTS_2468 = lanes(9, 5, 4, 1);
  private static final long WEIGHTS_9_TO_15 = lanes(6, 7, 10, 8);
  private static final long WEIGHTS_10_TO_16 = lanes(3, 9, 5, 4);
  private static final int WEIGHT_17 = 2;

  /** By weighted sum. */
  private static final byte[] CHECKS = checks();

  private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int LENGTH = 18;

  private IdDigits() {}

  private static long lanes(long first, long second, long third, long fourth) {
    return (first << 48) | (second << 32) | (third << 16) | fourth;
  }

  private static byte[] checks() {
    byte[] checks = new byte[1 << 10];
    for (int sum = 0; sum < checks.length; sum++) {
      checks[sum] = (byte) "10X98765432".charAt(sum % 11);
    }
    return checks;
  }

  /**
   * The first 17 digits of the valid id of 18 characters that stands here; 0 if none does. What it
   * does not know may still be an id: cards of 15 digits, odd widths.
   */
  static long packed(byte[] text, int from, int to) {
    if (to - from != LENGTH) {
      return 0;
    }
    long high = (long) WORDS.get(text, from) ^ ZEROS;
    long low = (long) WORDS.get(text, from + 8) ^ ZEROS;
    int last = text[from + 16] - '0';
    if (!digits(high) || !digits(low) || last < 0 || last > 9) {
      return 0;
    }
    boolean checked = text[from + 17] == CHECKS[sum(high, low) + last * WEIGHT_17];
    return checked && isDay(text, from + 6)
        ? (number(high) * 100_000_000 + number(low)) * 10 + last
        : 0;
  }

  /** Whether eight bytes are 0 … 9. */
  private static boolean digits(long bytes) {
    return ((bytes | (bytes + BEHIND_NINE)) & UPPER_HALVES) == 0;
  }

  /** The weighted sum of the first 16 digits; no lane of a product reaches the next. */
  private static int sum(long high, long low) {
    long sum =
        (((high & SECONDS) * WEIGHTS_1357) >>> 48)
            + ((((high >>> 8) & SECONDS) * WEIGHTS_2468) >>> 48)
            + (((low & SECONDS) * WEIGHTS_9_TO_15) >>> 48)
            + ((((low >>> 8) & SECONDS) * WEIGHTS_10_TO_16) >>> 48);
    return (int) sum;
  }

  /** The number that eight digits write: first in pairs, then the pairs, then the fours. */
  private static long number(long digits) {
    long pairs = digits * 10 + (digits >>> 8);
    long millions = (pairs & FOURTHS) * (100 + (1_000_000L << 32));
    long ones = ((pairs >>> 16) & FOURTHS) * (1 + (10_000L << 32));
    return (millions + ones) >>> 32;
  }

  private static boolean isDay(byte[] text, int from) {
    int century = number(text, from);
    int month = number(text, from + 4);
    int day = number(text, from + 6);
    boolean plausible =
        century >= 19
            && century <= 20
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= DAYS[month];
    return plausible && (month != 2 || day <= 28 || leap(century * 100 + number(text, from + 2)));
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int number(byte[] text, int at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
  }
}
