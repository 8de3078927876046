package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bidui.source.Term.Season;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025秋 | 2025秋",
        "2025年秋 | 2025秋",
        "2025年秋季学期 | 2025秋",
        "2025 年 秋季 学期 | 2025秋",
        "２０２５秋 | 2025秋",
        "2025秋期 | 2025秋",
        "2026春季 | 2026春",
        "某县2025年(秋季)受助学生名单 | 2025秋",
        "资助名单-2025秋.xlsx | 2025秋",
        "20260115资助名单2025秋 | 2025秋",
        "2025-2026学年第一学期 | 2025秋",
        "2025-2026学年第二学期 | 2026春",
        "2025－2026学年度第一学期 | 2025秋",
        "2025—2026学年度上学期 | 2025秋",
        "2025~2026学年下学期 | 2026春",
        "2025/2026学年(下) | 2026春",
        "2025-26学年第2学期 | 2026春",
        "2025至2026学年第1学期 | 2025秋",
        "2025年至2026年学年第1学期 | 2025秋",
        "2025-2026-1 | 2025秋",
        "2025-2026-2 | 2026春",
        "2025-2026 2 | 2026春",
        "2025-2026学年 秋季学期 | 2025秋",
        "2025-2026学年春季 | 2026春",
        "2025-2026秋季 | 2025秋",
        "2025-2026春 | 2026春",
        "2025学年第一学期 | 2025秋",
        "2025学年度第二学期 | 2026春",
        "2025-09至2026-01 2025-2026学年第一学期 | 2025秋"
      })
  void aTermIsFoundInText(String text, String label) {
    assertThat(Term.find(text)).map(Term::label).contains(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "秋季",
        "第一学期",
        "2025",
        "2025年",
        "2025-2026学年",
        "2025-2027学年第一学期",
        "2025-09-1",
        "2025年上学期",
        "2024-2026秋",
        "1925秋"
      })
  void otherTextNamesNoTerm(String text) {
    assertThat(Term.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-2026, 第二学期, 2026春",
    "2025-2026, 第一学期, 2025秋",
    "2025-2026学年, 上学期, 2025秋",
    "2025-2026学年, 下, 2026春",
    "2025-2026, 1, 2025秋",
    "2025-2026, 2, 2026春",
    "2025-2026, 秋季学期, 2025秋",
    "2025-2026, 春, 2026春",
    "2025-2026, 秋期, 2025秋",
    "2025-2026, 第二学期(春季), 2026春",
    "2025, 第二学期, 2026春",
    "2025学年, 一, 2025秋",
    "2025年, 秋, 2025秋",
    "'', 2025年秋季学期, 2025秋",
    "2025-2026学年第一学期, '', 2025秋",
    "2024-2025, 2025-2026-1, 2025秋"
  })
  void schoolYearAndTermAreReadTogether(String schoolYear, String term, String label) {
    assertThat(Term.find(schoolYear, term)).map(Term::label).contains(label);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-2026, 第三学期",
    "2025-2027, 第一学期",
    "'', 第一学期",
    "2025-2026, ''",
    "某学年, 第一学期",
    "2025-2026, 全年"
  })
  void halfATermIsNone(String schoolYear, String term) {
    assertThat(Term.find(schoolYear, term)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-01, 2025春",
    "2025-07-31, 2025春",
    "2025-08-01, 2025秋",
    "2025-12-31, 2025秋",
    "2026-01-31, 2025秋"
  })
  void springIsFebruaryToJuly(LocalDate day, String label) {
    assertThat(Term.of(day).label()).isEqualTo(label);
  }

  @Test
  void eligibilityIsJudgedOnTheFirstOfSeptemberOrMarch() {
    assertThat(Term.parse("2025秋").firstDay()).isEqualTo(LocalDate.of(2025, 9, 1));
    assertThat(Term.parse("2026春").firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void bothHalvesAreOfOneSchoolYear() {
    assertThat(Term.parse("2025秋").schoolYear()).isEqualTo(new SchoolYear(2025));
    assertThat(Term.parse("2026春").schoolYear()).isEqualTo(new SchoolYear(2025));
  }

  @Test
  void theTermBeforeIsHalfAYearBack() {
    assertThat(Term.parse("2025秋").previous()).isEqualTo(new Term(2025, Season.SPRING));
    assertThat(Term.parse("2026春").previous()).isEqualTo(new Term(2025, Season.AUTUMN));
  }

  @Test
  void termsAreOrderedInTime() {
    assertThat(Stream.of("2026春", "2025秋", "2025春").map(Term::parse).sorted())
        .extracting(Term::label)
        .containsExactly("2025春", "2025秋", "2026春");
  }

  @Test
  void textWithoutATermIsNotParsed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Term.parse("2025"))
        .withMessage("not a term such as 2025秋: 2025");
  }
}
