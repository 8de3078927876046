package cn.bidui.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/** What a job publishes (产出). */
public enum JobOutput {
  /** What is published for an as-of date, by this job's rules. */
  NIGHT("night", 0),
  /** The report of the month before (控辍保学月报). */
  MONTH("month", 1),
  /** The report of the quarter before (资助季汇总). */
  QUARTER("quarter", 3),
  /** The report of the half-year before (半年通报). */
  HALF_YEAR("half-year", 6);

  private final String code;
  private final int months;

  JobOutput(String code, int months) {
    this.code = code;
    this.months = months;
  }

  /** The code in {@code job.yml}. */
  public String code() {
    return code;
  }

  /** The output of that code. */
  static Optional<JobOutput> ofCode(String code) {
    return Arrays.stream(values()).filter(output -> output.code.equals(code)).findFirst();
  }

  /** Whether it is of a period, not of a day. */
  public boolean periodic() {
    return months > 0;
  }

  /**
   * The last period of its kind that is over on {@code day}: {@code 2026-10}, {@code 2026Q3},
   * {@code 2026H1}; blank for a night.
   */
  public String period(LocalDate day) {
    if (!periodic()) {
      return "";
    }
    int began = (day.getMonthValue() - 1) / months * months + 1;
    LocalDate last = day.withDayOfMonth(1).withMonth(began).minusDays(1);
    int which = (last.getMonthValue() + months - 1) / months;
    return switch (this) {
      case MONTH -> YearMonth.from(last).toString();
      case QUARTER -> last.getYear() + "Q" + which;
      default -> last.getYear() + "H" + which;
    };
  }
}
