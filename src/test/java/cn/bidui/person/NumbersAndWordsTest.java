package cn.bidui.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersAndWordsTest {

  private static final String ID = "11010519491231002X";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G11010519491231002X",
        "g11010519491231002x",
        " G 11010519491231002X",
        "=\"G11010519491231002X\"",
        "Ｇ11010519491231002X"
      })
  void aStudentNumberIsReadWithoutBlanksInUpperCase(String typed) {
    assertThat(StudentNumber.read(typed)).contains(new StudentNumber("G" + ID));
  }

  @Test
  void aStudentNumberWithGHoldsTheId() {
    assertThat(new StudentNumber("G" + ID).idPart()).contains(new CitizenId(11010519491231002L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J11010519491231002X",
        "L11010519491231002X",
        "G110105194912310021",
        "G1101",
        "20250001"
      })
  void anyOtherStudentNumberHoldsNoId(String text) {
    assertThat(StudentNumber.read(text).orElseThrow().idPart()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "无", "NULL", "-"})
  void wordsForNothingAreNoNumber(String text) {
    assertThat(StudentNumber.read(text)).isEmpty();
    assertThat(HouseholdNumber.read(text)).isEmpty();
  }

  @Test
  void aStudentNumberIsPrintedMasked() {
    assertThat(new StudentNumber("G" + ID)).hasToString("G11010*********002X");
  }

  @ParameterizedTest
  @CsvSource({"990101000123, 990101000123", "990101000123.0, 990101000123", "'99 01', 9901"})
  void aHouseholdNumberLosesWhatExportsAdd(String typed, String text) {
    assertThat(HouseholdNumber.read(typed)).contains(new HouseholdNumber(text));
  }

  @Test
  void householdNumbersAreOrderedAsText() {
    assertThat(new HouseholdNumber("10")).isLessThan(new HouseholdNumber("9"));
  }

  @Test
  void choicesHaveTheWordsOfReports() {
    assertThat(Sex.values()).extracting(Sex::label).containsExactly("男", "女");
    assertThat(Boarding.values()).extracting(Boarding::label).containsExactly("走读", "住校");
    assertThat(Stage.values())
        .extracting(Stage::label)
        .containsExactly("学前", "小学", "初中", "普高", "中职", "高职高专", "本科", "研究生");
  }

  @Test
  void foldingKeepsWhatMayNotBeDropped() {
    assertThat(Text.fold("A-b（c）")).isEqualTo("A-b(c)");
    assertThat(Text.fold("‘引’`号'")).isEqualTo("引号");
    assertThat(Text.fold("一\u2028二\u2029三\u0007四")).isEqualTo("一二三四");
  }

  @Test
  void onlyAWholeWrapperIsUnwrapped() {
    assertThat(Text.unwrap("=\"12\"")).isEqualTo("12");
    assertThat(Text.unwrap("=\"12")).isEqualTo("=\"12");
    assertThat(Text.unwrap("\"")).isEqualTo("\"");
    assertThat(Text.unwrap("=\"")).isEqualTo("=\"");
    assertThat(Text.unwrap("12\"")).isEqualTo("12\"");
  }
}
