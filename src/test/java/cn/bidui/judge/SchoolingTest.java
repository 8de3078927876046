package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.EDUCATION;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.NOT_IN_SCHOOL_REASON;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.link.PersonKey;
import cn.bidui.plan.Limit;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code never-enrolled}, {@code out-of-county}, {@code vanished-from-roll}, {@code
 * status-conflict}.
 */
class SchoolingTest {

  private static final String NEVER = "never-enrolled";

  private static CountyFixture child(String birth, Object... values) {
    Object[] all = new Object[values.length + 4];
    all[0] = CITIZEN_ID;
    all[1] = id(birth, 7);
    all[2] = SCHOOLING;
    all[3] = "";
    System.arraycopy(values, 0, all, 4, values.length);
    return county().household(all);
  }

  @ParameterizedTest
  @CsvSource({
    // 2025-2026: born 2010-09-01 … 2019-08-31.
    "20100831,0",
    "20100901,1",
    "20190831,1",
    "20190901,0"
  })
  void compulsoryAgeGoesByTheCohortsOfTheSchoolYear(String birth, int findings) {
    assertThat(child(birth).findings(NEVER)).hasSize(findings);
  }

  @Test
  void aChildOnNoRollOfWhomNobodyKnowsASchoolMayNeverHaveEnrolled() {
    Finding finding = child("20160501").finding(NEVER);

    assertThat(finding.outcome()).isEqualTo(Outcome.NEVER_ENROLLED);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.township()).isEqualTo("西镇");
    assertThat(finding.school()).isEmpty();
    assertThat(finding.term()).isEmpty();
    assertThat(finding.explanation().words()).containsExactly("9", "2025-2026", "", "监测");
  }

  @Test
  void theReasonThatTheHouseholdGivesStandsInTheSentence() {
    Finding finding = child("20160501", NOT_IN_SCHOOL_REASON, "因病").finding(NEVER);

    assertThat(finding.outcome()).isEqualTo(Outcome.NEVER_ENROLLED);
    assertThat(finding.explanation().key()).isEqualTo("rule.never-enrolled.reason");
  }

  @Test
  void aChildWhoHasFinishedJuniorSchoolIsNotMissing() {
    assertThat(child("20101001", EDUCATION, "初中").findings(NEVER)).isEmpty();
    assertThat(child("20101001", EDUCATION, "小学").findings(NEVER)).hasSize(1);
    assertThat(child("20130501", EDUCATION, "初中").findings(NEVER)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"2025-10-31,TO_CHECK", "2025-11-01,NEVER_ENROLLED"})
  void untilTheEndOfOctoberChildrenWhoEnterAreOnlyToBeChecked(String asOf, Outcome outcome) {
    assertThat(child("20190501").asOf(asOf).finding(NEVER).outcome()).isEqualTo(outcome);
    assertThat(child("20180501").asOf(asOf).finding(NEVER).outcome())
        .isEqualTo(Outcome.NEVER_ENROLLED);
  }

  @Test
  void somebodyOnTheRollWhoMayBeTheChildLeavesTheQuestionOpen() {
    Finding finding =
        child("20160501").roll().undecided(ListKind.HOUSEHOLDS, 0, ListKind.ROLL, 0).finding(NEVER);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
  }

  @Test
  void whoeverHasAPlaceIsNotMissing() {
    assertThat(county().roll().household(SCHOOLING, "").findings(NEVER)).isEmpty();
    assertThat(county().roll(ROLL_STATUS, "SUSPENDED").household(SCHOOLING, "").findings(NEVER))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEFT", "GRADUATED"})
  void whoLeftTheRollAndIsOnNoOtherMayHaveDroppedOut(String status) {
    Finding finding = county().roll(ROLL_STATUS, status).household(SCHOOLING, "").finding(NEVER);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(finding.evidence()).hasSize(2);
  }

  @Test
  void nobodyAsksForADeceasedChild() {
    assertThat(county().roll(ROLL_STATUS, "DECEASED").household(SCHOOLING, "").judge().findings())
        .isEmpty();
  }

  @Test
  void withoutABirthDateNothingIsCompared() {
    CountyFixture county = county().household(CITIZEN_ID, "", SCHOOLING, "");

    assertThat(county.findings(NEVER)).isEmpty();
    assertThat(county.tally(NEVER).compared()).isZero();
  }

  @Test
  void aStageOfWhichThereIsNoRollSaysNothingAboutItsChildren() {
    assertThat(
            child("20160501")
                .roll(CITIZEN_ID, id("20120101", 4), GRADE, "JUNIOR-1")
                .findings(NEVER))
        .isEmpty();
  }

  @Test
  void aChildWhoGoesToSchoolOnNoRollOfTheCountyGoesElsewhere() {
    CountyFixture county = county().household();
    Finding finding = county.finding("out-of-county");

    assertThat(finding.outcome()).isEqualTo(Outcome.OUT_OF_COUNTY);
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.found()).isEqualTo("小学");
    assertThat(county.findings(NEVER)).isEmpty();
  }

  @Test
  void aKindergartenIsNoSchoolForAChildOfAge() {
    assertThat(child("20160501", SCHOOLING, "学前教育").findings(NEVER)).hasSize(1);
  }

  @Test
  void aTransferredChildGoesElsewhere() {
    Finding finding =
        county().roll(ROLL_STATUS, "TRANSFERRED").household(SCHOOLING, "").finding("out-of-county");

    assertThat(finding.outcome()).isEqualTo(Outcome.OUT_OF_COUNTY);
    assertThat(finding.explanation().key()).isEqualTo("rule.out-of-county.transferred");
  }

  @Test
  void somebodyOnTheRollMayBeTheChildWhoSeemsToBeElsewhere() {
    Finding finding =
        county()
            .household(CITIZEN_ID, id("20160501", 8))
            .roll()
            .undecided(ListKind.HOUSEHOLDS, 0, ListKind.ROLL, 0)
            .finding("out-of-county");

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
  }

  @Test
  void aPupilWhoIsGoneFromTheRollIsToBeChecked() {
    Finding finding = county().departed(900, "2025-12-01").finding("vanished-from-roll");

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(finding.personKey()).isEqualTo(new PersonKey(900).text());
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(finding.grade()).isEqualTo("四年级");
    assertThat(finding.citizenId()).contains("********");
    assertThat(finding.evidence())
        .extracting(row -> row.cell().label())
        .containsExactly("旧学籍.xlsx!Sheet1!9");
    assertThat(finding.explanation().words()).containsExactly("2025-12-01", "东镇小学", "");
  }

  @Test
  void onlyTheLatestRollOfADepartedPupilIsShown() {
    Finding finding =
        county()
            .departed(900, "2025-12-01")
            .departed(900, "2026-01-10")
            .departed(900, "2025-11-01")
            .finding("vanished-from-roll");

    assertThat(finding.explanation().words().get(0)).isEqualTo("2026-01-10");
  }

  @ParameterizedTest
  @CsvSource({
    // leaving grades are gone after the summer, and already in it
    "PRIMARY-6,2025-06-10,2026-01-15,0",
    "JUNIOR-3,2025-06-10,2026-01-15,0",
    "SENIOR-3,2026-06-10,2026-07-20,0",
    "PRIMARY-6,2025-12-01,2026-01-15,1",
    "PRIMARY-4,2025-06-10,2026-01-15,1",
    // rolls are made anew in autumn
    "PRIMARY-4,2025-06-10,2025-10-31,0",
    "PRIMARY-4,2025-06-10,2025-11-01,1",
    "PRIMARY-4,2025-09-20,2025-10-10,1",
    "PRESCHOOL-2,2025-12-01,2026-01-15,0",
    "'',2025-12-01,2026-01-15,1"
  })
  void leavingCohortsAndTheAutumnAreWaitedOut(
      String grade, String dataDate, String asOf, int findings) {
    assertThat(
            county()
                .asOf(asOf)
                .departed(900, dataDate, GRADE, grade)
                .findings("vanished-from-roll"))
        .hasSize(findings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEFT", "TRANSFERRED", "GRADUATED", "DECEASED"})
  void aRecordedChangeIsNoVanishing(String status) {
    assertThat(
            county()
                .departed(900, "2025-12-01", ROLL_STATUS, status)
                .findings("vanished-from-roll"))
        .isEmpty();
  }

  @Test
  void withoutAnEarlierRollNobodyCanBeMissed() {
    RuleTally tally = county().roll().tally("vanished-from-roll");

    assertThat(tally.evaluated()).isFalse();
    assertThat(tally.needs()).containsExactly(ListKind.ROLL);
    assertThat(county().earlierRoll().tally("vanished-from-roll").evaluated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PRIMARY-4,小学,",
    "PRIMARY-4,'',blank",
    "PRIMARY-4,学龄前儿童,out",
    "PRIMARY-4,学前教育,out",
    "PRIMARY-6,七年级,",
    "JUNIOR-1,小学,",
    "JUNIOR-2,小学,grade",
    "JUNIOR-1,九年级,grade",
    "JUNIOR-1,八年级,",
    "SENIOR-1,中职一年级,",
    "SENIOR-3,'',",
    "SENIOR-3,普通高中一年级,grade"
  })
  void theHouseholdListMayBeOneGradeBehindAndNoMore(
      String grade, String schooling, String sentence) {
    List<Finding> findings =
        county().roll(GRADE, grade).household(SCHOOLING, schooling).findings("status-conflict");

    assertThat(findings)
        .extracting(finding -> finding.explanation().key())
        .isEqualTo(sentence == null ? List.of() : List.of("rule.status-conflict." + sentence));
  }

  @Test
  void aReasonForNotBeingInSchoolContradictsTheRoll() {
    Finding finding =
        county().roll().household(NOT_IN_SCHOOL_REASON, "因厌学").finding("status-conflict");

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(finding.explanation().key()).isEqualTo("rule.status-conflict.reason");
  }

  @ParameterizedTest
  @CsvSource({"2025-07-15,0", "2025-10-31,0", "2025-11-01,1"})
  void firstGradersHaveUntilTheEndOfOctober(String asOf, int findings) {
    assertThat(
            county()
                .asOf(asOf)
                .roll(GRADE, "PRIMARY-1")
                .household(SCHOOLING, "学龄前儿童")
                .findings("status-conflict"))
        .hasSize(findings);
  }

  @Test
  void aPupilOnLeaveContradictsNothing() {
    assertThat(
            county()
                .roll(ROLL_STATUS, "SUSPENDED")
                .household(SCHOOLING, "", NOT_IN_SCHOOL_REASON, "因病")
                .findings("status-conflict"))
        .isEmpty();
  }

  @Test
  void anUnknownGradeContradictsNothing() {
    assertThat(county().roll(GRADE, "").household().findings("status-conflict")).isEmpty();
  }

  @Test
  void aJobMayAllowMoreSteps() {
    RulePlan plan =
        new RulePlan(
            "status-conflict", true, Map.of("grade-steps", new Limit(2, "grades", "两年一访", "县发文")));

    assertThat(
            county()
                .plan(plan)
                .roll(GRADE, "JUNIOR-2")
                .household(SCHOOLING, "小学")
                .findings("status-conflict"))
        .isEmpty();
  }

  @Test
  void dropoutCasesStayOneCaseOverTheSummer() {
    Finding spring = child("20160501").asOf("2026-05-15").finding(NEVER);
    Finding autumn = child("20160501").asOf("2026-11-15").finding(NEVER);

    assertThat(autumn.id()).isEqualTo(spring.id());
    assertThat(autumn.caseId()).isEqualTo(spring.caseId());
    assertThat(autumn.facts()).isEqualTo(spring.facts());
  }

  @Test
  void gradesAreCountedOverAllStages() {
    assertThat(
            county()
                .roll(NAME, "测试戊", GRADE, "VOCATIONAL-3")
                .household(SCHOOLING, "硕士生及以上")
                .finding("status-conflict")
                .found())
        .isEqualTo("硕士生及以上");
    assertThat(
            county()
                .roll(GRADE, "VOCATIONAL-3")
                .household(SCHOOLING, "高职高专一年级")
                .findings("status-conflict"))
        .isEmpty();
    assertThat(
            county()
                .roll(GRADE, "PRESCHOOL-3")
                .household(SCHOOLING, "小学")
                .findings("status-conflict"))
        .isEmpty();
  }
}
