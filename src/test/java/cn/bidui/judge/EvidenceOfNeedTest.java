package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.BENEFIT;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_STATUS;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.HARDSHIP_TYPE;
import static cn.bidui.source.Field.HEAD_ID;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.ISSUED_ON;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.TERM;
import static cn.bidui.source.ListKind.CIVIL;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HARDSHIP;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.PAYMENTS;
import static cn.bidui.source.ListKind.ROLL_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.plan.NamedText;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each list makes of an unfunded pupil: confirmed, or a question, word for word. */
class EvidenceOfNeedTest {

  private static final String RULE = "unfunded-eligible";
  private static final String MOTHER = id("19880303", 2);
  private static final String DUE = "应享受义务教育家庭经济困难学生生活补助（每学期 312.50 元；依据：测试县教发〔2025〕1号 一），受助名单中没有；";

  /** A county's own document, so that the sentences do not change with the nation's. */
  private static final NamedText LOCAL =
      new NamedText(
          "county.yml",
          """
          title: 测试县学生资助
          level: county
          programs:
            - code: dew
              due: true
          standards:
            - program: living-allowance
              stages: [primary]
              boarding: day
              from: 2025秋
              yearly: 625
              eligible: [lifted-out, rural-minimum-living, disabled, disabled-guardian]
              source: 测试县教发〔2025〕1号 一
            - program: dew
              stages: [vocational]
              from: 2025秋
              yearly: 3000
              eligible: [lifted-out, marginal]
              source: 测试县教发〔2025〕1号 二
          """);

  private static CountyFixture autumn() {
    return county().policy(LOCAL).aidOfSomebodyElse("2025秋");
  }

  private static String sentence(Finding finding) {
    return Messages.ZH.text(finding.explanation().key(), finding.explanation().words().toArray());
  }

  private static void asks(CountyFixture county, Outcome outcome, String sentence) {
    Finding finding = county.finding(RULE);

    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(sentence(finding)).isEqualTo(sentence);
  }

  @Test
  void whatTheAuthoritysListSaysIsConfirmed() {
    asks(
        autumn().roll().household(),
        Outcome.UNFUNDED_CONFIRMED,
        "2025秋学期初属于脱贫户（防返贫监测名单），学籍在读，" + DUE + "核实后补助，或说明原因。");
  }

  @Test
  void theSentenceNamesThoseListsAndCategoriesAloneThatMakeItDue() {
    CountyFixture county =
        autumn()
            .roll()
            .household(HOUSEHOLD_TYPE, "")
            .row(CIVIL, BENEFIT, "RURAL_MINIMUM_LIVING")
            .row(CIVIL, BENEFIT, "RIGID_EXPENSE")
            .row(DISABILITY);

    asks(
        county,
        Outcome.UNFUNDED_CONFIRMED,
        "2025秋学期初属于农村低保、残疾（民政、残联名单），学籍在读，" + DUE + "核实后补助，或说明原因。");
    assertThat(county.finding(RULE).category()).isEqualTo("农村低保、刚性支出困难家庭、残疾");
    assertThat(county.finding(RULE).evidence())
        .extracting(row -> row.cell().label())
        .containsExactly(
            "roll.xlsx!Sheet1!2",
            "households.xlsx!Sheet1!2",
            "civil.xlsx!Sheet1!2",
            "disability.xlsx!Sheet1!2");
  }

  @Test
  void withinTheTimeOfPaymentItIsPending() {
    asks(
        autumn().asOf("2025-10-08").roll().household(),
        Outcome.PAYMENT_PENDING,
        "2025秋学期初属于脱贫户（防返贫监测名单），学籍在读，"
            + "应享受义务教育家庭经济困难学生生活补助（每学期 312.50 元；依据：测试县教发〔2025〕1号 一），"
            + "受助名单中暂时没有；仍在发放期内，列入待发放。");
  }

  @Test
  void welfareOfNeitherTownNorCountryIsToBeChecked() {
    asks(
        autumn().roll().row(CIVIL, BENEFIT, "MINIMUM_LIVING"),
        Outcome.UNFUNDED_TO_CHECK,
        "2025秋学期初属于低保（民政名单，没有写明城市还是农村），学籍在读，按其中一类" + DUE + "核实城乡类别后补助，或说明原因。");
  }

