package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.source.ListKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code duplicate-aid}, {@code funded-not-enrolled} and {@code school-or-grade-differs}. */
class AidRowsTest {

  private static final String STRANGER = CountyFixture.id("20150303", 5);

  @Test
  void theSameProgramTwiceInATermIsADuplicateAndNotAlsoOverpaid() {
    CountyFixture county = county().roll().aid().aid();
    Finding finding = county.finding("duplicate-aid");

    assertThat(finding.outcome()).isEqualTo(Outcome.DUPLICATE_AID);
    assertThat(finding.due()).isEqualTo("312.50");
    assertThat(finding.found()).isEqualTo("625.00");
    assertThat(finding.evidence()).hasSize(3);
    assertThat(county.findings("overpaid")).isEmpty();
  }

  @Test
  void boardersAndDayPupilsAllowancesAreOneProgram() {
    Finding finding =
        county()
            .roll(BOARDING, "BOARDER")
            .aid(PROGRAM, "寄宿生生活补助", AMOUNT_DUE, "625.00")
            .aid(PROGRAM, "非寄宿生生活补助", AMOUNT_DUE, "312.50")
            .finding("duplicate-aid");

    assertThat(finding.found()).isEqualTo("937.50");
  }

  @Test
  void instalmentsThatMakeUpTheStandardAreNoDuplicate() {
    CountyFixture county = county().roll().aid(AMOUNT_DUE, "200.00").aid(AMOUNT_DUE, "112.50");

    assertThat(county.findings("duplicate-aid")).isEmpty();
    assertThat(county.findings("underpaid")).isEmpty();
  }

  @Test
  void aReturnedPaymentAndItsRepetitionAreNoDuplicate() {
    CountyFixture county = county().roll().aid(PAYMENT_STATUS, "银行退回").aid();

    assertThat(county.findings("duplicate-aid")).isEmpty();
    assertThat(county.findings("overpaid")).isEmpty();
  }

  @Test
  void otherTermsAndOtherProgramsAreNoDuplicate() {
    assertThat(
            county()
                .asOf("2026-06-01")
                .roll()
                .aid()
                .aid(TERM, "2026春")
                .aid(PROGRAM, "营养餐", AMOUNT_DUE, "500.00")
                .findings("duplicate-aid"))
        .isEmpty();
  }

  @Test
  void programsThatExcludeEachOtherMayNotStandSideBySide() {
    Finding finding =
        county()
            .roll(GRADE, "SENIOR-1")
            .aid(GRADE, "SENIOR-1", PROGRAM, "普高助学金", AMOUNT_DUE, "1150.00")
            .aid(GRADE, "VOCATIONAL-1", PROGRAM, "中职助学金", AMOUNT_DUE, "1150.00")
            .finding("duplicate-aid");

    assertThat(finding.program()).isEqualTo("中等职业学校国家助学金、普通高中国家助学金");
    assertThat(finding.found()).isEqualTo("2300.00");
    assertThat(finding.explanation().key()).isEqualTo("rule.duplicate-aid.excluded");
  }

  @Test
  void whoeverIsFundedAndOnNoRollIsAskedAbout() {
    Finding finding =
        county().roll().aid(NAME, "测试丁", CITIZEN_ID, STRANGER).finding("funded-not-enrolled");

    assertThat(finding.outcome()).isEqualTo(Outcome.NOT_ENROLLED);
    assertThat(finding.name()).isEqualTo("测试丁");
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(finding.found()).isEqualTo("312.50");
    assertThat(finding.term()).isEqualTo("2025秋");
  }

  @ParameterizedTest
  @CsvSource({
    "ENROLLED,",
    "SUSPENDED,",
    "LEFT,NOT_ENROLLED",
    "DECEASED,NOT_ENROLLED",
    "GRADUATED,NOT_ENROLLED",
    "TRANSFERRED,TO_CHECK"
  })
  void onlyAPlaceOnTheRollIsBeingEnrolled(String status, Outcome outcome) {
    assertThat(county().roll(ROLL_STATUS, status).aid().findings("funded-not-enrolled"))
        .extracting(Finding::outcome)
        .isEqualTo(outcome == null ? java.util.List.of() : java.util.List.of(outcome));
  }

  @Test
  void anUndecidedPupilLeavesTheQuestionOpen() {
    Finding finding =
        county()
            .roll()
            .aid(CITIZEN_ID, STRANGER)
            .undecided(ListKind.ROLL, 0, ListKind.AID, 0)
            .finding("funded-not-enrolled");

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
  }

