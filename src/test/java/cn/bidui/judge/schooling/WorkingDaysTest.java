package cn.bidui.judge.schooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  @ParameterizedTest
  @CsvSource({
    // 5 December 2025 is a Friday.
    "2025-12-05,0,2025-12-05",
    "2025-12-05,1,2025-12-08",
    "2025-12-06,1,2025-12-08",
    "2025-12-01,5,2025-12-08",
    "2025-12-01,20,2025-12-29"
  })
  void weekendsAreLeftOut(LocalDate start, long days, LocalDate last) {
    assertThat(WorkingDays.after(start, days)).isEqualTo(last);
  }
}
