package cn.bidui.source;

import java.time.LocalDate;
import java.time.Month;

/** A school year (学年), named by the calendar year in which it starts: 2025 is 2025–26. */
public record SchoolYear(int start) implements Comparable<SchoolYear> {

  /** The school year in which {@code day} lies; it turns on 1 September. */
  public static SchoolYear of(LocalDate day) {
    return new SchoolYear(
        day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /** 1 September. */
  public LocalDate firstDay() {
    return LocalDate.of(start, Month.SEPTEMBER, 1);
  }

  /**
   * The first birthday of the nine compulsory cohorts, counted as at 1 September: for 2021 it is
   * 2006-09-01. The cut-off is 31 August (义务教育法 11; worked example: 淮南 2022).
   */
  public LocalDate oldestCompulsoryBirth() {
    return LocalDate.of(start - 15, Month.SEPTEMBER, 1);
  }

  /** The last birthday of the nine compulsory cohorts: for 2021 it is 2015-08-31. */
  public LocalDate youngestCompulsoryBirth() {
    return LocalDate.of(start - 6, Month.AUGUST, 31);
  }

  /** Whether a child born on {@code birth} is of compulsory school age (义务教育阶段适龄) this year. */
  public boolean compulsory(LocalDate birth) {
    return !birth.isBefore(oldestCompulsoryBirth()) && !birth.isAfter(youngestCompulsoryBirth());
  }

  /** Completed years of age on 1 September. */
  public int ageAtStart(LocalDate birth) {
    return (int) java.time.temporal.ChronoUnit.YEARS.between(birth, firstDay());
  }

  /** As printed: {@code 2025-2026}. */
  public String label() {
    return start + "-" + (start + 1);
  }

  @Override
  public int compareTo(SchoolYear other) {
    return Integer.compare(start, other.start);
  }
}
