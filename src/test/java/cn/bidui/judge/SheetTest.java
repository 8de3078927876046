package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.PUPIL;
import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.IDENTIFIED_MONTH;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.STUDY_FORM;
import static cn.bidui.source.Field.TERM;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.plan.NamedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sheet per pupil: every program in every term, what is due, granted and paid, and why. */
class SheetTest {

  private static final NamedText LOCAL =
      new NamedText(
          "county.yml",
          """
          title: 测试县学生资助
          level: county
          programs:
            - code: preschool-aid
              due: true
          standards:
            - program: living-allowance
              stages: [primary]
              boarding: day
              from: 2025秋
              yearly: 625
              eligible: [lifted-out, marginal, disabled-guardian]
              source: 测试县教发〔2025〕1号 一
          """);

  private static CountyFixture autumn() {
    return county().policy(LOCAL).aidOfSomebodyElse("2025秋");
  }

  /** The lines of the pupil, without those of the other. */
  private static List<SheetLine> lines(CountyFixture county) {
    return county.judge().sheet().stream().filter(line -> line.name().equals("测试甲")).toList();
  }

  private static SheetLine line(CountyFixture county) {
    List<SheetLine> lines = lines(county);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static void stands(CountyFixture county, String standing, String why) {
    SheetLine line = line(county);

    assertThat(line.standing()).isEqualTo(standing);
    assertThat(line.why()).isEqualTo(why);
  }

  @Test
  void aLineSaysWhatIsDueWhatWasGrantedAndPaidAndWhy() {
    SheetLine line =
        line(
            autumn()
                .roll()
                .household()
                .aid()
                .row(PAYMENTS, TERM, "2025秋", PROGRAM, "生活补助", AMOUNT_PAID, "312.50"));

    assertThat(line)
        .isEqualTo(
            new SheetLine(
                "P00000001",
                "测试甲",
                "990101********" + PUPIL.substring(14),
                "西镇",
                "东镇小学",
                "小学",
                "四年级",
                "2025秋",
                "脱贫户",
                "living-allowance",
                "义务教育家庭经济困难学生生活补助",
                "312.50",
                "312.50",
                "312.50",
                "应助已助",
                "防返贫监测名单载明学期初属于脱贫户，依据：测试县教发〔2025〕1号 一。",
                List.of()));
    assertThat(line).hasToString("SheetLine[living-allowance, 2025秋]");
  }

  @Test
  void whatWasFoundSaysHowTheLineStands() {
    Judgement unfunded = autumn().roll().household().judge();
    SheetLine line =
        unfunded.sheet().stream().filter(one -> one.name().equals("测试甲")).findFirst().orElseThrow();

    assertThat(line.standing()).isEqualTo("应助未助（确认）");
    assertThat(line.due()).isEqualTo("312.50");
    assertThat(line.granted()).isEmpty();
    assertThat(line.paid()).isEmpty();
    assertThat(line.findings())
        .isEqualTo(
            unfunded.findings().stream()
                .filter(one -> one.rule().equals("unfunded-eligible"))
                .map(Finding::id)
                .toList());
  }

  @Test
  void amountsAndStandardsThatDifferStandOnTheLine() {
    assertThat(line(autumn().roll().household().aid(AMOUNT_DUE, "300.00")).standing())
        .isEqualTo("金额不符");
    assertThat(line(autumn().roll(BOARDING, "BOARDER").household().aid()).standing())
        .isEqualTo("标准错用");
    assertThat(line(autumn().roll().household().aid().aid()).standing()).isEqualTo("重复资助");
  }

  @Test
  void twoProgramsThatMayNotBeHeldTogetherBothCarryTheFinding() {
    List<SheetLine> lines =
        lines(
            autumn()
                .roll(GRADE, "SENIOR-1")
                .household()
                .aid(PROGRAM, "普高国家助学金", GRADE, "SENIOR-1", AMOUNT_DUE, "1150.00")
                .aid(PROGRAM, "中职国家助学金", GRADE, "VOCATIONAL-1", AMOUNT_DUE, "1000.00"));

    assertThat(lines)
        .filteredOn(line -> line.standing().equals("重复资助"))
        .extracting(SheetLine::program)
        .containsExactly("senior-grant", "vocational-grant");
  }

  @Test
  void thePaymentListSpeaksBeforeTheAidListsOwnColumn() {
    assertThat(line(autumn().roll().household().aid(AMOUNT_PAID, "300.00")).paid())
        .isEqualTo("300.00");
    assertThat(
            line(autumn()
                    .roll()
                    .household()
                    .aid(AMOUNT_PAID, "300.00")
                    .row(PAYMENTS, TERM, "2025秋", PROGRAM, "生活补助", AMOUNT_PAID, "200.00"))
                .paid())
        .isEqualTo("200.00");
  }

  @Test
  void whatThePaymentListShouldHaveAndHasNotIsNotPaidWhateverTheAidListSays() {
    Object[] another = {
      NAME,
      "测试乙",
      CITIZEN_ID,
      id("20160702", 2),
      TERM,
      "2025秋",
      PROGRAM,
      "生活补助",
      AMOUNT_PAID,
      "300.00"
    };
    SheetLine line =
        line(autumn().roll().household().aid(AMOUNT_PAID, "300.00").row(PAYMENTS, another));

    assertThat(line.standing()).isEqualTo("账实不符");
    assertThat(line.paid()).isEqualTo("0.00");
  }

  @Test
  void aPaymentWithoutATermHasALineOfItsOwn() {
    SheetLine line = line(autumn().roll().row(PAYMENTS, PROGRAM, "爱心午餐", AMOUNT_PAID, "100.00"));

    assertThat(line.term()).isEmpty();
    assertThat(line.category()).isEmpty();
    assertThat(line.title()).isEqualTo("爱心午餐");
    assertThat(line.paid()).isEqualTo("100.00");
    assertThat(line.standing()).isEqualTo("已发放");
    assertThat(line.why()).isEqualTo("资助政策中没有“爱心午餐”，无法对应项目；核对项目名称。");
  }

  @Test
  void aPaymentAloneIsSaidToBeOne() {
    stands(
        autumn().roll().row(PAYMENTS, TERM, "2025秋", PROGRAM, "生活补助", AMOUNT_PAID, "312.50"),
        "账实不符",
        "发放名单有记录，受助名单中没有。");
  }

  @Test
  void whoeverIsFundedWithoutAListIsSaidToBe() {
    stands(autumn().roll().aid(), "已受助", "没有名单载明学期初属于本项目的资助对象，或本项目不限对象；由学校认定。");
  }

  @Test
  void aProgramGivenUpIsNoMissingOne() {
    stands(
        autumn().roll().household().aid(AMOUNT_DUE, "0.00", REMARK, "自愿放弃"), "自愿放弃", "家庭自愿放弃本项目。");
  }

  @Test
  void doubtIsSaid() {
    String mother = id("19880303", 2);
    SheetLine line =
        line(
            autumn()
                .roll(GUARDIAN1_ID, mother)
                .row(DISABILITY, NAME, "测试母", CITIZEN_ID, mother)
                .aid());

    assertThat(line.standing()).isEqualTo("应助已助");
    assertThat(line.why()).isEqualTo("残联名单显示学期初可能属于残疾人子女，尚待核实，依据：测试县教发〔2025〕1号 一。");
  }

  // Why nothing is paid.

  @Test
  void whoeverIsNotInSchoolHasALineWithoutMoney() {
    stands(autumn().roll(ROLL_STATUS, "SUSPENDED").household(), "不在校", "学期初处于休学，资助暂停。");
    stands(autumn().roll(ROLL_STATUS, "LEFT").household(), "不在校", "学籍已终止，不再发放。");
    assertThat(line(autumn().roll(ROLL_STATUS, "LEFT").household()).due()).isEmpty();
  }

  @Test
  void whoeverStudiesElsewhereIsPaidThere() {
    CountyFixture county =
        autumn()
            .roll(NAME, "测试乙", CITIZEN_ID, id("20160702", 2))
            .household(SCHOOLING, "小学", BOARDING, "");

    stands(county, "县外就读", "本县学籍没有本人，由就读地学校资助。");
  }

  @Test
  void partTimePupilsAndTheTooYoungAreNotCovered() {
    stands(
        autumn().roll(GRADE, "VOCATIONAL-1", STUDY_FORM, "false").household(),
        "不予享受",
        "非全日制学生，不在本项目范围。");
    String child = id("20221201", 3);
    stands(
        autumn().roll(CITIZEN_ID, child, GRADE, "PRESCHOOL-1").household(CITIZEN_ID, child),
        "不予享受",
        "学期初未满 3 周岁，不在本项目范围。");
  }

  @Test
  void anExcludedProgramSaysWhy() {
    List<SheetLine> lines =
        lines(
            autumn()
                .roll(GRADE, "SENIOR-1")
                .household()
                .aid(PROGRAM, "中职国家助学金", GRADE, "VOCATIONAL-1", AMOUNT_DUE, "1000.00"));

    assertThat(lines)
        .filteredOn(line -> line.program().equals("senior-grant"))
        .extracting(SheetLine::standing, SheetLine::why)
        .containsExactly(tuple("不予享受", "本学期已享受不能兼得的项目。"));
  }

  @Test
  void aHouseholdIdentifiedLaterCountsFromTheNextTerm() {
    stands(
        autumn()
            .roll()
            .household(
                HOUSEHOLD_TYPE, "", MONITOR_CATEGORY, "MARGINAL", IDENTIFIED_MONTH, "2025-11"),
        "下学期起计",
        "防返贫监测名单载明开学以后才属于边缘易致贫户，自下学期起计。");
  }

  // What has no line, and in what order the others stand.

  @ParameterizedTest
  @ValueSource(strings = {"一般农户", ""})
  void whoeverIsDueNothingAndGotNothingHasNoLine(String kind) {
    assertThat(lines(autumn().roll().household(HOUSEHOLD_TYPE, kind))).isEmpty();
  }

  @Test
  void aProgramThatNobodyIsAskedAboutHasALineOnlyWhereItWasGot() {
    assertThat(lines(autumn().roll(GRADE, "SENIOR-1").household()))
        .extracting(SheetLine::program)
        .containsExactly("senior-grant");
    assertThat(
            lines(
                autumn()
                    .roll(GRADE, "SENIOR-1")
                    .household()
                    .aid(PROGRAM, "普高免学费", GRADE, "SENIOR-1", AMOUNT_DUE, "400.00")))
        .extracting(SheetLine::program)
        .containsExactly("senior-fee-waiver", "senior-grant");
  }

  @Test
  void linesStandBySchoolPersonTermAndProgram() {
    String third = id("20150303", 3);
    CountyFixture county =
        autumn()
            .asOf("2026-05-10")
            .aidOfSomebodyElse("2026春")
            .roll()
            .household()
            .roll(NAME, "测试丙", CITIZEN_ID, third, SCHOOL_NAME, "丙镇小学", SCHOOL_CODE, "2199000003")
            .household(NAME, "测试丙", CITIZEN_ID, third);

    assertThat(county.judge().sheet())
        .filteredOn(line -> !line.name().equals("测试乙"))
        .extracting(SheetLine::school, SheetLine::term)
        .containsExactly(
            tuple("丙镇小学", "2025秋"),
            tuple("丙镇小学", "2026春"),
            tuple("东镇小学", "2025秋"),
            tuple("东镇小学", "2026春"));
  }
}
