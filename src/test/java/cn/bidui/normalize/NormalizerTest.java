package cn.bidui.normalize;

import static cn.bidui.source.Field.ACCOUNT;
import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.CLASS_NAME;
import static cn.bidui.source.Field.ETHNICITY;
import static cn.bidui.source.Field.FORMER_NAME;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.GUARDIAN1_NAME;
import static cn.bidui.source.Field.GUARDIAN2_ID;
import static cn.bidui.source.Field.GUARDIAN2_NAME;
import static cn.bidui.source.Field.HOUSEHOLD_NUMBER;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.SEX;
import static cn.bidui.source.Field.STAGE;
import static cn.bidui.source.Field.STUDENT_NUMBER;
import static cn.bidui.source.Field.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.bidui.normalize.RowOutcome.Accepted;
import cn.bidui.person.CitizenIdReading.Fault;
import cn.bidui.person.CitizenIdReading.Invalid;
import cn.bidui.person.CitizenIdReading.Missing;
import cn.bidui.source.Cell;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SheetRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

  @Test
  void aSoundRowBecomesItsCanonicalValues() {
    assertThat(Sample.roll().values())
        .containsOnly(
            java.util.Map.entry("name", "测试甲"),
            java.util.Map.entry("citizen-id", Sample.BOY),
            java.util.Map.entry("school-name", "某县城关小学"),
            java.util.Map.entry("grade", "PRIMARY-3"),
            java.util.Map.entry("roll-status", "ENROLLED"));
  }

  @Test
  void namesAndIdsAreKeptAsTheRowHasThem() {
    Sample row =
        Sample.roll()
            .with(NAME, "　测　试·甲（大） ")
            .with(CITIZEN_ID, " '" + Sample.BOY.toLowerCase(java.util.Locale.ROOT) + "\u200B")
            .with(STUDENT_NUMBER, "g" + Sample.BOY);

    assertThat(row.value(NAME)).isEqualTo("测　试·甲（大）");
    assertThat(row.value(CITIZEN_ID)).isEqualTo("'" + Sample.BOY);
    assertThat(row.value(STUDENT_NUMBER)).isEqualTo("g" + Sample.BOY);
    assertThat(row.rollRecord().name().folded()).isEqualTo("测试·甲");
    assertThat(row.rollRecord().id().idOrNull()).hasToString("990101********1239");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "NULL", "无", "-"})
  void aRowWithoutANameIsRejected(String blank) {
    assertThat(Sample.roll().with(NAME, blank).faults()).containsExactly("VALUE-MISSING name");
  }

  @Test
  void aProblemSaysWhereAndWhatWasFound() {
    Sample row = Sample.roll().with(SEX, "不男不女");

    assertThat(row.problems())
        .containsExactly(
            new RowProblem(
                ProblemCode.VALUE_UNKNOWN,
                new CellRef("样.xlsx", "1", 4, "C"),
                SEX,
                "不男不女",
                List.of("男、女")));
  }

  @Test
  void allProblemsOfARowAreNamedAtOnce() {
    Sample row =
        Sample.roll()
            .without(NAME)
            .with(SEX, "x")
            .with(BIRTH_DATE, "2013年")
            .with(SCHOOL_NAME, "")
            .with(GRADE, "2023级");

    assertThat(row.faults())
        .containsExactly(
            "VALUE-MISSING name",
            "VALUE-UNKNOWN sex",
            "DATE-UNREADABLE birth-date",
            "VALUE-MISSING school-name",
            "VALUE-UNKNOWN grade");
  }

  @Test
  void aColumnThatTheSheetLacksIsAPlaceOfTheWholeRow() {
    assertThat(Sample.roll().without(NAME).problems())
        .extracting(RowProblem::place)
        .containsExactly(CellRef.ofRow("样.xlsx", "1", 4));
  }

  @Test
  void aRowShorterThanItsHeaderReadsAsBlankAtTheEnd() {
    SheetRow whole = Sample.roll().with(SEX, "女").with(CLASS_NAME, "1班").row();
    SheetRow cut = new SheetRow(whole.header(), 9, whole.cells().subList(0, 5));

    RowOutcome outcome = new Normalizer(ListKind.ROLL, null).normalize(cut);

    assertThat(((Accepted) outcome).values()).doesNotContain("1班").contains("测试甲");
  }

  @Test
  void aRowWiderThanItsHeaderIsRejectedBecauseItsCellsMayBeShifted() {
    SheetRow whole = Sample.roll().row();
    Header narrow =
        new Header(
            "样.csv",
            "",
            1,
            ListKind.ROLL,
            "roll",
            whole.header().columns(),
            whole.header().titles(),
            whole.cells().size());
    List<Cell> cells = new ArrayList<>(whole.cells());
    cells.add(Cell.text("多出的一格"));

    RowOutcome outcome =
        new Normalizer(ListKind.ROLL, null).normalize(new SheetRow(narrow, 7, cells));

    assertThat(((RowOutcome.Rejected) outcome).problems())
        .extracting(problem -> problem.code(), problem -> problem.found())
        .containsExactly(tuple(ProblemCode.ROW_TOO_WIDE, "多出的一格"));
  }

  @Test
  void oneNormalizerReadsSheetsWithDifferentHeaders() {
    Normalizer normalizer = new Normalizer(ListKind.ROLL, null);
    SheetRow narrow = Sample.roll().row();
    SheetRow wide = Sample.roll().with(SEX, "男").row();

    assertThat(normalizer.normalize(narrow)).isEqualTo(Sample.roll().outcome());
    assertThat(normalizer.normalize(wide)).isEqualTo(Sample.roll().with(SEX, "男").outcome());
    assertThat(normalizer.normalize(narrow)).isEqualTo(Sample.roll().outcome());
  }

  @Test
  void outcomesPrintNobody() {
    assertThat(Sample.roll().outcome()).hasToString("Accepted[18 values]");
    assertThat(Sample.roll().with(SEX, "测试").outcome().toString()).doesNotContain("测试");
    assertThat(Sample.roll().record()).hasToString("RollRecord[测**]");
    assertThat(Sample.aid().record()).hasToString("AidRecord[测**]");
    assertThat(Sample.household().record()).hasToString("HouseholdRecord[测**]");
  }

  // --- ids -----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.9010120130905123E17",
        "9.90101201309051E+17",
        "990101201309051239",
        "990101201309051000.0"
      })
  void anIdOfMoreThanFifteenDigitsInANumberCellIsRejected(String stored) {
    Sample row = Sample.roll().number(CITIZEN_ID, stored);

    assertThat(row.faults()).containsExactly("ID-PRECISION-LOST citizen-id");
    assertThat(row.problems().get(0).found()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9.90101E+17", "9.90101e17", "9E17", "990101201309051000", "990101201309051000.0"})
  void anIdThatLostItsLastDigitsAsTextIsRejected(String text) {
    assertThat(Sample.roll().with(CITIZEN_ID, text).faults())
        .containsExactly("ID-PRECISION-LOST citizen-id");
  }

  @ParameterizedTest
  @CsvSource({
    "990101130905123, 990101130905123",
    "990101130905123.0, 990101130905123",
    "9.90101130905123E14, 990101130905123",
    "12345, 12345",
    "12345.0, 12345"
  })
  void aShortNumberCellIsKeptAsText(String stored, String text) {
    assertThat(Sample.roll().number(CITIZEN_ID, stored).value(CITIZEN_ID)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"990101201309051230", "99010120130905", "990101201313051239", "G990101", "身份证"})
  void anInvalidIdIsDataAndKept(String text) {
    Sample row = Sample.roll().with(CITIZEN_ID, text);

    assertThat(row.value(CITIZEN_ID)).isEqualTo(text);
    assertThat(row.rollRecord().id()).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "无", "NULL", "-"})
  void aMissingIdIsAccepted(String text) {
    Sample row = Sample.roll().with(CITIZEN_ID, text);

    assertThat(row.value(CITIZEN_ID)).isEmpty();
    assertThat(row.rollRecord().id()).isEqualTo(new Missing());
  }

  @Test
  void aWrappedIdIsKeptAndRead() {
    Sample row = Sample.roll().with(CITIZEN_ID, "=\"" + Sample.BOY + "\"");

    assertThat(row.value(CITIZEN_ID)).isEqualTo("=\"" + Sample.BOY + "\"");
    assertThat(row.rollRecord().id().idOrNull()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = Field.class,
      names = {"STUDENT_NUMBER", "GUARDIAN1_ID", "GUARDIAN2_ID"})
  void everyIdOfARollIsGuardedAlike(Field field) {
    assertThat(Sample.roll().number(field, "9.9010120130905123E17").faults())
        .containsExactly("ID-PRECISION-LOST " + field.code());
  }

  @Test
  void accountsAndHouseholdNumbersAreGuardedAlike() {
    assertThat(Sample.aid().number(ACCOUNT, "6.2170001234567890E18").faults())
        .containsExactly("ID-PRECISION-LOST account");
    assertThat(Sample.household().number(HOUSEHOLD_NUMBER, "9901010000000000001").faults())
        .containsExactly("ID-PRECISION-LOST household-number");
  }

  @Test
  void numbersByWhichRowsMeetAreFolded() {
    assertThat(Sample.aid().with(ACCOUNT, "'6217 0001 2345 6789 012").value(ACCOUNT))
        .isEqualTo("6217000123456789012");
    assertThat(Sample.aid().with(ACCOUNT, "=\"无\"").value(ACCOUNT)).isEmpty();
    assertThat(Sample.roll().number(SCHOOL_CODE, "2199000001.0").value(SCHOOL_CODE))
        .isEqualTo("2199000001");
    assertThat(
            Sample.household().number(HOUSEHOLD_NUMBER, "990101000001.0").value(HOUSEHOLD_NUMBER))
        .isEqualTo("990101000001");
  }

  @Test
  void aNumberThatIsNoneIsKeptAsItStands() {
    assertThat(Sample.roll().number(CITIZEN_ID, "1.5").value(CITIZEN_ID)).isEqualTo("1.5");
    assertThat(Sample.roll().number(CITIZEN_ID, "x").value(CITIZEN_ID)).isEqualTo("x");
    assertThat(Sample.roll().with(CITIZEN_ID, "E17").value(CITIZEN_ID)).isEqualTo("E17");
    assertThat(Sample.roll().with(CITIZEN_ID, "1E").value(CITIZEN_ID)).isEqualTo("1E");
    assertThat(Sample.roll().with(CITIZEN_ID, "AE17").value(CITIZEN_ID)).isEqualTo("AE17");
    assertThat(Sample.roll().with(CITIZEN_ID, "1EA").value(CITIZEN_ID)).isEqualTo("1EA");
  }

  // --- cells that hold no value ----------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(
      value = Field.class,
      names = {
        "NAME",
        "CITIZEN_ID",
        "SCHOOL_NAME",
        "SCHOOL_CODE",
        "GRADE",
        "CLASS_NAME",
        "SEX",
        "STAGE"
      })
  void anErrorInAColumnThatIsReadRejectsTheRow(Field field) {
    assertThat(Sample.roll().with(field, new Cell("#N/A", Cell.Kind.ERROR)).faults())
        .containsExactly("CELL-ERROR " + field.code());
    assertThat(Sample.roll().with(field, "#REF!").faults())
        .containsExactly("CELL-ERROR " + field.code());
  }

  @Test
  void aFormulaWithoutAValueRejectsTheRow() {
    Cell formula = new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE);

    assertThat(Sample.roll().with(CITIZEN_ID, formula).faults())
        .containsExactly("FORMULA-WITHOUT-VALUE citizen-id");
  }

  @Test
  void anErrorInAColumnThatNobodyReadsDoesNoHarm() {
    assertThat(Sample.roll().with(ETHNICITY, new Cell("#N/A", Cell.Kind.ERROR)).faults()).isEmpty();
  }

  @Test
  void textThatOnlyLooksLikeAnErrorIsText() {
    assertThat(Sample.roll().with(CLASS_NAME, "#1").value(CLASS_NAME)).isEqualTo("#1");
  }

  // --- length ----------------------------------------------------------------------------------

  @Test
  void aNameMayHaveTwoHundredCharacters() {
    assertThat(Sample.roll().with(NAME, "𠮷".repeat(200)).faults()).isEmpty();
    assertThat(Sample.roll().with(NAME, "𠮷".repeat(201)).faults())
        .containsExactly("VALUE-TOO-LONG name");
    assertThat(Sample.roll().with(NAME, "𠮷".repeat(201)).problems().get(0).arguments())
        .containsExactly("200");
    assertThat(Sample.roll().with(FORMER_NAME, "甲".repeat(201)).faults())
        .containsExactly("VALUE-TOO-LONG former-name");
  }

  @Test
  void otherTextMayHaveAThousandCharacters() {
    assertThat(Sample.aid().with(REMARK, "甲".repeat(1000)).faults()).isEmpty();
    assertThat(Sample.aid().with(REMARK, "甲".repeat(1001)).faults())
        .containsExactly("VALUE-TOO-LONG remark");
  }

  // --- open texts --------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' 城关镇 ' | 城关镇",
        "'\u00A0城关镇\uFEFF' | 城关镇",
        "'''城关镇' | 城关镇",
        "=\"城关镇\" | 城关镇",
        "='城关镇' | ='城关镇'",
        "NULL | ''",
        "null | ''",
        "无 | ''",
        "-- | ''",
        "城关镇（新区） | 城关镇（新区）",
        "1.0 | 1"
      })
  void openTextIsKeptWithoutItsMarks(String typed, String value) {
    assertThat(Sample.roll().with(TOWNSHIP, typed).value(TOWNSHIP)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1.0, 1", "3.50, 3.5", "1.2E3, 1200", "1E400, 1E400", "-2.0, -2"})
  void aNumberAsTextLosesWhatTheFileAdds(String stored, String value) {
    assertThat(Sample.roll().number(CLASS_NAME, stored).value(CLASS_NAME)).isEqualTo(value);
  }

  // --- what a roll must have -----------------------------------------------------------------

  @Test
  void aPupilIsAtASchoolThatTheRowNames() {
    assertThat(Sample.roll().with(SCHOOL_NAME, "").faults())
        .containsExactly("VALUE-MISSING school-name");
    assertThat(Sample.roll().with(SCHOOL_NAME, "").with(SCHOOL_CODE, "2199000001").faults())
        .isEmpty();
    assertThat(Sample.aid().faults()).isEmpty();
  }

  @Test
  void theGradeIsRequiredWhereTheSheetHasOne() {
    assertThat(Sample.roll().with(GRADE, "").faults()).containsExactly("VALUE-MISSING grade");
    assertThat(Sample.roll().with(GRADE, "").with(STAGE, "初中").faults())
        .containsExactly("VALUE-MISSING grade");
    assertThat(Sample.roll().without(GRADE).value(GRADE)).isEmpty();
    assertThat(Sample.roll().without(GRADE).with(STAGE, "初中").value(GRADE)).isEqualTo("JUNIOR-0");
    assertThat(Sample.roll().without(GRADE).with(STAGE, "其他").faults())
        .containsExactly("VALUE-UNKNOWN stage");
  }

  @Test
  void anAidRowMayLackItsGrade() {
    assertThat(Sample.aid().with(GRADE, "").value(GRADE)).isEmpty();
    assertThat(Sample.aid().with(GRADE, "").with(STAGE, "小学").value(GRADE)).isEqualTo("PRIMARY-0");
    assertThat(Sample.aid().with(GRADE, "不详").faults()).containsExactly("VALUE-UNKNOWN grade");
  }

  @Test
  void guardiansAreThoseThatAreGiven() {
    RollRecord record =
        Sample.roll()
            .with(GUARDIAN1_NAME, "测试父")
            .with(GUARDIAN1_ID, "110105491231002")
            .with(GUARDIAN2_NAME, "无")
            .with(GUARDIAN2_ID, "")
            .rollRecord();

    assertThat(record.guardians()).hasSize(1);
    assertThat(record.guardians().get(0).id().idOrNull()).hasToString("110105********002X");
  }

  @Test
  void aGuardianMayBeKnownByIdOnly() {
    RollRecord record = Sample.roll().with(GUARDIAN2_ID, "110105").rollRecord();

    assertThat(record.guardians().get(0).id()).isEqualTo(new Invalid("110105", Fault.LENGTH));
    assertThat(record.guardians().get(0).name().isBlank()).isTrue();
  }

  @Test
  void aFormerNameIsNullIfThereIsNone() {
    assertThat(Sample.roll().with(FORMER_NAME, "无").rollRecord().formerName()).isNull();
    assertThat(Sample.roll().with(FORMER_NAME, "测试乙").rollRecord().formerName()).hasToString("测**");
  }
}