  @ParameterizedTest
  @CsvSource({"2025-10-31,TO_CHECK", "2025-11-01,NOT_ENROLLED"})
  void untilTheEndOfOctoberARollMayStillBeUnderWay(String asOf, Outcome outcome) {
    Finding finding =
        county().asOf(asOf).roll().aid(CITIZEN_ID, STRANGER).finding("funded-not-enrolled");

    assertThat(finding.outcome()).isEqualTo(outcome);
  }

  @Test
  void aStageOfWhichThereIsNoRollIsNotCompared() {
    CountyFixture county =
        county()
            .roll()
            .aid(CITIZEN_ID, STRANGER, GRADE, "VOCATIONAL-1", PROGRAM, "中职助学金")
            .aid(CITIZEN_ID, STRANGER, GRADE, "", PROGRAM, "普高助学金");

    assertThat(county.findings("funded-not-enrolled")).isEmpty();
    assertThat(county.tally("funded-not-enrolled").compared()).isZero();
  }

  @Test
  void aProgramThatHouseholdsApplyForIsNotComparedWithTheRoll() {
    assertThat(
            county()
                .roll(GRADE, "VOCATIONAL-1")
                .aid(CITIZEN_ID, STRANGER, GRADE, "VOCATIONAL-1", PROGRAM, "雨露计划")
                .findings("funded-not-enrolled"))
        .isEmpty();
  }

  @Test
  void aRowOfAnUnknownProgramIsComparedToo() {
    assertThat(
            county()
                .roll()
                .aid(CITIZEN_ID, STRANGER, GRADE, "", PROGRAM, "爱心午餐")
                .finding("funded-not-enrolled")
                .program())
        .isEqualTo("爱心午餐");
  }

  @Test
  void graduatesKeepTheSpringAidThatTheyGot() {
    CountyFixture summer =
        county()
            .asOf("2026-07-10")
            .roll(ROLL_STATUS, "GRADUATED", GRADE, "JUNIOR-3")
            .aid(TERM, "2026春", GRADE, "JUNIOR-3");

    assertThat(summer.findings("funded-not-enrolled")).isEmpty();
  }

  @Test
  void whoLeftAfterTheTermIsNotAskedAboutForIt() {
    CountyFixture spring =
        county()
            .asOf("2026-04-10")
            .roll(ROLL_STATUS, "LEFT")
            .aid(TERM, "2025秋")
            .aid(NAME, "测试乙", CITIZEN_ID, STRANGER, TERM, "2026春")
            .roll(NAME, "测试乙", CITIZEN_ID, STRANGER);

    assertThat(spring.findings("funded-not-enrolled")).isEmpty();
  }

  @Test
  void anotherSchoolThanTheRollsIsADifference() {
    Finding finding =
        county()
            .roll()
            .roll(
                NAME, "测试乙",
                CITIZEN_ID, STRANGER,
                SCHOOL_NAME, "西镇小学",
                SCHOOL_CODE, "2199000002")
            .aid(SCHOOL_NAME, "西镇小学", SCHOOL_CODE, "2199000002")
            .finding("school-or-grade-differs");

    assertThat(finding.found()).isEqualTo("西镇小学 四年级");
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(finding.outcome()).isEqualTo(Outcome.SOURCE_TO_CORRECT);
  }

  @Test
  void aSpellingThatNamesNoSchoolIsNoDifference() {
    assertThat(
            county()
                .roll()
                .aid(SCHOOL_NAME, "东镇完小", SCHOOL_CODE, "")
                .findings("school-or-grade-differs"))
        .isEmpty();
  }

  @Test
  void theSchoolOfAnEndedRollRowIsNoDifference() {
    assertThat(
            county()
                .roll(SCHOOL_NAME, "西镇小学", SCHOOL_CODE, "2199000002")
                .roll(ROLL_STATUS, "TRANSFERRED")
                .aid()
                .findings("school-or-grade-differs"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PRIMARY-4,0", "PRIMARY-0,0", "PRIMARY-3,1", "JUNIOR-1,1", "JUNIOR-0,1"})
  void anotherGradeIsADifferenceUnlessOnlyTheStageIsKnown(String grade, int findings) {
    assertThat(county().roll().aid(GRADE, grade).findings("school-or-grade-differs"))
        .hasSize(findings);
  }

  @Test
  void onlyTheLatestTermIsCompared() {
    assertThat(
            county()
                .asOf("2026-06-01")
                .roll()
                .aid(GRADE, "PRIMARY-1")
                .aid(TERM, "2026春")
                .findings("school-or-grade-differs"))
        .isEmpty();
  }

  @Test
  void withoutJudgedTermsNothingIsCompared() {
    assertThat(county().roll().aid(TERM, "2020秋").tally("school-or-grade-differs").compared())
        .isZero();
  }
}
