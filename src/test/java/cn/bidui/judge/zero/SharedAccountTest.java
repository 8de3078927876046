package cn.bidui.judge.zero;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ACCOUNT;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.GUARDIAN2_ID;
import static cn.bidui.source.Field.HEAD_ID;
import static cn.bidui.source.Field.HOUSEHOLD_NUMBER;
import static cn.bidui.source.Field.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.source.ListKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAccountTest {

  private static final String RULE = "shared-account";
  private static final String CARD = "6217000012345678";
  private static final String OTHER = id("20160702", 2);
  private static final String MOTHER = id("19880203", 5);
  private static final String AUNT = id("19900305", 7);

  private static CountyFixture two(String card) {
    return county()
        .roll(GUARDIAN1_ID, MOTHER)
        .aid(ACCOUNT, CARD)
        .roll(NAME, "测试乙", CITIZEN_ID, OTHER, GUARDIAN1_ID, AUNT)
        .aid(NAME, "测试乙", CITIZEN_ID, OTHER, ACCOUNT, card);
  }

  @Test
  void anAccountOfPupilsOfTwoFamiliesIsAskedAbout() {
    assertThat(Asked.of(two(CARD), RULE))
        .containsExactly(
            "账实不符：资助名单中尾号 5678 的账号有 2 名学生使用（测试甲、测试乙），不属于同一家庭，资助应发放到本人或监护人账户（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否代领或录错账号。");
    assertThat(two(CARD).tally(RULE).compared()).isEqualTo(1);
  }

  @Test
  void theAccountStandsNowhereInTheFindingButForItsEnd() {
    Finding finding = two(CARD).finding(RULE);

    assertThat(finding.subjectKind()).isEqualTo("account");
    assertThat(finding.personKey()).isEmpty();
    assertThat(finding.name()).isEqualTo("测试甲、测试乙");
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(
            String.join(
                " ",
                finding.id(),
                finding.caseId(),
                finding.facts(),
                finding.found(),
                finding.explanation().words().toString()))
        .doesNotContain("6217")
        .contains("5678");
  }

  @Test
  void theFindingStaysTheSameWhenAnotherPupilJoins() {
    CountyFixture three = two(CARD).aid(NAME, "测试丙", CITIZEN_ID, id("20170702", 4), ACCOUNT, CARD);

    assertThat(three.finding(RULE).id()).isEqualTo(two(CARD).finding(RULE).id());
  }

  @Test
  void brothersAndSistersOnTheCardOfTheirFamilyAreNormal() {
    CountyFixture county =
        county()
            .roll(GUARDIAN1_ID, MOTHER)
            .aid(ACCOUNT, CARD)
            .roll(NAME, "测试乙", CITIZEN_ID, OTHER, GUARDIAN1_ID, MOTHER)
            .aid(NAME, "测试乙", CITIZEN_ID, OTHER, ACCOUNT, CARD);

    assertThat(county.findings(RULE)).isEmpty();
  }

  @Test
  void aHouseholdOrItsHeadMakesAFamilyToo() {
    CountyFixture household = two(CARD).household().household(NAME, "测试乙", CITIZEN_ID, OTHER);
    CountyFixture head =
        two(CARD)
            .household(HOUSEHOLD_NUMBER, "1", HEAD_ID, MOTHER)
            .household(NAME, "测试乙", CITIZEN_ID, OTHER, HOUSEHOLD_NUMBER, "2", HEAD_ID, MOTHER);

    assertThat(household.findings(RULE)).isEmpty();
    assertThat(head.findings(RULE)).isEmpty();
  }

  @Test
  void whoeverIsTiedToTwoFamiliesMakesThemOne() {
    String third = id("20160703", 3);
    CountyFixture county =
        two(CARD)
            .roll(NAME, "测试丙", CITIZEN_ID, third, GUARDIAN1_ID, MOTHER, GUARDIAN2_ID, AUNT)
            .aid(NAME, "测试丙", CITIZEN_ID, third, ACCOUNT, CARD);

    assertThat(county.findings(RULE)).isEmpty();
  }

  @Test
  void ofVeryManyPupilsTheFirstTwentyAreNamedAndAllAreCounted() {
    CountyFixture county = county();
    for (int child = 100; child < 125; child++) {
      String id = id("20160701", child);
      county
          .roll(NAME, "生" + child, CITIZEN_ID, id, GUARDIAN1_ID, id("19880203", child))
          .aid(NAME, "生" + child, CITIZEN_ID, id, ACCOUNT, CARD);
    }

    Finding finding = county.finding(RULE);
    assertThat(finding.name().split("、")).hasSize(20).contains("生100", "生119");
    assertThat(finding.evidence()).hasSize(20);
    assertThat(Asked.of(county, RULE))
        .singleElement()
        .asString()
        .contains("有 25 名学生使用（生100、", "、生119等），不属于同一家庭");
  }

  @Test
  void moreChildrenThanAFamilyUsuallyHasAreToBeChecked() {
    CountyFixture county = county();
    for (int child = 1; child <= 4; child++) {
      String id = id("2016070" + child, child);
      county
          .roll(NAME, "测试" + child, CITIZEN_ID, id, GUARDIAN1_ID, MOTHER)
          .aid(NAME, "测试" + child, CITIZEN_ID, id, ACCOUNT, CARD);
    }

    assertThat(Asked.of(county, RULE))
        .containsExactly("待核：资助名单中尾号 5678 的账号有同一家庭的 4 名学生使用（测试1、测试2、测试3、测试4），人数偏多；核实是否都是该户子女。");
  }

  @Test
  void withoutGuardiansAndHouseholdsNobodyCanTell() {
    CountyFixture county =
        county().roll().aid(ACCOUNT, CARD).aid(NAME, "测试乙", CITIZEN_ID, OTHER, ACCOUNT, CARD);

    assertThat(Asked.of(county, RULE))
        .containsExactly(
            "待核：资助名单中尾号 5678 的账号有 2 名学生使用（测试甲、测试乙），学籍和监测名单没有监护人或户编号，无法判断是否同一家庭；核实是否代领或录错账号。");
  }

  @Test
  void recordsThatMayBeOnePersonAreOnlyToBeChecked() {
    assertThat(Asked.of(two(CARD).undecided(ListKind.ROLL, 0, ListKind.AID, 1), RULE)).isEmpty();
  }

  @Test
  void moreRecordsThatMayBeOnePersonThanAFamilyHasAreOnlyToBeChecked() {
    CountyFixture county = county();
    for (int child = 1; child <= 4; child++) {
      county.aid(NAME, "测试甲", CITIZEN_ID, id("2016070" + child, child), ACCOUNT, CARD);
      county.undecided(ListKind.AID, 0, ListKind.AID, child - 1);
    }

    assertThat(Asked.of(county, RULE))
        .containsExactly("待核：资助名单中尾号 5678 的账号对应 4 条学生记录（测试甲、测试甲、测试甲、测试甲），可能是同一个人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void aGuardianOnThePaymentListIsNoSecondPupil() {
    CountyFixture county =
        county()
            .roll(GUARDIAN1_ID, MOTHER)
            .aid(ACCOUNT, CARD)
            .row(
                ListKind.PAYMENTS,
                NAME,
                "测试母",
                CITIZEN_ID,
                MOTHER,
                ACCOUNT,
                CARD,
                AMOUNT_PAID,
                "312.50");

    assertThat(county.findings(RULE)).isEmpty();
  }

  @Test
  void theAidListAndThePaymentListAreReadTogether() {
    CountyFixture county =
        two("")
            .row(
                ListKind.PAYMENTS,
                NAME,
                "测试乙",
                CITIZEN_ID,
                OTHER,
                ACCOUNT,
                "6217 0000 1234 5678",
                AMOUNT_PAID,
                "312.50");

    assertThat(Asked.of(county, RULE).get(0)).startsWith("账实不符：资助、发放名单中尾号 5678 的账号有 2 名学生使用");
    assertThat(county.finding(RULE).evidence()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "现金",
        "6217****5678",
        "1234567",
        "00000000000",
        "6.217E+15",
        "6217000012345670000"
      })
  void textThatIsNoWholeAccountIsNotRead(String text) {
    assertThat(Accounts.read(text)).isEmpty();
  }

  @Test
  void widthBlanksAndDashesDoNotMatter() {
    assertThat(Accounts.read("６２１７-0000 1234 5678")).isEqualTo(Optional.of(CARD));
  }

  @Test
  void withoutAidAndPaymentsNothingIsCompared() {
    assertThat(county().without(ListKind.AID).roll().tally(RULE).needs())
        .containsExactly(ListKind.AID);
  }

  @Test
  void theOutcomeOfTwoFamiliesIsAnError() {
    assertThat(two(CARD).finding(RULE).outcome()).isEqualTo(Outcome.PAYMENT_DIFFERS);
  }
}