  @Test
  void whereTownAndCountryAreDueAlikeNothingIsInDoubt() {
    Finding finding =
        county()
            .aidOfSomebodyElse("2025秋")
            .roll(BOARDING, "BOARDER")
            .row(CIVIL, BENEFIT, "EXTREME_POVERTY")
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_CONFIRMED);
    assertThat(finding.category()).isEqualTo("特困");
    assertThat(finding.due()).isEqualTo("625.00");
  }

  @Test
  void aCardOfALaterDayIsToBeChecked() {
    asks(
        autumn().roll().row(DISABILITY, ISSUED_ON, "2025-12-01"),
        Outcome.UNFUNDED_TO_CHECK,
        "残联名单载明属于残疾，发证日期在2025秋学期开学之后，学籍在读，如为换证则" + DUE + "核实首次发证日期。");
  }

  @Test
  void aGuardiansCardIsToBeChecked() {
    asks(
        autumn().roll(GUARDIAN1_ID, MOTHER).row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER),
        Outcome.UNFUNDED_TO_CHECK,
        "2025秋学期初可能属于残疾人子女（学籍登记的监护人列在残联名单中），学籍在读，" + DUE + "核实亲属关系和家庭情况后补助，或说明原因。");
  }

  @Test
  void whatIsInDoubtIsPendingInItsOwnWords() {
    Finding finding =
        autumn()
            .asOf("2025-10-08")
            .roll(GUARDIAN1_ID, MOTHER)
            .row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER)
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.PAYMENT_PENDING);
    assertThat(finding.explanation().key()).isEqualTo("rule.unfunded-eligible.guardian");
  }

  @Test
  void aBookThatNamesTheHeadOnlyIsToBeChecked() {
    asks(
        autumn()
            .roll()
            .household(HOUSEHOLD_TYPE, "", HEAD_ID, MOTHER)
            .row(CIVIL, NAME, "", CITIZEN_ID, "", HEAD_ID, MOTHER, BENEFIT, "RURAL_MINIMUM_LIVING"),
        Outcome.UNFUNDED_TO_CHECK,
        "2025秋学期初可能属于农村低保（所在家庭的户主列在民政名单中），学籍在读，" + DUE + "核实本人是否在保障范围。");
  }

  @Test
  void whatASchoolAloneRecognizedIsToBeChecked() {
    asks(
        autumn().roll().row(HARDSHIP, HARDSHIP_TYPE, "DISABLED"),
        Outcome.UNFUNDED_TO_CHECK,
        "2025秋学期由学校认定属于残疾（困难学生名单），部门名单没有载明，学籍在读，按认定" + DUE + "核实认定依据后补助，或说明原因。");
  }

  @Test
  void anAuthoritysWordComesBeforeTheSchools() {
    CountyFixture county = autumn().roll().household().row(HARDSHIP, HARDSHIP_TYPE, "DISABLED");

    assertThat(county.finding(RULE).outcome()).isEqualTo(Outcome.UNFUNDED_CONFIRMED);
    assertThat(sentence(county.finding(RULE))).contains("2025秋学期初属于脱贫户（防返贫监测名单），");
    assertThat(county.finding(RULE).category()).isEqualTo("脱贫户、残疾");
  }

  @Test
  void aPupilWhoCameInTheMiddleOfTheTermMayHaveBeenPaidElsewhere() {
    asks(
        autumn()
            .roll()
            .household()
            .row(ROLL_CHANGES, CHANGE_TYPE, "TRANSFER_IN", CHANGED_ON, "2025-11-03"),
        Outcome.UNFUNDED_TO_CHECK,
        "2025秋学期初属于脱贫户（防返贫监测名单），开学后由外校转入，学籍在读，" + DUE + "核实原就读学校是否已发放本学期资助。");
  }

  @ParameterizedTest
  @CsvSource({"2025-09-20,DONE", "2025-11-03,REFUSED", ",DONE"})
  void aMoveAtTheStartOfTheTermOrOneThatCameToNothingChangesNothing(String day, String progress) {
    Finding finding =
        autumn()
            .roll()
            .household()
            .row(
                ROLL_CHANGES,
                CHANGE_TYPE,
                "TRANSFER_IN",
                CHANGED_ON,
                day == null ? "" : day,
                CHANGE_STATUS,
                progress)
            .finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_CONFIRMED);
  }

  @Test
  void aPupilWhoCameBackFromLeaveLaterWasNotDueTheTerm() {
    assertThat(
            autumn()
                .roll()
                .household()
                .row(ROLL_CHANGES, CHANGE_TYPE, "RETURN", CHANGED_ON, "2025-12-01")
                .findings(RULE))
        .isEmpty();
  }

  // Who pays.

  @Test
  void aChildOfTheCountyWhoStudiesElsewhereIsAskedAboutWhereHouseholdsArePaid() {
    asks(
        autumn().household(SCHOOLING, "中职一年级"),
        Outcome.UNFUNDED_TO_CHECK,
        "2025秋学期初属于脱贫户（防返贫监测名单），本县学籍没有本人，雨露计划由户籍地发放"
            + "（每学期 1500.00 元；依据：测试县教发〔2025〕1号 二），受助名单中没有；核实就读学校、学籍和是否已申领。");
  }

  @Test
  void oneWhoMovedAwayIsAskedAboutByTheHouseholdListToo() {
    Finding finding =
        autumn()
            .roll(GRADE, "VOCATIONAL-1", ROLL_STATUS, "TRANSFERRED")
            .household(SCHOOLING, "中职一年级")
            .finding(RULE);

    assertThat(finding.program()).isEqualTo("雨露计划");
    assertThat(finding.outcome()).isEqualTo(Outcome.UNFUNDED_TO_CHECK);
  }

  @Test
  void inSchoolHereTheChildIsDueBothPayersPrograms() {
    assertThat(autumn().roll(GRADE, "VOCATIONAL-1").household(SCHOOLING, "中职一年级").findings(RULE))
        .filteredOn(finding -> finding.program().equals("雨露计划"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.UNFUNDED_CONFIRMED);
  }

  @Test
  void leavePausesWhatHouseholdsAreDueToo() {
    assertThat(
            autumn()
                .roll(GRADE, "VOCATIONAL-1", ROLL_STATUS, "SUSPENDED")
                .household(SCHOOLING, "中职一年级")
                .findings(RULE))
        .isEmpty();
  }

  // What was got already.

  @Test
  void whatWasPaidAndNotRecordedIsNotAskedAboutAsUnfunded() {
    CountyFixture paid =
        autumn()
            .roll()
            .household()
            .row(PAYMENTS, TERM, "2025秋", PROGRAM, "生活补助", AMOUNT_PAID, "312.50");
    assertThat(paid.findings(RULE)).isEmpty();

    CountyFixture returned =
        autumn()
            .roll()
            .household()
            .row(
                PAYMENTS,
                TERM,
                "2025秋",
                PROGRAM,
                "生活补助",
                AMOUNT_PAID,
                "312.50",
                PAYMENT_STATUS,
                "退回");
    assertThat(returned.findings(RULE)).hasSize(1);
  }

  @Test
  void anExcludedProgramThatWasGivenUpStandsInForNothing() {
    CountyFixture county =
        autumn()
            .roll(GRADE, "SENIOR-1")
            .household()
            .aid(
                PROGRAM,
                "中职国家助学金",
                GRADE,
                "VOCATIONAL-1",
                PAYMENT_STATUS,
                "退回",
                AMOUNT_DUE,
                "1000.00");

    assertThat(county.findings(RULE)).extracting(Finding::program).containsExactly("普通高中国家助学金");
  }

  // Which lists it needs.

  @ParameterizedTest
  @EnumSource(
      value = ListKind.class,
      names = {"HOUSEHOLDS", "CIVIL", "DISABILITY", "HARDSHIP"})
  void anyListThatKnowsWhoIsPoorIsEnough(ListKind list) {
    CountyFixture county =
        autumn()
            .without(HOUSEHOLDS)
            .roll()
            .row(list, BENEFIT, "OTHER", NAME, "测试丁", CITIZEN_ID, id("20150101", 4));

    assertThat(county.tally(RULE).evaluated()).isTrue();
  }

  @Test
  void withoutAnySuchListTheHouseholdsAreMissing() {
    assertThat(autumn().without(HOUSEHOLDS).roll().tally(RULE).needs()).containsExactly(HOUSEHOLDS);
  }
}
