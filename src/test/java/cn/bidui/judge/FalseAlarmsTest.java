package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.ENJOYS_POLICY;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.IDENTIFIED_MONTH;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.ORPHAN;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.RISK_CLEARED;
import static cn.bidui.source.Field.RISK_CLEARED_MONTH;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.STUDY_FORM;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.plan.Limit;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would make a pupil look unfunded who is not: place, time, boarding, exclusivity, stage and
 * age, status, waivers, payment lag, roll lag and duplicate persons.
 */
class FalseAlarmsTest {

  private static final String RULE = "unfunded-eligible";

  private static CountyFixture autumn() {
    return county().aidOfSomebodyElse("2025秋");
  }

  // Jurisdiction: schools pay where the pupil is enrolled.

  @Test
  void aChildWhoGoesToSchoolElsewhereIsAskedAboutAsOutOfCountyOnly() {
    Judgement judgement = autumn().household().judge();

    assertThat(judgement.findings())
        .filteredOn(finding -> finding.name().equals("测试甲"))
        .extracting(Finding::rule)
        .containsExactly("out-of-county");
  }

  @Test
  void whatHouseholdsArePaidIsAskedOfTheHomeCountyWhereverTheChildStudies() {
    NamedText local =
        new NamedText(
            "county.yml",
            """
            title: 测试县雨露计划
            level: county
            programs:
              - code: dew
                due: true
            """);
    CountyFixture elsewhere = autumn().policy(local).household(SCHOOLING, "中职二年级");

    assertThat(elsewhere.findings(RULE))
        .extracting(Finding::program, Finding::outcome)
        .containsExactly(tuple("雨露计划", Outcome.UNFUNDED_TO_CHECK));
    assertThat(autumn().policy(local).household(SCHOOLING, "七年级").findings(RULE)).isEmpty();
  }

  // Time.

