package cn.bidui.link;

import cn.bidui.person.CitizenId;

/** Reads ids that are written as they should be, without an object for each. */
final class IdTexts {

  /** The text is not of the usual form, and has to be read with care. */
  static final long UNUSUAL = -1;

  private static final int LENGTH = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private IdTexts() {}

  /** The first 17 digits of the valid id that starts at {@code from}, or {@link #UNUSUAL}. */
  static long packed(String text, int from) {
    if (text.length() - from != LENGTH) {
      return UNUSUAL;
    }
    long packed = 0;
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = text.charAt(from + i) - '0';
      if (digit < 0 || digit > 9) {
        return UNUSUAL;
      }
      packed = packed * 10 + digit;
      sum += digit * WEIGHTS[i];
    }
    boolean checked = text.charAt(from + LENGTH - 1) == CHECKS.charAt(sum % 11);
    return checked && usualDay(packed) ? packed : UNUSUAL;
  }

  /** A day that every month has, of the years in which people live who stand on lists. */
  private static boolean usualDay(long packed) {
    int date = (int) (packed / 1000 % 100_000_000L);
    int month = date / 100 % 100;
    int day = date % 100;
    return date >= 1900_00_00
        && date < 2100_00_00
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= 28;
  }

  /** The first 17 digits of the valid id that {@code text} is, or 0. */
  static long read(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    long packed = packed(text, 0);
    if (packed != UNUSUAL) {
      return packed;
    }
    CitizenId id = CitizenId.read(text).idOrNull();
    return id == null ? 0 : id.packed();
  }

  /** Whether the text is a national student number: a letter, 17 digits and a check character. */
  static boolean national(String text) {
    if (text.length() != LENGTH + 1 || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
      return false;
    }
    for (int i = 1; i < LENGTH; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    char last = text.charAt(LENGTH);
    return last == 'X' || (last >= '0' && last <= '9');
  }

  /** Whether reading the text as a number would change nothing about it. */
  static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }
}
