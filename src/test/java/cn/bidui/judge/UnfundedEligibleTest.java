package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.EXTREME_POVERTY;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.HEALTH;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.MINIMUM_LIVING;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.ORPHAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.source.ListKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfundedEligibleTest {

  private static final String RULE = "unfunded-eligible";

  private static CountyFixture autumn() {
    return county().aidOfSomebodyElse("2025秋");
  }

  @Test
  void aPupilOfALiftedOutHouseholdWithoutTheAllowanceIsUnfunded() {
    Finding finding = autumn().roll().household().finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_CONFIRMED);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.subjectKind()).isEqualTo("person");
    assertThat(finding.name()).isEqualTo("测试甲");
    assertThat(finding.citizenId()).startsWith("990101********").hasSize(18);
    assertThat(finding.township()).isEqualTo("西镇");
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(finding.stage()).isEqualTo("小学");
    assertThat(finding.grade()).isEqualTo("四年级");
    assertThat(finding.category()).isEqualTo("脱贫户");
    assertThat(finding.program()).isEqualTo("义务教育家庭经济困难学生生活补助");
    assertThat(finding.term()).isEqualTo("2025秋");
    assertThat(finding.due()).isEqualTo("312.50");
    assertThat(finding.found()).isEqualTo("0.00");
    assertThat(finding.evidence())
        .extracting(row -> row.cell().label())
        .containsExactly("roll.xlsx!Sheet1!2", "households.xlsx!Sheet1!2");
    assertThat(finding.explanation().key()).isEqualTo("rule.unfunded-eligible.confirmed");
  }

  @Test
  void aFundedPupilIsNotAskedAbout() {
    CountyFixture county = autumn().roll().household().aid();

    assertThat(county.findings(RULE)).isEmpty();
    assertThat(county.tally(RULE).compared()).isEqualTo(1);
  }

  @Test
  void aBoarderIsDueTheFullAllowance() {
    assertThat(autumn().roll(BOARDING, "BOARDER").household().finding(RULE).due())
        .isEqualTo("625.00");
  }

  @Test
  void aPupilInNoListIsNotDueAnything() {
    assertThat(autumn().roll().household(HOUSEHOLD_TYPE, "一般农户").findings(RULE)).isEmpty();
  }

  @Test
  void everyTermOfTheSchoolYearThatHasAidRowsIsJudged() {
    CountyFixture county =
        autumn().asOf("2026-06-15").aidOfSomebodyElse("2026春").roll().household();

    assertThat(county.findings(RULE))
        .extracting(Finding::term)
        .containsExactlyInAnyOrder("2025秋", "2026春");
  }

  @Test
  void termsOfOtherYearsAndOfTheFutureAreNotJudged() {
    CountyFixture county =
        county().aidOfSomebodyElse("2025春").aidOfSomebodyElse("2026春").roll().household();

    assertThat(county.findings(RULE)).isEmpty();
  }

  @Test
  void anAidListWithoutAnyTermOfTheSchoolYearCountsAsMissing() {
    CountyFixture summer = autumn().asOf("2026-08-31").roll().household();
    assertThat(summer.tally(RULE).evaluated()).isTrue();
    assertThat(summer.findings(RULE)).hasSize(1);

    RuleTally turned = summer.asOf("2026-09-01").tally(RULE);
    assertThat(turned.evaluated()).isFalse();
    assertThat(turned.needs()).containsExactly(ListKind.AID);

    RuleTally arrived = summer.aidOfSomebodyElse("2026秋").tally(RULE);
    assertThat(arrived.evaluated()).isTrue();
    assertThat(arrived.needs()).isEmpty();
  }

  @Test
  void anAidListOfTheFutureCountsAsMissingToo() {
    assertThat(county().aidOfSomebodyElse("2026春").tally(RULE).evaluated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"SENIOR-1,普通高中国家助学金,1150.00", "VOCATIONAL-3,中等职业学校国家助学金,1150.00"})
  void seniorAndVocationalPupilsAreDueTheNationalGrant(String grade, String program, String due) {
    Finding finding = autumn().roll(GRADE, grade).household().finding(RULE);

    assertThat(finding.program()).isEqualTo(program);
    assertThat(finding.due()).isEqualTo(due);
  }

  // Categories decide per boarding: the half allowance is for four categories only.

  @Test
  void townAndCountryDecideAboutDayPupils() {
    assertThat(
            autumn().roll().household(HOUSEHOLD_TYPE, "", MINIMUM_LIVING, "URBAN").findings(RULE))
        .isEmpty();
    assertThat(
            autumn()
                .roll()
                .household(HOUSEHOLD_TYPE, "", MINIMUM_LIVING, "RURAL")
                .finding(RULE)
                .category())
        .isEqualTo("农村低保");
  }

  @Test
  void categoriesAreJoinedInTheirOrder() {
    Finding finding =
        autumn()
            .roll(BOARDING, "BOARDER")
            .household(
                HEALTH, "残疾", ORPHAN, "true", EXTREME_POVERTY, "URBAN", MINIMUM_LIVING, "URBAN")
            .finding(RULE);

    assertThat(finding.category()).isEqualTo("脱贫户、城市低保、城市特困、残疾、孤儿或事实无人抚养");
  }

  @Test
  void ruralExtremePovertyIsDueTheHalfAllowance() {
    assertThat(
            autumn()
                .roll()
                .household(HOUSEHOLD_TYPE, "", EXTREME_POVERTY, "RURAL")
                .finding(RULE)
                .category())
        .isEqualTo("农村特困");
  }

  @Test
  void anUnknownGradeIsNotJudged() {
    assertThat(autumn().roll(GRADE, "", NAME, "测试丙").household().findings(RULE)).isEmpty();
  }
}