  @Test
  void aRiskClearedBeforeTheTermNoLongerCounts() {
    assertThat(
            autumn()
                .roll(BOARDING, "BOARDER")
                .household(
                    HOUSEHOLD_TYPE, "",
                    MONITOR_CATEGORY, "MARGINAL",
                    RISK_CLEARED, "true",
                    RISK_CLEARED_MONTH, "2025-08")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void aRiskClearedDuringTheTermStillCounts() {
    Finding finding =
        autumn()
            .roll(BOARDING, "BOARDER")
            .household(
                HOUSEHOLD_TYPE, "",
                MONITOR_CATEGORY, "MARGINAL",
                RISK_CLEARED, "true",
                RISK_CLEARED_MONTH, "2025-09")
            .finding(RULE);

    assertThat(finding.category()).isEqualTo("边缘易致贫户");
  }

  @Test
  void aRiskClearedNobodyKnowsWhenDoesNotCount() {
    assertThat(
            autumn()
                .roll(BOARDING, "BOARDER")
                .household(
                    HOUSEHOLD_TYPE, "", MONITOR_CATEGORY, "SUDDEN_HARDSHIP", RISK_CLEARED, "true")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void anOldClearingMonthOfARiskThatIsOpenAgainDoesNotMatter() {
    assertThat(
            autumn()
                .roll(BOARDING, "BOARDER")
                .household(
                    HOUSEHOLD_TYPE, "",
                    MONITOR_CATEGORY, "SUDDEN_HARDSHIP",
                    RISK_CLEARED, "false",
                    RISK_CLEARED_MONTH, "2024-03")
                .findings(RULE))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"2025-09,1", "2025-10,0"})
  void aHouseholdIdentifiedAfterTheFirstMonthCountsFromTheNextTerm(String month, int findings) {
    assertThat(
            autumn()
                .roll(BOARDING, "BOARDER")
                .household(
                    HOUSEHOLD_TYPE, "", MONITOR_CATEGORY, "UNSTABLE", IDENTIFIED_MONTH, month)
                .findings(RULE))
        .hasSize(findings);
  }

  @Test
  void aJobMayGiveHouseholdsMoreTimeToBeIdentified() {
    RulePlan plan =
        new RulePlan(RULE, true, Map.of("identified-grace", new Limit(90, "days", "县里规定", "县发文")));

    assertThat(
            autumn()
                .plan(plan)
                .roll(BOARDING, "BOARDER")
                .household(
                    HOUSEHOLD_TYPE, "", MONITOR_CATEGORY, "UNSTABLE", IDENTIFIED_MONTH, "2025-10")
                .findings(RULE))
        .hasSize(1);
  }

  @Test
  void aLiftedOutHouseholdThatNoLongerEnjoysThePolicyIsNotDue() {
    assertThat(autumn().roll().household(ENJOYS_POLICY, "false").findings(RULE)).isEmpty();
    assertThat(autumn().roll().household(ENJOYS_POLICY, "true").findings(RULE)).hasSize(1);
  }

  // Boarding.

  @Test
  void aWrongAmountIsNotAMissingOne() {
    CountyFixture county = autumn().roll(BOARDING, "BOARDER").household().aid(AMOUNT_DUE, "312.50");

    assertThat(county.findings(RULE)).isEmpty();
    assertThat(county.findings("wrong-standard")).hasSize(1);
  }

  @Test
  void whereBoardingIsUnknownOnlyWhatIsDueEitherWayIsAskedFor() {
    assertThat(autumn().roll(BOARDING, "").household().finding(RULE).due()).isEqualTo("312.50");
    assertThat(
            autumn()
                .roll(BOARDING, "")
                .household(HOUSEHOLD_TYPE, "", ORPHAN, "true")
                .findings(RULE))
        .isEmpty();
  }

  // Exclusivity.

  @Test
  void aProgramThatExcludesAnotherStandsInForIt() {
    assertThat(
            autumn()
                .roll(GRADE, "SENIOR-1")
                .household()
                .aid(PROGRAM, "中职国家助学金", GRADE, "VOCATIONAL-1")
                .findings(RULE))
        .isEmpty();
  }

  // Stage and age.

  @Test
  void partTimeVocationalPupilsAreNotDueTheGrant() {
    assertThat(autumn().roll(GRADE, "VOCATIONAL-1", STUDY_FORM, "false").household().findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20220831,1", "20220902,0"})
  void aChildUnderThreeIsNotDueKindergartenAid(String birth, int findings) {
    NamedText local =
        new NamedText(
            "county.yml",
            """
            title: 测试县学前资助
            level: county
            programs:
              - code: preschool-aid
                due: true
            """);
    String child = CountyFixture.id(birth, 3);

    assertThat(
            autumn()
                .policy(local)
                .roll(CITIZEN_ID, child, GRADE, "PRESCHOOL-1")
                .household(CITIZEN_ID, child)
                .findings(RULE))
        .hasSize(findings);
  }

  // Status.

  @ParameterizedTest
  @ValueSource(strings = {"SUSPENDED", "LEFT", "GRADUATED", "TRANSFERRED", "DECEASED"})
  void whoeverIsNotInSchoolIsNotDueAnything(String status) {
    assertThat(autumn().roll(ROLL_STATUS, status).household().findings(RULE)).isEmpty();
  }

  // Waivers.

  @Test
  void aFamilyThatGaveTheAidUpIsNotAskedAbout() {
    assertThat(autumn().roll().household().aid(AMOUNT_DUE, "0.00", REMARK, "家长自愿放弃").findings(RULE))
        .isEmpty();
    assertThat(
            autumn()
                .roll()
                .household()
                .aid(PROGRAM, "", AMOUNT_DUE, "", PAYMENT_STATUS, "放弃")
                .findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-10-05", "2025-12-20"})
  void whoeverCameBackFromLeaveAfterTheTermHadBegunIsNotDueIt(String day) {
    assertThat(
            autumn()
                .roll()
                .household()
                .row(ListKind.ROLL_CHANGES, CHANGE_TYPE, "RETURN", CHANGED_ON, day)
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void theOldSchoolsPaymentCountsForAPupilWhoMovedWithinTheCounty() {
    assertThat(
            autumn()
                .roll(ROLL_STATUS, "TRANSFERRED", SCHOOL_NAME, "西镇小学")
                .roll()
                .household()
                .aid(SCHOOL_NAME, "西镇小学")
                .findings(RULE))
        .isEmpty();
  }

  // Payment lag.

  @ParameterizedTest
  @CsvSource({
    "2025-09-20,PAYMENT_PENDING",
    "2025-10-31,PAYMENT_PENDING",
    "2025-11-01,UNFUNDED_CONFIRMED"
  })
  void withinTwoMonthsOfTheTermsStartPaymentIsPending(String asOf, Outcome outcome) {
    assertThat(autumn().asOf(asOf).roll().household().finding(RULE).outcome()).isEqualTo(outcome);
  }

  @Test
  void aRowThatIsNotPaidYetAnswersTheQuestion() {
    assertThat(autumn().roll().household().aid(PAYMENT_STATUS, "未发放").findings(RULE)).isEmpty();
  }

  // Roll lag.

  @Test
  void whoeverIsNotOnTheRollYetIsNotAskedAboutBySchool() {
    assertThat(autumn().asOf("2025-09-20").household().findings(RULE)).isEmpty();
  }

  // Two rolls, one payment; identities that nobody has decided yet.

  @Test
  void onePaymentSatisfiesBothRolls() {
    assertThat(autumn().roll().roll(SCHOOL_NAME, "西镇小学").household().aid().findings(RULE))
        .isEmpty();
  }

  @Test
  void anAidRowThatMayBeThePupilsLeavesTheQuestionOpen() {
    String typo = CountyFixture.id("20160501", 11);
    Finding finding =
        county()
            .roll()
            .household()
            .aid(CITIZEN_ID, typo)
            .undecided(ListKind.ROLL, 0, ListKind.AID, 0)
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_TO_CHECK);
  }

  @Test
  void anUndecidedRowOfAnotherTermChangesNothing() {
    Finding finding =
        autumn()
            .roll()
            .household()
            .aid(CITIZEN_ID, CountyFixture.id("20160501", 11), TERM, "2025春")
            .undecided(ListKind.ROLL, 0, ListKind.AID, 1)
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_CONFIRMED);
  }

  @Test
  void aProgramThatNoPolicyKnowsLeavesTheQuestionOpen() {
    Finding finding = autumn().roll().household().aid(PROGRAM, "爱心午餐").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_TO_CHECK);
  }
}
