package cn.bidui.judge.schooling;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days on which offices work (工作日): weekends are left out, public holidays are not known. */
final class WorkingDays {

  private WorkingDays() {}

  /** The last of {@code days} working days after {@code start}. */
  static LocalDate after(LocalDate start, long days) {
    LocalDate day = start;
    for (long left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= weekend(day) ? 0 : 1;
    }
    return day;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
