package cn.bidui.judge.night;

import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The day at which it is judged who is of which category (开学时点), and how much later counts. */
record TermStart(Term term, long graceDays) {

  LocalDate day() {
    return term.firstDay();
  }

  LocalDate latest() {
    return day().plusDays(graceDays);
  }

  /** Only the month is recorded: what cannot be shown to be within the grace is not. */
  boolean began(@Nullable YearMonth month) {
    return month == null || !month.atEndOfMonth().isAfter(latest());
  }

  boolean began(@Nullable LocalDate date) {
    return date == null || !date.isAfter(latest());
  }

  /** Whether what ended in that month still held on the first day. */
  boolean held(YearMonth end) {
    return !end.isBefore(YearMonth.from(day()));
  }
}
