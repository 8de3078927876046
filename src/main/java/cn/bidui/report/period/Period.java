package cn.bidui.report.period;

import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that is reported on: a month ({@code 2026-10}), a quarter ({@code 2026Q3}) or half a year
 * ({@code 2026H1}), of the calendar year.
 */
public record Period(String code, Kind kind, LocalDate first, LocalDate last) {

  /** How long it is, and so which report it gets. */
  public enum Kind {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6);

    private final int months;

    Kind(int months) {
      this.months = months;
    }

    /** Which of its kind in the year a month begins. */
    private Period starting(String code, int year, int which) {
      LocalDate first = LocalDate.of(year, (which - 1) * months + 1, 1);
      return new Period(code, this, first, first.plusMonths(months).minusDays(1));
    }
  }

  private static final Pattern MONTH = Pattern.compile("(20\\d\\d)-(0[1-9]|1[0-2])");
  private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)Q([1-4])");
  private static final Pattern HALF = Pattern.compile("(20\\d\\d)H([12])");

  /** The period of that code; empty if it is none. */
  public static Optional<Period> find(String code) {
    return read(code, MONTH, Kind.MONTH)
        .or(() -> read(code, QUARTER, Kind.QUARTER))
        .or(() -> read(code, HALF, Kind.HALF_YEAR));
  }

  private static Optional<Period> read(String code, Pattern pattern, Kind kind) {
    Matcher matcher = pattern.matcher(code);
    return matcher.matches()
        ? Optional.of(
            kind.starting(
                code, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether {@code day} lies after its last day: a night of it can come no more. */
  public boolean closedOn(LocalDate day) {
    return day.isAfter(last);
  }

  /** Whether a day is one of its days. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** How many days it has. */
  public int days() {
    return (int) (last.toEpochDay() - first.toEpochDay() + 1);
  }

  /** {@code 2026年10月}, {@code 2026年第三季度}, {@code 2026年上半年}. */
  String title() {
    return switch (kind) {
      case MONTH -> Texts.of("month", first.getYear(), first.getMonthValue());
      case QUARTER -> Texts.of("quarter." + (first.getMonthValue() / 3 + 1), first.getYear());
      case HALF_YEAR -> Texts.of(first.getMonthValue() == 1 ? "half.1" : "half.2", first.getYear());
    };
  }

  /** The school years that it lies in: one, or two where 1 September falls into it. */
  String schoolYears() {
    SchoolYear from = SchoolYear.of(first);
    SchoolYear to = SchoolYear.of(last);
    return from.equals(to)
        ? Texts.of("school-year", from.label())
        : Texts.of("school-years", from.label(), to.label());
  }
}
