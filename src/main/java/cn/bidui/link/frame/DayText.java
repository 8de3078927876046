package cn.bidui.link.frame;

import cn.bidui.normalize.DateText;
import cn.bidui.plan.LinkPlan.DayOrder;
import cn.bidui.source.Cell;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as lists of any country write them: {@code 19651013}, {@code 1965-10-13}, {@code 13/10/1965}
 * where the plan says that the day comes first, and whatever the lists of schools hold.
 */
final class DayText {

  private static final Pattern EIGHT = Pattern.compile("\\d{8}");
  private static final Pattern THREE =
      Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?:[ T][0-9:. Z+]*)?");
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;

  private DayText() {}

  /** The code of the day; 0 if there is none. */
  static int code(String text, DayOrder order) {
    String stripped = text.strip();
    if (EIGHT.matcher(stripped).matches()) {
      return eight(stripped, order);
    }
    Matcher three = THREE.matcher(stripped);
    if (three.matches()) {
      return three(three.group(1), three.group(3), three.group(4), order);
    }
    String usual = DateText.day(Cell.Kind.TEXT, stripped);
    return usual.isEmpty() ? 0 : Column.day(LocalDate.parse(usual));
  }

  private static int eight(String digits, DayOrder order) {
    return order == DayOrder.YEAR_MONTH_DAY
        ? three(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6), order)
        : three(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), order);
  }

  /** A first part of four digits is a year, whatever the order says. */
  private static int three(String first, String second, String third, DayOrder order) {
    int a = Integer.parseInt(first);
    int b = Integer.parseInt(second);
    int c = Integer.parseInt(third);
    if (first.length() == 4) {
      return day(a, b, c);
    }
    return switch (order) {
      case YEAR_MONTH_DAY -> 0;
      case DAY_MONTH_YEAR -> day(c, b, a);
      case MONTH_DAY_YEAR -> day(c, a, b);
    };
  }

  private static int day(int year, int month, int day) {
    boolean plausible =
        year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1;
    return plausible && day <= YearMonth.of(year, month).lengthOfMonth()
        ? Column.day(LocalDate.of(year, month, day))
        : 0;
  }
}
