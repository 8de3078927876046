package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.BENEFIT;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.HARDSHIP_TYPE;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.CIVIL;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HARDSHIP;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.plan.NamedText;
import cn.bidui.source.Messages;
import org.junit.jupiter.api.Test;

class FundedNotEligibleTest {

  private static final String RULE = "funded-not-eligible";

  private static final NamedText LOCAL =
      new NamedText(
          "county.yml",
          """
          title: 测试县学生资助
          level: county
          standards:
            - program: living-allowance
              stages: [primary]
              boarding: day
              from: 2025秋
              yearly: 625
              eligible: [lifted-out]
              source: 测试县教发〔2025〕1号 一
          """);

  /** Somebody else is recognized, so that the list of recognized pupils is there. */
  private static CountyFixture recognized() {
    return county()
        .policy(LOCAL)
        .row(HARDSHIP, NAME, "测试丁", CITIZEN_ID, id("20150101", 4), HARDSHIP_TYPE, "ORPHAN");
  }

  private static String sentence(Finding finding) {
    return Messages.ZH.text(finding.explanation().key(), finding.explanation().words().toArray());
  }

  @Test
  void whoeverIsFundedAndInNoListIsAskedAbout() {
    Finding finding = recognized().roll().aid().finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.FUNDED_NOT_ELIGIBLE);
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.found()).isEqualTo("312.50");
    assertThat(finding.due()).isEmpty();
    assertThat(sentence(finding))
        .isEqualTo(
            "2025秋受助名单有义务教育家庭经济困难学生生活补助（312.50 元），该项目面向规定的资助对象"
                + "（依据：测试县教发〔2025〕1号 一），防返贫监测、困难学生名单中都没有本人；"
                + "核实认定依据，学校另行认定的补录困难学生名单。");
  }

  @Test
  void aGrantWithoutAnAmountSaysSo() {
    assertThat(sentence(recognized().roll().aid(AMOUNT_DUE, "").finding(RULE)))
        .contains("生活补助（金额未填），");
  }

  @Test
  void whoeverIsInAListIsNotAskedAbout() {
    assertThat(recognized().roll().household().aid().findings(RULE)).isEmpty();
    assertThat(recognized().roll().row(DISABILITY).aid().findings(RULE)).isEmpty();
    assertThat(recognized().roll().household().aid().tally(RULE).compared()).isEqualTo(1);
  }

  @Test
  void whomTheSchoolRecognizedIsNotAskedAbout() {
    assertThat(recognized().roll().row(HARDSHIP, HARDSHIP_TYPE, "OTHER").aid().findings(RULE))
        .isEmpty();
  }

  @Test
  void whoeverWasInAListButNotAtTheStartOfTheTermIsAskedAboutAsThat() {
    Finding finding = recognized().roll().household(HOUSEHOLD_TYPE, "一般农户").aid().finding(RULE);

    assertThat(sentence(finding)).contains("部门名单有本人，但学期初已不属于或尚不属于资助对象；核实认定依据。");
  }

  @Test
  void whoeverMayBeSomebodyInAListIsLeftToBeDecided() {
    String other = id("20160501", 11);
    Finding finding =
        recognized()
            .roll()
            .aid()
            .household(CITIZEN_ID, other)
            .undecided(ROLL, 0, HOUSEHOLDS, 0)
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(sentence(finding)).endsWith("有一人可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void withoutTheListsThatCouldSayNothingIsCompared() {
    CountyFixture county = county().roll().aid();

    assertThat(county.findings(RULE)).isEmpty();
    assertThat(county.tally(RULE).evaluated()).isTrue();
    assertThat(county.tally(RULE).compared()).isZero();
  }

  @Test
  void allListsOfAuthoritiesTogetherAreEnoughToHaveItChecked() {
    Finding finding =
        county()
            .roll()
            .aid()
            .row(CIVIL, NAME, "测试丁", CITIZEN_ID, id("20150101", 4), BENEFIT, "ORPHAN")
            .row(DISABILITY, NAME, "测试丁", CITIZEN_ID, id("20150101", 4))
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
  }

  @Test
  void whatWasGivenUpOrReturnedOrIsUnknownIsNotAskedAbout() {
    assertThat(recognized().roll().aid(PAYMENT_STATUS, "退回").findings(RULE)).isEmpty();
    assertThat(recognized().roll().aid(PROGRAM, "爱心午餐").findings(RULE)).isEmpty();
  }

  @Test
  void aProgramForAllIsNotAskedAbout() {
    assertThat(recognized().roll().aid(PROGRAM, "营养改善计划").findings(RULE)).isEmpty();
  }

  @Test
  void itNeedsTheHouseholdsAndTheAid() {
    CountyFixture county = recognized().roll().aid().without(HOUSEHOLDS).without(AID);

    assertThat(county.tally(RULE).needs()).containsExactly(AID, HOUSEHOLDS);
  }
}
