package cn.bidui.normalize;

import cn.bidui.source.Cell;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days and months in the spellings of exports: {@code 20150831}, {@code 2015-08-31}, {@code
 * 2015/8/31}, {@code 2015.8.31}, {@code 2015年8月31日}, each with {@code .0} or a time of day behind
 * it, {@code 202304}, {@code 2023年4月}, and the serial numbers of spreadsheets.
 */
public final class DateText {

  /** Not a day, nor a month. */
  private static final int UNREADABLE = -1;

  /** Serial numbers of 1954-10-03 to 2119-01-11: no other number in a date column is as small. */
  private static final int FIRST_SERIAL = 20_000;

  private static final int LAST_SERIAL = 80_000;
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private final String text;
  private int at;

  private DateText(String text) {
    this.text = text;
  }

  /** The day as {@code 2015-08-31}; blank if {@code text} says none. */
  public static String day(Cell.Kind kind, String text) {
    String plain = narrow(text);
    int packed = serialText(plain) ? serial(Integer.parseInt(plain)) : packed(kind, plain);
    return packed < 0 || packed % 100 == 0 ? "" : iso(packed);
  }

  /** The month as {@code 2023-04}, of a month or a day; blank if {@code text} says none. */
  static String month(Cell.Kind kind, String text) {
    int packed = packed(kind, text);
    return packed < 0 ? "" : iso(packed).substring(0, 7);
  }

  /**
   * A serial number that was saved as text, of 1982 or later: below that, five digits are rather a
   * year and a month without its zero.
   */
  private static boolean serialText(String text) {
    return text.length() == 5 && text.charAt(0) >= '3' && NumberText.isDigits(text);
  }

  private static int packed(Cell.Kind kind, String text) {
    return kind == Cell.Kind.NUMBER ? number(text) : new DateText(narrow(text)).read();
  }

  /** Full-width digits and odd blanks as plain ones; nearly no cell has any. */
  private static String narrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' && "年月日号".indexOf(c) < 0) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return narrow.replaceAll("\\p{Cf}", "").strip();
      }
    }
    return text;
  }

  private static int number(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    if (whole.length() == 5 && NumberText.isDigits(whole)) {
      return serial(Integer.parseInt(whole));
    }
    // 2023.1 as a number may be January or October.
    return dot < 0 ? new DateText(text).read() : UNREADABLE;
  }

  private static int serial(int days) {
    if (days < FIRST_SERIAL || days > LAST_SERIAL) {
      return UNREADABLE;
    }
    LocalDate day = SERIAL_ZERO.plusDays(days);
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  /** {@code yyyymmdd}, {@code yyyymm00} for a month, or {@link #UNREADABLE}. */
  private int read() {
    int start = at;
    int first = number(8);
    return switch (at - start) {
      case 8 -> end(first);
      case 6 -> end(first * 100);
      case 4 -> separated(first);
      default -> UNREADABLE;
    };
  }

  private int separated(int year) {
    char separator = next();
    if (separator != '-' && separator != '/' && separator != '.' && separator != '年') {
      return UNREADABLE;
    }
    int month = number(2);
    char after = next();
    if (after == 0 || (after == '月' && blankFromHere())) {
      return checked(year * 10_000 + month * 100);
    }
    if (after != (separator == '年' ? '月' : separator)) {
      return UNREADABLE;
    }
    int packed = year * 10_000 + month * 100 + number(2);
    skipDayMark();
    return packed % 100 == 0 ? UNREADABLE : end(packed);
  }

  /** Checks what stands behind the date: nothing, {@code .0}, or a time of day. */
  private int end(int packed) {
    int rest = text.length() - at;
    boolean decimal = rest == 2 && text.startsWith(".0", at);
    return rest == 0 || decimal || timeFollows() ? checked(packed) : UNREADABLE;
  }

  private boolean timeFollows() {
    if (text.charAt(at) != ' ' && text.charAt(at) != 'T') {
      return false;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if ("0123456789:. Z".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int checked(int packed) {
    int year = packed / 10_000;
    int month = packed / 100 % 100;
    int day = packed % 100;
    boolean sound = year >= 1900 && year <= 2099 && month >= 1 && month <= 12;
    return sound && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
        ? packed
        : UNREADABLE;
  }

  /** The number at this place, of at most {@code most} digits; 0 if there is none. */
  private int number(int most) {
    skipBlanks();
    int number = 0;
    for (int end = at + most; at < end && at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        break;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private char next() {
    skipBlanks();
    return at < text.length() ? text.charAt(at++) : 0;
  }

  private void skipDayMark() {
    int mark = at;
    while (mark < text.length() && text.charAt(mark) == ' ') {
      mark++;
    }
    if (mark < text.length() && (text.charAt(mark) == '日' || text.charAt(mark) == '号')) {
      at = mark + 1;
    }
  }

  private boolean blankFromHere() {
    skipBlanks();
    return at == text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static String iso(int packed) {
    char[] iso = {
      digit(packed, 10_000_000),
      digit(packed, 1_000_000),
      digit(packed, 100_000),
      digit(packed, 10_000),
      '-',
      digit(packed, 1_000),
      digit(packed, 100),
      '-',
      digit(packed, 10),
      digit(packed, 1)
    };
    return new String(iso);
  }

  private static char digit(int packed, int unit) {
    return (char) ('0' + packed / unit % 10);
  }
}
