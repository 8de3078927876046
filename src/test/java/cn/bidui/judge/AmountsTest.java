package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  private static final List<String> RULES = List.of("underpaid", "overpaid", "wrong-standard");

  private static List<String> found(CountyFixture county) {
    return county.judge().findings().stream().map(Finding::rule).filter(RULES::contains).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // 2025秋: 625 per term for primary boarders, 312.50 for day pupils; 750 and 375 in junior.
    "PRIMARY-4,BOARDER,625.00,",
    "PRIMARY-4,DAY,312.50,",
    "JUNIOR-1,BOARDER,750.00,",
    "JUNIOR-1,DAY,375.00,",
    "PRIMARY-4,BOARDER,600.00,underpaid",
    "PRIMARY-4,BOARDER,0.00,underpaid",
    "PRIMARY-4,BOARDER,1250.00,overpaid",
    // the standard before 2024春, the other boarding, the other stage
    "PRIMARY-4,BOARDER,500.00,wrong-standard",
    "PRIMARY-4,BOARDER,312.50,wrong-standard",
    "PRIMARY-4,BOARDER,750.00,wrong-standard",
    "JUNIOR-1,DAY,312.50,wrong-standard",
    "SENIOR-1,DAY,1150.00,",
    "SENIOR-1,DAY,499.00,underpaid",
    "SENIOR-1,DAY,1751.00,overpaid"
  })
  void anAmountIsRightShortOverOrAnotherStandardAndOnlyOneOfThem(
      String grade, String boarding, String amount, String rule) {
    String program = grade.startsWith("SENIOR") ? "普高国家助学金" : "家庭经济困难学生生活补助";
    CountyFixture county =
        county()
            .roll(GRADE, grade, BOARDING, boarding)
            .aid(GRADE, grade, PROGRAM, program, AMOUNT_DUE, amount);

    assertThat(found(county)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void theFindingStatesWhatIsDueAndWhatWasFound() {
    Finding finding =
        county().roll(BOARDING, "BOARDER").aid(AMOUNT_DUE, "600.00").finding("underpaid");

    assertThat(finding.outcome()).isEqualTo(Outcome.AMOUNT_DIFFERS);
    assertThat(finding.due()).isEqualTo("625.00");
    assertThat(finding.found()).isEqualTo("600.00");
    assertThat(sentence(finding))
        .startsWith("2025秋义务教育家庭经济困难学生生活补助记录金额 600.00 元，低于小学住校每学期标准 625.00 元（依据：财政部");
  }

  @Test
  void theSentenceNamesTheStandardThatWasMistakenlyApplied() {
    Finding old =
        county().roll(BOARDING, "BOARDER").aid(AMOUNT_DUE, "500.00").finding("wrong-standard");

    assertThat(old.outcome()).isEqualTo(Outcome.STANDARD_MISAPPLIED);
    assertThat(old.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(sentence(old)).contains("与“小学住校至2023秋”的标准相同");
  }

  @Test
  void anAmountThatCouldBeSeveralStandardsIsTakenForTheLikeliestSlip() {
    // 625 is what junior boarders got before 2024春 and what primary boarders get now.
    Finding junior =
        county()
            .roll(GRADE, "JUNIOR-2", BOARDING, "BOARDER")
            .aid(GRADE, "JUNIOR-2", AMOUNT_DUE, "625.00")
            .finding("wrong-standard");

    assertThat(sentence(junior)).contains("与“初中住校至2023秋”的标准相同");
  }

  @Test
  void rangesArePrintedWithBothEnds() {
    Finding finding =
        county()
            .roll(GRADE, "SENIOR-2")
            .aid(GRADE, "SENIOR-2", PROGRAM, "国家助学金", AMOUNT_DUE, "400.00")
            .finding("underpaid");

    assertThat(finding.due()).isEqualTo("1150.00");
    assertThat(sentence(finding)).contains("500.00—1750.00 元");
  }

  @Test
  void whereBoardingIsUnknownEitherStandardIsRight() {
    assertThat(found(county().roll(BOARDING, "").aid(AMOUNT_DUE, "625.00"))).isEmpty();
    assertThat(found(county().roll(BOARDING, "").aid(AMOUNT_DUE, "312.50"))).isEmpty();
    assertThat(found(county().roll(BOARDING, "").aid(AMOUNT_DUE, "300.00")))
        .containsExactly("underpaid");
  }

  @Test
  void whatWasPaidCountsWhereNoAmountDueIsRecorded() {
    assertThat(found(county().roll().aid(AMOUNT_DUE, "", AMOUNT_PAID, "300.00")))
        .containsExactly("underpaid");
  }

  @Test
  void rowsWithoutAnAmountAreNotCompared() {
    CountyFixture county = county().roll().aid(AMOUNT_DUE, "");

    assertThat(found(county)).isEmpty();
    assertThat(county.tally("underpaid").compared()).isZero();
  }

  @Test
  void standardsSetLocallyAreNotCompared() {
    assertThat(
            found(
                county()
                    .roll(GRADE, "SENIOR-1")
                    .aid(GRADE, "SENIOR-1", PROGRAM, "普高免学费", AMOUNT_DUE, "1.00")))
        .isEmpty();
    assertThat(
            found(
                county()
                    .roll(GRADE, "VOCATIONAL-1")
                    .aid(GRADE, "VOCATIONAL-1", PROGRAM, "中职助学金", AMOUNT_DUE, "1000.00")))
        .isEmpty();
  }

  @Test
  void programsThatNoPolicyKnowsAreNotCompared() {
    assertThat(found(county().roll().aid(PROGRAM, "爱心午餐", AMOUNT_DUE, "5.00"))).isEmpty();
  }

  @Test
  void aidThatWasGivenUpIsNotUnderpaid() {
    assertThat(found(county().roll().aid(AMOUNT_DUE, "0.00", REMARK, "自愿放弃"))).isEmpty();
  }

  @Test
  void withoutARollTheStageComesFromTheAidRowAndNoStandardIsCalledWrong() {
    CountyFixture county = county().without(ListKind.ROLL).aid(AMOUNT_DUE, "250.00");

    assertThat(found(county)).containsExactly("underpaid");
    assertThat(county.tally("wrong-standard").evaluated()).isFalse();
  }

  @Test
  void amountsOfEarlierSchoolYearsAreNotComparedWithTonightsRoll() {
    assertThat(found(county().roll().aid(TERM, "2025春", AMOUNT_DUE, "1.00"))).isEmpty();
  }

  @Test
  void aCountysOwnAmountGoesBeforeTheNationalRangeForItsHouseholds() {
    CountyFixture county =
        county()
            .asOf("2024-01-10")
            .policy(CountyFixture.file("suiping-2023.yml"))
            .roll(GRADE, "SENIOR-1")
            .household()
            .aid(TERM, "2023秋", GRADE, "SENIOR-1", PROGRAM, "普高国家助学金", AMOUNT_DUE, "1000.00");

    assertThat(county.finding("underpaid").due()).isEqualTo("1500.00");
  }

  private static String sentence(Finding finding) {
    return Messages.ZH.text(finding.explanation().key(), finding.explanation().words().toArray());
  }

  @Test
  void ofAPupilOnTwoRollsTheAmountIsRightByEither() {
    CountyFixture county =
        county()
            .roll(GRADE, "JUNIOR-1", BOARDING, "BOARDER")
            .roll(GRADE, "PRIMARY-6", BOARDING, "DAY");

    assertThat(found(county.aid(AMOUNT_DUE, "312.50"))).isEmpty();
    assertThat(
            found(
                county()
                    .roll(GRADE, "JUNIOR-1", BOARDING, "BOARDER")
                    .roll(GRADE, "PRIMARY-6", BOARDING, "DAY", ROLL_STATUS, "GRADUATED")
                    .aid(AMOUNT_DUE, "312.50")))
        .containsExactly("wrong-standard");
  }
}
