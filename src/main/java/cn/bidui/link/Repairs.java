package cn.bidui.link;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Which valid ids a damaged one can have been. The check character catches every single
 * substitution and every swap of neighbors (GB 11643-1999, ISO 7064 MOD 11-2), so only a handful of
 * the slips that are tried lead to a number that checks out; of those, only ids that somebody has
 * matter.
 */
final class Repairs {

  private static final int LENGTH = 18;
  private static final int MODULUS = 11;
  private static final int TEN = 10;
  private static final int NONE = -1;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** What each weight has to be multiplied with to leave 1 of 11. */
  private static final int[] INVERSES = {8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10, 9, 7, 3, 6};

  /** The check character of each remainder; and, for it is its own inverse, the other way round. */
  private static final int[] CHECK_OF_SUM = {1, 0, TEN, 9, 8, 7, 6, 5, 4, 3, 2};

  private final LongPredicate present;
  private final Prefixes prefixes;
  private final TreeMap<Long, Slip> found = new TreeMap<>();

  /** The ids that start with these 15 digits. */
  @FunctionalInterface
  interface Prefixes {
    void each(long first15, LongConsumer taker);
  }

  private Repairs(LongPredicate present, Prefixes prefixes) {
    this.present = present;
    this.prefixes = prefixes;
  }

  /** The present ids (first 17 digits) that {@code text} can have been, and by which slip. */
  static Map<Long, Slip> of(String text, LongPredicate present, Prefixes prefixes) {
    Repairs repairs = new Repairs(present, prefixes);
    repairs.read(text);
    return repairs.found;
  }

  private void read(String text) {
    boolean card = text.length() == 20 || text.length() == 22;
    String t = card && text.indexOf('.') < 0 ? text.substring(0, LENGTH) : text;
    int[] digits = digits(t);
    switch (t.length()) {
      case LENGTH -> eighteen(digits);
      case LENGTH - 1 -> lost(digits);
      case LENGTH + 1 -> added(digits);
      default -> {}
    }
    zeros(t);
  }

  /** The values of the characters; X counts 10, and what is no character of an id {@link #NONE}. */
  private static int[] digits(String t) {
    int[] digits = new int[t.length()];
    for (int i = 0; i < digits.length; i++) {
      char c = t.charAt(i);
      digits[i] = c == 'X' ? TEN : c >= '0' && c <= '9' ? c - '0' : NONE;
    }
    return digits;
  }

  private void eighteen(int[] t) {
    for (int i = 0; i < LENGTH; i++) {
      solve(t, i, Slip.SUBSTITUTION);
      if (i > 0 && t[i] != t[i - 1]) {
        swap(t, i);
        take(t, Slip.SWAP);
        swap(t, i);
      }
    }
  }

  private static void swap(int[] t, int at) {
    int before = t[at - 1];
    t[at - 1] = t[at];
    t[at] = before;
  }

  private void lost(int[] t) {
    for (int i = 0; i < LENGTH; i++) {
      int[] whole = new int[LENGTH];
      System.arraycopy(t, 0, whole, 0, i);
      System.arraycopy(t, i, whole, i + 1, LENGTH - 1 - i);
      solve(whole, i, Slip.LOST);
    }
  }

  private void added(int[] t) {
    int[] less = new int[LENGTH];
    for (int i = 0; i <= LENGTH; i++) {
      System.arraycopy(t, 0, less, 0, i);
      System.arraycopy(t, i + 1, less, i, LENGTH - i);
      take(less, Slip.ADDED);
    }
  }

  /** The one character at {@code at} that makes the check character right. */
  private void solve(int[] t, int at, Slip slip) {
    int original = t[at];
    t[at] = 0;
    int lacking = (wanted(t) - sum(t) + MODULUS) % MODULUS;
    if (at == LENGTH - 1) {
      t[at] = CHECK_OF_SUM[sum(t)];
    } else {
      t[at] = lacking * INVERSES[at] % MODULUS;
    }
    take(t, slip);
    t[at] = original;
  }

  /** The remainder that the check character stands for. */
  private static int wanted(int[] t) {
    int check = t[LENGTH - 1];
    return check == NONE ? 0 : CHECK_OF_SUM[check];
  }

  private static int sum(int[] t) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += Math.max(0, t[i]) * WEIGHTS[i];
    }
    return sum % MODULUS;
  }

  private void zeros(String t) {
    long first15 = first15(t);
    if (first15 != 0) {
      prefixes.each(first15, candidate -> found.put(candidate, Slip.ZEROS));
    }
  }

  /**
   * What a number cell has kept of an id: {@code …000}, or {@code 9.90101201203051E+17}; 0 if the
   * text is no such thing.
   */
  static long first15(String t) {
    String digits = "";
    if (t.length() == LENGTH && t.endsWith("000")) {
      digits = t.substring(0, 15);
    } else if (t.endsWith("E+17") || t.endsWith("E17")) {
      digits = t.substring(0, t.indexOf('E')).replace(".", "");
    }
    boolean whole = digits.length() == 15 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole ? Long.parseLong(digits) : 0;
  }

  private void take(int[] t, Slip slip) {
    long packed = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      if (t[i] < 0 || t[i] == TEN) {
        return;
      }
      packed = packed * 10 + t[i];
    }
    if (t[LENGTH - 1] == CHECK_OF_SUM[sum(t)] && present.test(packed)) {
      found.putIfAbsent(packed, slip);
    }
  }

  /** Whether two valid ids are one slip apart in their first 17 digits. */
  static boolean near(long a, long b) {
    int differing = 0;
    int first = -1;
    int last = -1;
    long[] digits = new long[4];
    long left = a;
    long right = b;
    for (int place = 0; place < LENGTH - 1; place++, left /= 10, right /= 10) {
      if (left % 10 != right % 10) {
        first = first < 0 ? place : first;
        last = place;
        differing++;
        if (differing <= 2) {
          digits[differing * 2 - 2] = left % 10;
          digits[differing * 2 - 1] = right % 10;
        }
      }
    }
    boolean swapped = last == first + 1 && digits[0] == digits[3] && digits[1] == digits[2];
    return differing == 1 || (differing == 2 && swapped);
  }
}
