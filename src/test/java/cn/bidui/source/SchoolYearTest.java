package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolYearTest {

  private static final SchoolYear YEAR_2021 = new SchoolYear(2021);

  @Test
  void theNineCohortsOf2021AreThoseOfTheWorkedExample() {
    assertThat(YEAR_2021.oldestCompulsoryBirth()).isEqualTo(LocalDate.of(2006, 9, 1));
    assertThat(YEAR_2021.youngestCompulsoryBirth()).isEqualTo(LocalDate.of(2015, 8, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "2006-08-31, false",
    "2006-09-01, true",
    "2010-02-28, true",
    "2015-08-31, true",
    "2015-09-01, false"
  })
  void aChildIsOfCompulsoryAgeWithinTheCohorts(LocalDate birth, boolean compulsory) {
    assertThat(YEAR_2021.compulsory(birth)).isEqualTo(compulsory);
  }

  @ParameterizedTest
  @CsvSource({"2025-08-31, 2024", "2025-09-01, 2025", "2026-01-01, 2025", "2026-08-31, 2025"})
  void theYearTurnsOnTheFirstOfSeptember(LocalDate day, int start) {
    assertThat(SchoolYear.of(day)).isEqualTo(new SchoolYear(start));
  }

  @ParameterizedTest
  @CsvSource({"2015-09-01, 6", "2015-09-02, 5", "2015-08-31, 6", "2020-02-29, 1"})
  void ageIsCountedInCompletedYearsAtTheFirstDay(LocalDate birth, int age) {
    assertThat(YEAR_2021.ageAtStart(birth)).isEqualTo(age);
  }

  @Test
  void aSchoolYearIsPrintedWithBothYears() {
    assertThat(YEAR_2021.label()).isEqualTo("2021-2022");
    assertThat(List.of(new SchoolYear(2022), YEAR_2021).stream().sorted())
        .containsExactly(YEAR_2021, new SchoolYear(2022));
  }
}
