package cn.bidui.link;

import cn.bidui.person.CitizenId;
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

  private static final String DIGITS = "0123456789";
  private static final int LENGTH = 18;

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
    switch (t.length()) {
      case LENGTH -> eighteen(t);
      case LENGTH - 1 -> lost(t);
      case LENGTH + 1 -> added(t);
      default -> {}
    }
    zeros(t);
  }

  private void eighteen(String t) {
    StringBuilder tried = new StringBuilder(t);
    for (int i = 0; i < LENGTH; i++) {
      substitute(tried, i, Slip.SUBSTITUTION);
      if (i > 0 && t.charAt(i) != t.charAt(i - 1)) {
        swap(tried, i);
        take(tried, Slip.SWAP);
        swap(tried, i);
      }
    }
  }

  private void substitute(StringBuilder tried, int at, Slip slip) {
    char original = tried.charAt(at);
    String choices = at == LENGTH - 1 ? DIGITS + "X" : DIGITS;
    for (int c = 0; c < choices.length(); c++) {
      tried.setCharAt(at, choices.charAt(c));
      take(tried, slip);
    }
    tried.setCharAt(at, original);
  }

  private static void swap(StringBuilder tried, int at) {
    char before = tried.charAt(at - 1);
    tried.setCharAt(at - 1, tried.charAt(at));
    tried.setCharAt(at, before);
  }

  private void lost(String t) {
    for (int i = 0; i < LENGTH; i++) {
      substitute(new StringBuilder(t).insert(i, '0'), i, Slip.LOST);
    }
  }

  private void added(String t) {
    for (int i = 0; i <= LENGTH; i++) {
      take(new StringBuilder(t).deleteCharAt(i), Slip.ADDED);
    }
  }

  /** A number cell keeps 15 digits: {@code …000}, or {@code 9.90101201203051E+17}. */
  private void zeros(String t) {
    String digits = "";
    if (t.length() == LENGTH && t.endsWith("000")) {
      digits = t.substring(0, 15);
    } else if (t.endsWith("E+17") || t.endsWith("E17")) {
      digits = t.substring(0, t.indexOf('E')).replace(".", "");
    }
    if (digits.length() == 15 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      prefixes.each(Long.parseLong(digits), candidate -> found.put(candidate, Slip.ZEROS));
    }
  }

  private void take(CharSequence tried, Slip slip) {
    long packed = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = tried.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      packed = packed * 10 + digit;
    }
    if (CitizenId.checkCharacter(packed) == tried.charAt(LENGTH - 1) && present.test(packed)) {
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
