package cn.bidui.report.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePeriodTest {

  @ParameterizedTest
  @CsvSource({
    // Monday, Wednesday, Friday, Saturday, Sunday.
    "2025-11-10, 5, 2025-11-14",
    "2025-11-12, 5, 2025-11-18",
    "2025-11-14, 1, 2025-11-14",
    "2025-11-14, 2, 2025-11-17",
    "2025-11-15, 1, 2025-11-17",
    "2025-11-16, 5, 2025-11-21",
    "2025-12-29, 5, 2026-01-02"
  })
  void weekendsAreNoWorkingDays(LocalDate from, int days, LocalDate to) {
    assertThat(NoticePeriod.of(from, days)).isEqualTo(new NoticePeriod(from, to, days));
  }

  @Test
  void theListIsGoneTheDayAfterTheLast() {
    NoticePeriod period = NoticePeriod.of(LocalDate.of(2025, 11, 10), NoticePeriod.USUAL_DAYS);

    assertThat(period.takeDown()).isEqualTo("2025-11-15");
  }
}
