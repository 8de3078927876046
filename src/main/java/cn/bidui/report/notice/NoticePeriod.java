package cn.bidui.report.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How long a list hangs (公示期).
 *
 * @param from the first day
 * @param to the last day
 * @param days how many working days lie in it, weekends left out; public holidays are not known
 */
public record NoticePeriod(LocalDate from, LocalDate to, int days) {

  /** What is usual where no rule says another number: five working days. */
  public static final int USUAL_DAYS = 5;

  /** {@code days} working days, at least one, the first of them on or after {@code from}. */
  public static NoticePeriod of(LocalDate from, int days) {
    LocalDate to = from;
    for (int left = works(from) ? days - 1 : days; left > 0; ) {
      to = to.plusDays(1);
      left -= works(to) ? 1 : 0;
    }
    return new NoticePeriod(from, to, days);
  }

  private static boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The day by which the list is gone: the one after the last, be it a working day or not. */
  public LocalDate takeDown() {
    return to.plusDays(1);
  }
}
