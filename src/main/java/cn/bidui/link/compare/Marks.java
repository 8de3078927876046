package cn.bidui.link.compare;

import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Which pairs of texts are so far apart that there is no need to look closer: each text has a mark,
 * its length and a bit for each character that it has (several may share a bit). What has a bit
 * that the other lacks is not shared; so marks say how much two texts share at most.
 */
final class Marks {

  /** Longer texts are never taken to be far. */
  static final int LONGEST = 62;

  private static final int LENGTH_SHIFT = 58;
  private static final long BITS = (1L << LENGTH_SHIFT) - 1;

  private final long[] marks;

  /** By both lengths, how much must be shared for anything but the last level. */
  private final byte[] needed;

  private Marks(long[] marks, byte[] needed) {
    this.marks = marks;
    this.needed = needed;
  }

  /**
   * Of the texts of values.
   *
   * @param used the values that occur
   * @param mark made by {@link #characters}
   */
  static Marks of(
      int[] used, int size, IntFunction<String> texts, ToLongFunction<String> mark, Needed needed) {
    long[] marks = new long[size];
    for (int value : used) {
      if (value != 0 && marks[value] == 0) {
        marks[value] = mark.applyAsLong(texts.apply(value));
      }
    }
    return new Marks(marks, table(needed));
  }

  /** By which nothing is far. */
  static Marks none(int size) {
    return new Marks(new long[size], new byte[64 * 64]);
  }

  private static byte[] table(Needed needed) {
    byte[] table = new byte[64 * 64];
    for (int a = 1; a <= LONGEST; a++) {
      for (int b = 1; b <= LONGEST; b++) {
        table[(a << 6) | b] = (byte) least(needed, a, b);
      }
    }
    return table;
  }

  private static int least(Needed needed, int a, int b) {
    int shared = 0;
    while (shared <= Math.min(a, b) && !needed.enough(a, b, shared)) {
      shared++;
    }
    return shared;
  }

  /** The mark of a text by its characters. */
  static long characters(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= bit(text.charAt(i));
    }
    return mark(text.length(), bits);
  }

  private static long bit(int of) {
    long spread = (of * 0x9E3779B9L) >>> 16;
    return 1L << (int) ((spread & 0xFFFF) % LENGTH_SHIFT);
  }

  private static long mark(int length, long bits) {
    return ((long) Math.min(length, LONGEST + 1) << LENGTH_SHIFT) | bits;
  }

  /** The mark of a value. */
  long of(int value) {
    return marks[value];
  }

  /**
   * Whether two marks are of texts that are as different as can be. What the first has and the
   * second lacks is counted only: counting both ways would tell hardly more and cost twice as much.
   */
  boolean far(long a, long b) {
    int length = (int) (a >>> LENGTH_SHIFT);
    int other = (int) (b >>> LENGTH_SHIFT);
    return length - Long.bitCount(a & ~b & BITS) < needed[(length << 6) | other];
  }

  /** Whether two texts that share so many characters can be alike at all. */
  @FunctionalInterface
  interface Needed {
    boolean enough(int length, int otherLength, int shared);
  }
}
