package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-02, 2026-02-01, 2026-02-28, 28, 2026年2月, 属 2025-2026 学年",
    "2028-02, 2028-02-01, 2028-02-29, 29, 2028年2月, 属 2027-2028 学年",
    "2026Q1, 2026-01-01, 2026-03-31, 90, 2026年第一季度, 属 2025-2026 学年",
    "2026Q4, 2026-10-01, 2026-12-31, 92, 2026年第四季度, 属 2026-2027 学年",
    "2026H1, 2026-01-01, 2026-06-30, 181, 2026年上半年, 属 2025-2026 学年"
  })
  void aCodeNamesItsDays(
      String code, LocalDate first, LocalDate last, int days, String title, String year) {
    Period period = Period.find(code).orElseThrow();

    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.days()).isEqualTo(days);
    assertThat(period.title()).isEqualTo(title);
    assertThat(period.schoolYears()).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026-13", "2026-00", "2026Q5", "2026H3", "26-10", "2026-1"})
  void whatIsNoPeriodIsNone(String code) {
    assertThat(Period.find(code)).isEmpty();
  }

  @Test
  void aPeriodIsClosedOnceItsLastDayIsOver() {
    Period october = Period.find("2026-10").orElseThrow();

    assertThat(october.closedOn(LocalDate.of(2026, 10, 31))).isFalse();
    assertThat(october.closedOn(LocalDate.of(2026, 11, 1))).isTrue();
    assertThat(october.holds(LocalDate.of(2026, 9, 30))).isFalse();
    assertThat(october.holds(LocalDate.of(2026, 10, 31))).isTrue();
    assertThat(october.holds(LocalDate.of(2026, 11, 1))).isFalse();
  }

  @Test
  void aPeriodOverTheFirstOfSeptemberLiesInTwoSchoolYears() {
    assertThat(Period.find("2026H2").orElseThrow().schoolYears())
        .contains("2025-2026", "2026-2027");
    assertThat(Period.find("2026Q3").orElseThrow().title()).isEqualTo("2026年第三季度");
  }
}
