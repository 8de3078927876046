package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan.DayOrder;
import java.time.LocalDate;

/** Days as nearly every list writes them, told from bytes: the year first, in four digits. */
final class DayDigits {

  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;
  private static final int[] BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  private static final int[] LENGTHS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** The codes of the first days of the years. */
  private static final int[] YEARS = years();

  private DayDigits() {}

  private static int[] years() {
    int[] years = new int[LAST_YEAR - FIRST_YEAR + 1];
    years[0] = Column.day(LocalDate.of(FIRST_YEAR, 1, 1));
    for (int i = 1; i < years.length; i++) {
      years[i] = years[i - 1] + (leap(FIRST_YEAR + i - 1) ? 366 : 365);
    }
    return years;
  }

  private static boolean leap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /**
   * The code of the day that stands here as {@code 20150102}, {@code 2015-01-02}, {@code
   * 2015/01/02} or {@code 2015.01.02}; 0 if none does, which {@link DayText} may still read.
   */
  static int code(byte[] text, int from, int to, DayOrder order) {
    if (to - from == 8 && order == DayOrder.YEAR_MONTH_DAY) {
      return code(text, from, from + 4, from + 6);
    }
    boolean parted = to - from == 10 && text[from + 4] == text[from + 7];
    return parted && separator(text[from + 4]) ? code(text, from, from + 5, from + 8) : 0;
  }

  private static boolean separator(byte b) {
    return b == '-' || b == '/' || b == '.';
  }

  private static int code(byte[] text, int yearAt, int monthAt, int dayAt) {
    int century = number(text, yearAt);
    int ofCentury = number(text, yearAt + 2);
    int month = number(text, monthAt);
    int day = number(text, dayAt);
    int year = century * 100 + ofCentury;
    boolean digits = (century | ofCentury | month | day) >= 0;
    if (!digits || !knows(year) || month < 1 || month > 12 || day < 1) {
      return 0;
    }
    boolean longer = month == 2 && leap(year);
    return day > LENGTHS[month] + (longer ? 1 : 0) ? 0 : code(year, month, day);
  }

  /** Whether the days of the year have codes here. */
  static boolean knows(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The code of a day that there is, in a year that is known. */
  static int code(int year, int month, int day) {
    int more = month > 2 && leap(year) ? 1 : 0;
    return YEARS[year - FIRST_YEAR] + BEFORE[month] + more + day - 1;
  }

  /** Two digits; below 0 if there is anything else. */
  private static int number(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return (tens | (9 - tens) | ones | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
  }
}
