package cn.bidui.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * On which days a list is fetched (取数日): with every run, or once after each of certain days. A day
 * on which it could not be fetched, or on which nothing ran, is made up for by the next run.
 *
 * @param every how far its days lie apart
 * @param day 1 (Monday) to 7 of the week, 1 to 28 of the month; 0 with every run
 */
public record FetchDays(Every every, int day) {

  /** With every run. */
  public static final FetchDays EACH_RUN = new FetchDays(Every.RUN, 0);

  private static final String WEEKDAYS = "一二三四五六日";
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /** A day that every month has. */
  private static final int LAST_OF_MONTH = 28;

  /** How far the days lie apart. */
  public enum Every {
    RUN,
    WEEK,
    MONTH
  }

  /** Reads {@code 每次}, {@code 每周一} or {@code weekly mon}, {@code 每月5日} or {@code monthly 5}. */
  static FetchDays read(Yaml at) {
    String text = at.text("").strip();
    if (text.isEmpty() || text.equals("每次") || text.equals("every run")) {
      return EACH_RUN;
    }
    int week = week(text);
    int month = month(text);
    if (week > 0) {
      return new FetchDays(Every.WEEK, week);
    }
    if (month > 0 && month <= LAST_OF_MONTH) {
      return new FetchDays(Every.MONTH, month);
    }
    at.mistake("plan.fetch-days", text);
    return EACH_RUN;
  }

  private static int week(String text) {
    if (text.length() == 3 && text.startsWith("每周")) {
      return WEEKDAYS.indexOf(text.charAt(2)) + 1;
    }
    return text.startsWith("weekly ") ? DAYS.indexOf(text.substring(7).strip()) + 1 : 0;
  }

  private static int month(String text) {
    String digits =
        text.startsWith("monthly ") ? text.substring(8).strip() : text.replaceAll("^每月|[日号]$", "");
    boolean number = digits.matches("\\d{1,2}") && !digits.equals(text);
    return number ? Integer.parseInt(digits) : 0;
  }

  /** The last of its days that is not after {@code asOf}. */
  public LocalDate due(LocalDate asOf) {
    return switch (every) {
      case RUN -> asOf;
      case WEEK -> asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
      case MONTH ->
          asOf.getDayOfMonth() >= day
              ? asOf.withDayOfMonth(day)
              : asOf.minusMonths(1).withDayOfMonth(day);
    };
  }
}
