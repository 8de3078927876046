package cn.bidui.judge.zero;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.GUARDIAN1_NAME;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PAID_ON;
import static cn.bidui.source.Field.PAYEE_ID;
import static cn.bidui.source.Field.PAYEE_NAME;
import static cn.bidui.source.Field.PAYMENT_MONTH;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.source.ListKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaidTest {

  private static final String GRANTED = "granted-not-paid";
  private static final String PAID = "paid-not-granted";
  private static final String OTHER = id("20160702", 2);
  private static final String MOTHER = id("19880203", 5);

  private static CountyFixture paid(CountyFixture county, Object... values) {
    Object[] row = {
      AMOUNT_PAID, "312.50", TERM, "2025秋", PROGRAM, "寄宿生生活补助", PAID_ON, "2025-11-20"
    };
    return county.row(
        ListKind.PAYMENTS, Stream.concat(Arrays.stream(row), Arrays.stream(values)).toArray());
  }

  /** The payment list has a payment of somebody else, who is granted it too. */
  private static CountyFixture list() {
    return paid(
        county().roll(NAME, "测试乙", CITIZEN_ID, OTHER).aidOfSomebodyElse("2025秋"),
        NAME,
        "测试乙",
        CITIZEN_ID,
        OTHER);
  }

  private static void nothing(CountyFixture county) {
    assertThat(county.findings(GRANTED)).isEmpty();
    assertThat(county.findings(PAID)).isEmpty();
  }

  @Test
  void nothingIsAskedWhereBothListsSayTheSame() {
    CountyFixture county = paid(list().roll().aid());

    nothing(county);
    assertThat(county.tally(GRANTED).compared()).isEqualTo(2);
    assertThat(county.tally(PAID).compared()).isEqualTo(2);
  }

  @Test
  void aGrantThatWasNotPaidIsAskedAbout() {
    CountyFixture county = list().roll().aid();

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "账实不符：2025秋义务教育家庭经济困难学生生活补助在资助名单中记录 312.50 元，发放名单中没有对应的发放，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否漏发。");
    Finding finding = county.finding(GRANTED);
    assertThat(finding.due()).isEqualTo("312.50");
    assertThat(finding.found()).isEqualTo("0.00");
    assertThat(finding.program()).isEqualTo("义务教育家庭经济困难学生生活补助");
  }

  @Test
  void aProgramThatThePaymentListNeverNamesIsAQuestionAndNoError() {
    Object[] vocational = {
      GRADE, "VOCATIONAL-1", PROGRAM, "中职国家助学金", AMOUNT_DUE, "1150.00", AMOUNT_PAID, "1150.00"
    };
    CountyFixture county = paid(list().roll().aid(), AMOUNT_PAID, "312.50").aid(vocational);

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "待核：2025秋中等职业学校国家助学金在资助名单中记录 1150.00 元，发放名单中没有这一项目的任何发放，可能没有交齐；补交这一项目的发放名单，或核实是否漏发。");
    CountyFixture nameless =
        paid(county, NAME, "测试乙", CITIZEN_ID, OTHER, PROGRAM, "", AMOUNT_PAID, "1.00");
    assertThat(Asked.of(nameless, GRANTED)).singleElement().asString().startsWith("账实不符：");
  }

  @ParameterizedTest
  @CsvSource({"300.00", "500.00"})
  void anotherAmountIsAskedAboutWithBoth(String amount) {
    CountyFixture county = paid(list().roll().aid(), AMOUNT_PAID, amount);

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "金额不符：2025秋义务教育家庭经济困难学生生活补助在资助名单中记录 312.50 元，发放名单中实际发放 "
                + amount
                + " 元，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实后补发、追回或更正记录。");
    assertThat(county.findings(PAID)).isEmpty();
  }

  @Test
  void beforePaymentIsDueNothingIsAskedUnlessTooMuchWasPaid() {
    CountyFixture none = list().roll().aid().asOf("2025-10-31");
    CountyFixture part = paid(list().roll().aid().asOf("2025-10-31"), AMOUNT_PAID, "100.00");
    CountyFixture more = paid(list().roll().aid().asOf("2025-10-31"), AMOUNT_PAID, "400.00");

    nothing(none);
    nothing(part);
    assertThat(none.tally(GRANTED).compared()).isEqualTo(1);
    assertThat(more.finding(GRANTED).outcome().label()).isEqualTo("金额不符");
  }

  @Test
  void instalmentsAreAddedUp() {
    nothing(paid(paid(list().roll().aid(), AMOUNT_PAID, "200.00"), AMOUNT_PAID, "112.50"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"退回", "发放失败", "已退票"})
  void aPaymentThatCameBackDoesNotCount(String status) {
    CountyFixture county = paid(list().roll().aid(), PAYMENT_STATUS, status);

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "账实不符：2025秋义务教育家庭经济困难学生生活补助在资助名单中记录 312.50 元，发放名单中的发放已被银行退回，应当发放到位（依据：紫教体科发〔2021〕71号 四（一）7）；核对账号后重新发放。");
    assertThat(county.findings(PAID)).isEmpty();
  }

  @Test
  void whatTheFamilyGaveUpNeedsNoPayment() {
    nothing(list().roll().aid(REMARK, "家长自愿放弃"));
  }

  @Test
  void whatTheAidListItselfCallsReturnedIsNotCompared() {
    nothing(paid(list().roll().aid(PAYMENT_STATUS, "退回")));
  }

  @Test
  void aPaymentWithoutProgramIsMatchedByItsAmount() {
    CountyFixture county = list().roll().aid().aid(PROGRAM, "雨露计划", AMOUNT_DUE, "1500.00");

    nothing(paid(paid(county, PROGRAM, ""), PROGRAM, "", AMOUNT_PAID, "1500.00"));
  }

  @Test
  void onePaymentMayBeForSeveralGrants() {
    CountyFixture county = list().roll().aid().aid(PROGRAM, "雨露计划", AMOUNT_DUE, "1500.00");

    nothing(paid(county, PROGRAM, "一卡通代发", AMOUNT_PAID, "1812.50"));
  }

  @Test
  void aPaymentWithoutTermIsMatchedByItsAmount() {
    nothing(paid(list().roll().aid(), TERM, ""));
  }

  @Test
  void aPaymentOfAnotherAmountWithoutTermIsOnlyToBeChecked() {
    CountyFixture county = paid(list().roll().aid(), TERM, "", AMOUNT_PAID, "300.00");

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "待核：2025秋义务教育家庭经济困难学生生活补助在资助名单中记录 312.50 元，发放名单中有本人的发放，但没有写明项目或学期，金额也对不上；先核对是哪一项的发放。");
    assertThat(Asked.of(county, PAID))
        .containsExactly("待核：发放名单中有本人的发放 1 笔、合计 300.00 元，按项目、学期和金额都对不上资助名单；核对是哪一项资助，或是否其他补助。");
  }

  @Test
  void theOnlyOpenGrantOfATermTakesAPaymentWithoutProgram() {
    CountyFixture county = paid(list().roll().aid(), PROGRAM, "", AMOUNT_PAID, "300.00");

    assertThat(county.finding(GRANTED).outcome().label()).isEqualTo("金额不符");
  }

  @Test
  void whatWasPaidBeforeTheTermsBeganIsOfAnEarlierOne() {
    CountyFixture county = paid(list().roll().aid(), TERM, "", PAID_ON, "2025-05-20");

    assertThat(county.finding(GRANTED).outcome().label()).isEqualTo("账实不符");
    assertThat(county.findings(PAID)).isEmpty();
  }

  @Test
  void theMonthOfPaymentCountsLikeADay() {
    CountyFixture county =
        paid(list().roll().aid(), TERM, "", PAID_ON, "", PAYMENT_MONTH, "2025-05");

    assertThat(county.findings(PAID)).isEmpty();
    assertThat(county.findings(GRANTED)).hasSize(1);
  }

  @Test
  void somebodyWhoMayBeThePupilAndWasPaidMakesItOnlyToBeChecked() {
    CountyFixture county =
        paid(list().roll().aid(), NAME, "测试丙", CITIZEN_ID, id("20160501", 9))
            .undecided(ListKind.ROLL, 1, ListKind.PAYMENTS, 1);

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "待核：2025秋义务教育家庭经济困难学生生活补助在资助名单中记录 312.50 元，发放名单中没有本人的发放，但有一人可能是本人，身份尚待认定；认定身份后再核实。");
    assertThat(Asked.of(county, PAID))
        .containsExactly(
            "待核：2025秋义务教育家庭经济困难学生生活补助在发放名单中实际发放 312.50 元，资助名单中有一条记录可能对应，但项目名称或身份无法确定；先认定项目或身份。");
  }

  @Test
  void aPaymentToTheOnlyGuardianOfThePupilCountsForThePupil() {
    CountyFixture county =
        paid(
            list().roll(GUARDIAN1_NAME, "测试母", GUARDIAN1_ID, MOTHER).aid(),
            NAME,
            "",
            CITIZEN_ID,
            "",
            PAYEE_NAME,
            "测试母",
            PAYEE_ID,
            MOTHER);

    nothing(county);
  }

  @Test
  void aPaymentInTheNameOfTheGuardianCountsForThePupilToo() {
    CountyFixture county =
        paid(
            list().roll(GUARDIAN1_NAME, "测试母", GUARDIAN1_ID, MOTHER).aid(),
            NAME,
            "测试母",
            CITIZEN_ID,
            MOTHER);

    nothing(county);
  }

  @Test
  void aPaymentToAGuardianOfSeveralPupilsIsOnlyToBeChecked() {
    CountyFixture county =
        paid(
            list()
                .roll(GUARDIAN1_ID, MOTHER)
                .roll(NAME, "测试弟", CITIZEN_ID, id("20180501", 3), GUARDIAN1_ID, MOTHER)
                .aid(),
            NAME,
            "",
            CITIZEN_ID,
            "",
            PAYEE_NAME,
            "测试母",
            PAYEE_ID,
            MOTHER);

    assertThat(Asked.of(county, GRANTED))
        .containsExactly(
            "待核：2025秋义务教育家庭经济困难学生生活补助在资助名单中记录 312.50 元，发放名单中有发给监护人的款项，监护人名下有几名学生，无法确定发给谁；先核对发放对象。");
    assertThat(county.findings(PAID)).isEmpty();
  }

  @Test
  void waiversAndMealsNeedNoPaymentUnlessTheListHasThem() {
    CountyFixture county = list().roll().aid(PROGRAM, "营养餐补助", AMOUNT_DUE, "500.00");

    nothing(county);
    assertThat(paid(county, NAME, "测试乙", CITIZEN_ID, OTHER, PROGRAM, "营养餐").findings(GRANTED))
        .hasSize(1);
  }

  @Test
  void aTermOfWhichThePaymentListHasNothingIsNotCompared() {
    CountyFixture county = list().roll().aid().aid(TERM, "2026春").asOf("2026-06-20");

    assertThat(county.findings(GRANTED)).extracting(Finding::term).containsExactly("2025秋");
  }

  @Test
  void aPaymentListOfOtherTermsIsNotEnough() {
    RuleTally tally = paid(county().roll().aid(), TERM, "2024秋").tally(GRANTED);

    assertThat(tally.evaluated()).isFalse();
    assertThat(tally.needs()).containsExactly(ListKind.PAYMENTS);
  }

  @Test
  void anAidListOfOtherTermsIsNotEnough() {
    assertThat(paid(county().roll().aid(TERM, "2024秋")).tally(PAID).needs())
        .containsExactly(ListKind.AID);
  }

  @Test
  void aPaymentWithoutAGrantIsAskedAbout() {
    CountyFixture county = paid(list().roll());

    assertThat(Asked.of(county, PAID))
        .containsExactly(
            "账实不符：2025秋义务教育家庭经济困难学生生活补助在发放名单中实际发放 312.50 元，资助名单中没有对应的记录，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实后在资助系统补录，或追回。");
    assertThat(county.finding(PAID).found()).isEqualTo("312.50");
    assertThat(county.findings(GRANTED)).isEmpty();
  }

  @Test
  void twoPaymentsOfOneProgramAreOneQuestion() {
    assertThat(paid(paid(list().roll())).finding(PAID).found()).isEqualTo("625.00");
  }

  @Test
  void aFreshPaymentIsGivenTimeToBeRecorded() {
    nothing(paid(list().roll(), PAID_ON, "2025-12-20"));
    assertThat(paid(list().roll(), PAID_ON, "2025-12-10").findings(PAID)).hasSize(1);
  }

  @Test
  void aGrantOfASpellingThatNoPolicyKnowsMakesItOnlyToBeChecked() {
    CountyFixture county = paid(list().roll().aid(PROGRAM, "助学专款", AMOUNT_DUE, "80.00"));

    assertThat(county.finding(PAID).outcome().label()).isEqualTo("待核");
  }

  @Test
  void otherSubsidiesOfPeopleWhoAreNoPupilsAreNotAskedAbout() {
    nothing(paid(list(), NAME, "测试农", CITIZEN_ID, id("19700101", 7), PROGRAM, "耕地地力保护补贴"));
  }

  @Test
  void aGrantWithoutAmountIsPaidIfAnythingWas() {
    nothing(paid(list().roll().aid(AMOUNT_DUE, "")));
    assertThat(list().roll().aid(AMOUNT_DUE, "").findings(GRANTED)).hasSize(1);
  }

  @Test
  void theFindingsAreTheSameWhateverTheOrderOfRows() {
    CountyFixture county =
        paid(
            paid(
                list().roll().aid().aid(PROGRAM, "雨露计划", AMOUNT_DUE, "1500.00"),
                TERM,
                "",
                PROGRAM,
                "",
                AMOUNT_PAID,
                "200.00"),
            TERM,
            "",
            PROGRAM,
            "",
            AMOUNT_PAID,
            "112.50");
    List<String> ids =
        Stream.of(GRANTED, PAID)
            .flatMap(rule -> county.findings(rule).stream())
            .map(Finding::id)
            .toList();
    county.shuffled(11);

    assertThat(
            Stream.of(GRANTED, PAID)
                .flatMap(rule -> county.findings(rule).stream())
                .map(Finding::id))
        .isEqualTo(ids)
        .hasSize(3);
  }
}
