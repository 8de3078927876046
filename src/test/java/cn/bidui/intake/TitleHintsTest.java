package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Hint.Origin;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleHintsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "某县2025年秋季学期受助学生名单 | 2025秋",
        "某县 2025 年 秋季学期 | 2025秋",
        "2025-2026学年第二学期 | 2026春",
        "学年：2025-2026 学期：第一学期 | 2025秋",
        "2025－2026学年度第一学期 | 2025秋"
      })
  void theTermIsFoundInATitle(String title, String term) {
    assertThat(TitleHints.term(List.of("受助名单", title), "a.xlsx"))
        .contains(new Hint<>(Term.parse(term), Origin.TITLE));
  }

  @ParameterizedTest
  @CsvSource({
    "受助名单2025秋.xlsx, 2025秋",
    "2025年秋季受助_20251031.xlsx, 2025秋",
    "2025-2026学年第一学期 (22).xlsx, 2025秋"
  })
  void elseInTheFileName(String name, String term) {
    assertThat(TitleHints.term(List.of("受助名单"), name))
        .contains(new Hint<>(Term.parse(term), Origin.FILE_NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"学籍_20251012.xlsx", "学籍2025-10-12.xlsx", "（乡村建设）户信息.xlsx"})
  void aDateIsNoTerm(String name) {
    assertThat(TitleHints.term(List.of("导出时间 2025-10-12 12:00"), name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "数据截止日期：2025-10-31",
        "数据截止日期： 2025年10月31日 单位：元",
        "截至2025/10/31",
        "统计时间:2025.10.31",
        "导出时间 2025-10-31 08:15:00",
        "打印日期：20251031",
        "数据截止：２０２５－１０－３１"
      })
  void theDataDateIsFoundInATitle(String title) {
    assertThat(TitleHints.dataDate(List.of("受助名单", title), "a_20240101.xlsx"))
        .contains(new Hint<>(LocalDate.of(2025, 10, 31), Origin.TITLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "受助_20251031.xlsx",
        "受助_20251031143000.csv",
        "受助2025-10-31 (22).xls",
        "2024-01-01 受助 2025.10.31.xlsx",
        "户信息_202510319999_20251031.xlsx",
        "受助2025年10月31日.xlsx"
      })
  void elseInTheFileNameAtItsEnd(String name) {
    assertThat(TitleHints.dataDate(List.of("公示时间：2025-09-01"), name))
        .contains(new Hint<>(LocalDate.of(2025, 10, 31), Origin.FILE_NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"受助_20250231.xlsx", "受助2025-2026学年.xlsx", "13520251031.xlsx"})
  void noDayIsMadeUp(String name) {
    Optional<Hint<LocalDate>> day = TitleHints.dataDate(List.of("数据截止日期：2025-13-45"), name);

    assertThat(day).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void theDayOfTheDataComesBeforeTheDayOfPrinting() {
    assertThat(TitleHints.dataDate(List.of("打印日期：2025-11-02 数据截止日期：2025-10-31"), "a.xlsx"))
        .contains(new Hint<>(LocalDate.of(2025, 10, 31), Origin.TITLE));
  }
}
