package cn.bidui.link.frame;

/** Valid citizen ids, told from bytes: nearly every id of a list is one, and needs no text. */
final class IdDigits {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int LENGTH = 18;

  private IdDigits() {}

  /**
   * The first 17 digits of the valid id of 18 characters that stands here; 0 if none does. What it
   * does not know may still be an id: cards of 15 digits, odd widths.
   */
  static long packed(byte[] text, int from, int to) {
    if (to - from != LENGTH) {
      return 0;
    }
    long packed = 0;
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = text[from + i] - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      packed = packed * 10 + digit;
      sum += digit * WEIGHTS[i];
    }
    boolean checked = text[to - 1] == CHECKS.charAt(sum % 11);
    return checked && isDay(text, from + 6) ? packed : 0;
  }

  private static boolean isDay(byte[] text, int from) {
    int century = number(text, from);
    int year = century * 100 + number(text, from + 2);
    int month = number(text, from + 4);
    int day = number(text, from + 6);
    boolean plausible =
        century >= 19
            && century <= 20
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= DAYS[month];
    return plausible && (month != 2 || day <= 28 || leap(year));
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int number(byte[] text, int at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
  }
}
