package cn.bidui.link.frame;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * Up to four unified ideographs, as nearly every name is, in one number: the last in its lowest 15
 * bits. Equal if the texts are; 0 is none.
 */
public final class Ideographs {

  /** Bytes of a character. */
  private static final int WIDTH = 3;

  private static final int BITS = 15;
  private static final int MASK = (1 << BITS) - 1;
  private static final int MOST = 4;

  /** The character that would be 0, which stands for none. */
  private static final int NONE = 0x4E00 - 1;

  private Ideographs() {}

  /** The number of what stands here, at most 60 bits; 0 if it is anything else. */
  static long packed(byte[] text, int from, int to) {
    if (to - from > MOST * WIDTH) {
      return 0;
    }
    long packed = 0;
    for (int at = from; at < to; at += WIDTH) {
      if (!Utf8.ideograph(text, at, to)) {
        return 0;
      }
      int point = ((text[at] & 0x0F) << 12) | ((text[at + 1] & 0x3F) << 6) | (text[at + 2] & 0x3F);
      packed = (packed << BITS) | (point - NONE);
    }
    return packed;
  }

  /** Whether there are no more than two characters: a word for nothing is no longer. */
  static boolean few(long packed) {
    return packed >>> (2 * BITS) == 0;
  }

  /** Whether there is only one character. */
  static boolean one(long packed) {
    return packed >>> BITS == 0;
  }

  /** Of a text of any kind; 0 if it is of another. */
  public static long packed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return packed(bytes, 0, bytes.length);
  }

  /** The first character. */
  public static int first(long packed) {
    long left = packed;
    while (left > MASK) {
      left >>>= BITS;
    }
    return (int) left + NONE;
  }

  /** The last character. */
  public static int last(long packed) {
    return (int) (packed & MASK) + NONE;
  }

  /** Whether all characters are such. */
  public static boolean all(long packed, IntPredicate such) {
    for (long left = packed; left != 0; left >>>= BITS) {
      if (!such.test(last(left))) {
        return false;
      }
    }
    return true;
  }

  static String text(long packed) {
    char[] text = new char[MOST];
    int from = MOST;
    for (long left = packed; left != 0; left >>>= BITS) {
      text[--from] = (char) ((left & MASK) + NONE);
    }
    return new String(text, from, MOST - from);
  }
}
