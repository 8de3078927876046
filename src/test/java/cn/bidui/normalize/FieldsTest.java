package cn.bidui.normalize;

import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_YEAR;
import static cn.bidui.source.Field.SEX;
import static cn.bidui.source.Field.STAGE;
import static cn.bidui.source.Field.STUDY_FORM;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.Boarding;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  // --- closed lists ----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "男, MALE",
    "1, MALE",
    "1.0, MALE",
    "１, MALE",
    "1-男, MALE",
    "1－男性, MALE",
    "男性, MALE",
    "M, MALE",
    "m, MALE",
    "女, FEMALE",
    "2, FEMALE",
    "2-女, FEMALE",
    "2.女, FEMALE",
    "' 女 ', FEMALE",
    "female, FEMALE",
    "未知, ''",
    "'', ''",
    "NULL, ''"
  })
  void sexIsReadAsCodeLabelOrBoth(String text, String value) {
    assertThat(Sample.roll().with(SEX, text).value(SEX)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "子", "1-", "1-子", "3-3", "1.5"})
  void anUnknownSexIsNamedWithWhatIsAllowed(String text) {
    assertThat(Sample.roll().with(SEX, text).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.arguments()).containsExactly("男、女"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ENROLLED", "在读, ENROLLED", "在籍, ENROLLED", "在校, ENROLLED", "正常, ENROLLED",
        "在籍在读, ENROLLED",
    "01-在读, ENROLLED", "复学, ENROLLED", "休学, SUSPENDED", "保留学籍, SUSPENDED", "退学, LEFT", "辍学, LEFT",
    "毕业, GRADUATED", "结业, GRADUATED", "转出, TRANSFERRED", "转学, TRANSFERRED", "死亡, DECEASED"
  })
  void theStandingOnTheRollIsRead(String text, RollStatus status) {
    assertThat(Sample.roll().with(ROLL_STATUS, text).rollRecord().status()).isEqualTo(status);
  }

  @Test
  void anUnknownStandingIsRejected() {
    assertThat(Sample.roll().with(ROLL_STATUS, "3Z").faults())
        .containsExactly("VALUE-UNKNOWN roll-status");
  }

  @Test
  void onlyPupilsInSchoolAreDueAid() {
    assertThat(RollStatus.values())
        .filteredOn(RollStatus::inSchool)
        .containsExactly(RollStatus.ENROLLED);
    assertThat(RollStatus.values())
        .filteredOn(RollStatus::onRoll)
        .containsExactly(RollStatus.ENROLLED, RollStatus.SUSPENDED);
    assertThat(RollStatus.SUSPENDED.label()).isEqualTo("休学");
  }

  @ParameterizedTest
  @CsvSource({
    "就读方式, 1, DAY", "就读方式, 2, BOARDER", "就读方式, 1-走读, DAY", "就读方式, 2-住校, BOARDER", "就读方式, 9, ''",
    "就读方式, 走读, DAY", "就读方式, 住校, BOARDER", "就读方式, 寄宿, BOARDER", "就读方式, 其他, ''", "就读方式, '', ''",
    "是否寄宿, 是, BOARDER", "是否寄宿, 否, DAY", "是否寄宿, 1, BOARDER", "是否寄宿, 0, DAY", "是否寄宿, 寄宿生, BOARDER",
    "是否寄宿生, √, BOARDER", "住校, 是, BOARDER", "是否走读, 是, DAY", "是否走读, 否, BOARDER"
  })
  void theHeaderDecidesWhatABoardingCellMeans(String title, String text, String value) {
    assertThat(Sample.roll().title(BOARDING, title).with(BOARDING, text).value(BOARDING))
        .isEqualTo(value);
  }

  @Test
  void aWayOfAttendingIsNoAnswer() {
    assertThat(Sample.roll().title(BOARDING, "就读方式").with(BOARDING, "是").faults())
        .containsExactly("VALUE-UNKNOWN boarding");
    assertThat(Sample.roll().title(BOARDING, "就读方式").with(BOARDING, "2").rollRecord().boarding())
        .isEqualTo(Boarding.BOARDER);
  }

  @ParameterizedTest
  @CsvSource({"全日制, true", "1-全日制, true", "非全日制, false", "业余, false", "函授, false", "'', true"})
  void whatIsNotFullTimeIsSaid(String text, boolean fullTime) {
    assertThat(Sample.roll().with(STUDY_FORM, text).rollRecord().fullTime()).isEqualTo(fullTime);
  }

  @Test
  void aBareCodeOfAFormOfStudyIsUnknown() {
    assertThat(Sample.roll().with(STUDY_FORM, "2").faults())
        .containsExactly("VALUE-UNKNOWN study-form");
  }

  // --- money -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "312.5 | 312.50",
        "1,250元 | 1250.00",
        "￥625 | 625.00",
        "-100 | -100.00",
        "- | ''",
        "0 | 0.00",
        "625.0 | 625.00"
      })
  void moneyIsReadFromText(String text, String value) {
    assertThat(Sample.aid().with(AMOUNT_DUE, text).value(AMOUNT_DUE)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "312.5, 312.50",
    "1.25E3, 1250.00",
    "312.50000000000006, 312.50",
    "1250, 1250.00",
    "625.0, 625.00"
  })
  void moneyIsReadFromNumbers(String stored, String value) {
    assertThat(Sample.aid().number(AMOUNT_PAID, stored).value(AMOUNT_PAID)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"六百二十五", "312.505", "625/期"})
  void anythingElseIsNoMoney(String text) {
    assertThat(Sample.aid().with(AMOUNT_DUE, text).faults())
        .containsExactly("MONEY-UNREADABLE amount-due");
  }

  @Test
  void whatWasGrantedIsDueElsePaid() {
    assertThat(Sample.aid().with(AMOUNT_DUE, "625").with(AMOUNT_PAID, "600").aidRecord().granted())
        .isEqualTo(Yuan.of(625));
    assertThat(Sample.aid().with(AMOUNT_PAID, "600").aidRecord().granted()).isEqualTo(Yuan.of(600));
    assertThat(Sample.aid().aidRecord().granted()).isNull();
  }

  // --- terms -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "2025-2026, 第一学期, 2025秋",
    "2025-2026学年, 2, 2026春",
    "'', 2025年秋季学期, 2025秋",
    "2025-2026学年第二学期, '', 2026春"
  })
  void theTermStandsInTheRow(String schoolYear, String term, String label) {
    Sample row = Sample.aid().with(SCHOOL_YEAR, schoolYear).with(TERM, term);

    assertThat(row.aidRecord().term()).isEqualTo(Term.parse(label));
  }

  @Test
  void aRowWithoutATermIsOfTheTermOfItsFile() {
    assertThat(Sample.aid().without(TERM).ofTerm("2026春").value(TERM)).isEqualTo("2026春");
    assertThat(Sample.aid().with(TERM, "").ofTerm("2026春").value(TERM)).isEqualTo("2026春");
  }

  @Test
  void theRowWinsOverTheFile() {
    assertThat(Sample.aid().with(TERM, "2025秋").ofTerm("2026春").value(TERM)).isEqualTo("2025秋");
  }

  @ParameterizedTest
  @CsvSource({"'', 第二学期", "2025-2026, ''", "'', 2"})
  void halfATermIsCompletedByTheFileThatAgrees(String schoolYear, String term) {
    Sample row = Sample.aid().with(SCHOOL_YEAR, schoolYear).with(TERM, term).ofTerm("2026春");

    assertThat(row.value(TERM)).isEqualTo("2026春");
  }

  @Test
  void halfATermThatContradictsTheFileIsNotGuessed() {
    assertThat(Sample.aid().with(TERM, "第一学期").ofTerm("2026春").faults())
        .containsExactly("TERM-UNREADABLE term");
    assertThat(Sample.aid().with(TERM, "").with(SCHOOL_YEAR, "2024-2025").ofTerm("2026春").faults())
        .containsExactly("TERM-UNREADABLE school-year");
  }

  @Test
  void withoutAnyTermTheRowIsRejected() {
    assertThat(Sample.aid().without(TERM).faults()).containsExactly("VALUE-MISSING term");
    assertThat(Sample.aid().with(TERM, "第一学期").faults()).containsExactly("TERM-UNREADABLE term");
    assertThat(Sample.aid().with(TERM, "全年").ofTerm("2026春").faults())
        .containsExactly("TERM-UNREADABLE term");
    assertThat(Sample.aid().with(SCHOOL_YEAR, "#N/A").faults())
        .containsExactly("CELL-ERROR school-year");
  }

  @Test
  void rowsOfOneFileMayNameDifferentTerms() {
    Normalizer normalizer = new Normalizer(cn.bidui.source.ListKind.AID, null);
    Sample autumn = Sample.aid();
    Sample spring = Sample.aid().with(TERM, "2026春");

    assertThat(normalizer.normalize(autumn.row())).isEqualTo(autumn.outcome());
    assertThat(normalizer.normalize(autumn.row())).isEqualTo(autumn.outcome());
    assertThat(normalizer.normalize(spring.row())).isEqualTo(spring.outcome());
  }

  @Test
  void theProgramIsRequiredWhereTheSheetHasOne() {
    assertThat(Sample.aid().with(PROGRAM, "无").faults()).containsExactly("VALUE-MISSING program");
    assertThat(Sample.aid().without(PROGRAM).value(PROGRAM)).isEmpty();
  }

  // --- grades ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "初中, 一年级, JUNIOR-1", "初中, 七年级, JUNIOR-1", "初中, 初一, JUNIOR-1", "小学, 七年级, JUNIOR-1",
    "九年一贯制, 三年级, PRIMARY-3", "中职, 一年级, VOCATIONAL-1", "普通高中, 高二, SENIOR-2", "学前, 大班, PRESCHOOL-3",
    "'', 三年级, PRIMARY-3"
  })
  void stageAndGradeAreReadTogether(String stage, String grade, String code) {
    assertThat(Sample.roll().with(STAGE, stage).with(GRADE, grade).value(GRADE)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "3699000001, 一年级, VOCATIONAL-1", "3499000001, 二年级, SENIOR-2", "2199000001, 七年级, JUNIOR-1",
    "3199000001, 一年级, PRIMARY-1", "3199000001, 初一, JUNIOR-1", "2199000001, 三年级, PRIMARY-3",
    "1199000001, 大班, PRESCHOOL-3", "36990, 一年级, PRIMARY-1"
  })
  void theSchoolCodeDecidesOnlyWhatTheGradeLeavesOpen(String code, String grade, String read) {
    assertThat(Sample.roll().with(SCHOOL_CODE, code).with(GRADE, grade).value(GRADE))
        .isEqualTo(read);
  }

  @Test
  void theColumnOfTheStageGoesBeforeTheSchoolCode() {
    assertThat(
            Sample.roll()
                .with(SCHOOL_CODE, "3499000001")
                .with(STAGE, "初中")
                .with(GRADE, "二年级")
                .value(GRADE))
        .isEqualTo("JUNIOR-2");
  }

  @ParameterizedTest
  @CsvSource({"2023级, JUNIOR-3", "2025, JUNIOR-1"})
  void aYearOfEntryIsAGradeOnceStageAndTermAreKnown(String text, String code) {
    assertThat(Sample.roll().with(STAGE, "初中").with(GRADE, text).ofTerm("2025秋").value(GRADE))
        .isEqualTo(code);
  }

  @Test
  void aYearOfEntryAloneIsNotGuessed() {
    assertThat(Sample.roll().with(GRADE, "2023级").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "2023级").with(STAGE, "初中").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "2020级").with(STAGE, "初中").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "2026级").with(STAGE, "初中").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "四年五").with(STAGE, "初中").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
  }

  @ParameterizedTest
  @CsvSource({
    "roll-vocational, 一年级, VOCATIONAL-1", "roll-vocational, 2024级, VOCATIONAL-2",
    "roll-senior, 二年级, SENIOR-2", "roll-preschool, 2025级, PRESCHOOL-1",
    "roll-compulsory, 一年级, PRIMARY-1", "roll-vocational, 高二, SENIOR-2"
  })
  void theKindOfRollDecidesWhatNothingElseSays(String profile, String text, String code) {
    assertThat(Sample.roll().profile(profile).with(GRADE, text).ofTerm("2025秋").value(GRADE))
        .isEqualTo(code);
  }

  @Test
  void theStageAndTheSchoolCodeGoBeforeTheKindOfRoll() {
    Sample roll = Sample.roll().profile("roll-vocational").with(GRADE, "一年级");

    assertThat(roll.with(SCHOOL_CODE, "3499000001").value(GRADE)).isEqualTo("SENIOR-1");
    assertThat(roll.with(STAGE, "初中").value(GRADE)).isEqualTo("JUNIOR-1");
  }

  @Test
  void aRollOfSeveralStagesSaysNothingOfAYearOfEntry() {
    assertThat(
            Sample.roll().profile("roll-compulsory").with(GRADE, "2024级").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
  }
}
