package cn.bidui.judge.zero;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.HARDSHIP_LEVEL;
import static cn.bidui.source.Field.HARDSHIP_TYPE;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.RECOGNIZED_YEAR;
import static cn.bidui.source.Field.RISK_CLEARED;
import static cn.bidui.source.Field.RISK_CLEARED_MONTH;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.plan.Category;
import cn.bidui.plan.Limit;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HardshipTest {

  private static final String MISSING = "hardship-missing";
  private static final String EXTRA = "hardship-extra";
  private static final String OTHER = id("20160702", 2);

  private static CountyFixture hardship(CountyFixture county, Object... values) {
    Object[] row = {
      SCHOOL_NAME,
      "东镇小学",
      SCHOOL_CODE,
      "2199000001",
      GRADE,
      "PRIMARY-4",
      HARDSHIP_TYPE,
      "LIFTED_OUT",
      RECOGNIZED_YEAR,
      "2025-2026"
    };
    return county.row(
        ListKind.HARDSHIP, Stream.concat(Arrays.stream(row), Arrays.stream(values)).toArray());
  }

  /** The list has a pupil whom the school itself recognized. */
  private static CountyFixture list() {
    return hardship(
        county().roll(NAME, "测试乙", CITIZEN_ID, OTHER),
        NAME,
        "测试乙",
        CITIZEN_ID,
        OTHER,
        HARDSHIP_TYPE,
        "OTHER");
  }

  @Test
  void nothingIsAskedOfAPupilWhoIsRecognizedForTheRightReason() {
    CountyFixture county = hardship(list().roll().household());

    assertThat(county.findings(MISSING)).isEmpty();
    assertThat(county.findings(EXTRA)).isEmpty();
    assertThat(county.tally(MISSING).compared()).isEqualTo(1);
    assertThat(county.tally(EXTRA).compared()).isEqualTo(2);
  }

  @Test
  void aPupilOfACategoryWhoIsNotRecognizedIsAskedAbout() {
    assertThat(Asked.of(list().roll().household(), MISSING))
        .containsExactly(
            "漏录：2025秋学期初属于脱贫户，学籍在读，资助系统困难学生名单中没有本人，应当认定（依据：紫教体科发〔2021〕71号 四（一）7）；核实后补认定，或说明原因。");
  }

  @Test
  void recognitionOfAnEarlierSchoolYearDoesNotCount() {
    CountyFixture county = hardship(list().roll().household(), RECOGNIZED_YEAR, "2024-2025");

    assertThat(Asked.of(county, MISSING))
        .containsExactly(
            "漏录：2025秋学期初属于脱贫户，学籍在读，资助系统困难学生名单中只有2024-2025学年的认定，应当每学年认定（依据：紫教体科发〔2021〕71号 四（一）7）；核实后补认定，或说明原因。");
  }

  @Test
  void arowThatNamesNoSchoolYearCountsForThisOne() {
    assertThat(hardship(list().roll().household(), RECOGNIZED_YEAR, "").findings(MISSING))
        .isEmpty();
  }

  @Test
  void whileRecognitionGoesOnAMissingPupilIsOnlyToBeChecked() {
    assertThat(Asked.of(list().roll().household().asOf("2025-10-31"), MISSING))
        .containsExactly("待核：2025秋学期初属于脱贫户，学籍在读，资助系统困难学生名单中暂时没有本人；认定期内，核实是否正在认定。");
    assertThat(list().roll().household().asOf("2025-11-01").finding(MISSING).outcome().label())
        .isEqualTo("漏录");
  }

  @Test
  void whoWasOfACategoryInAutumnIsNotWaitedForAgainInSpring() {
    assertThat(list().roll().household().asOf("2026-03-10").finding(MISSING).outcome().label())
        .isEqualTo("漏录");
  }

  @Test
  void beforeASpringTermHasBegunTheAutumnCounts() {
    assertThat(Asked.of(list().roll().household().asOf("2026-02-10"), MISSING).get(0))
        .startsWith("漏录：2025秋学期初属于脱贫户");
  }

  @Test
  void aPupilWhoMayBeSomebodyOnTheListIsOnlyToBeChecked() {
    CountyFixture county =
        list().roll().household().undecided(ListKind.ROLL, 1, ListKind.HARDSHIP, 0);

    assertThat(Asked.of(county, MISSING))
        .containsExactly("待核：2025秋学期初属于脱贫户，学籍在读，资助系统困难学生名单中没有本人，但有一名学生可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void aTypeThatNoCategoryBearsOutIsAskedAbout() {
    CountyFixture county = hardship(list().roll().household(), HARDSHIP_TYPE, "DISABLED");

    assertThat(Asked.of(county, MISSING))
        .containsExactly(
            "数据待更正：2025秋学期初属于脱贫户，资助系统困难学生名单登记为残疾，困难类型应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实后更正困难类型。");
    assertThat(county.findings(EXTRA)).isEmpty();
  }

  @Test
  void aBlankTypeIsNoWrongType() {
    assertThat(hardship(list().roll().household(), HARDSHIP_TYPE, "").findings(MISSING)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,ORDINARY,0", "1,ORDINARY,1", "1,MODERATE,1", "1,SEVERE,0", "2,MODERATE,0"})
  void aLevelBelowTheOneThatTheJobSetsIsAskedAbout(long least, String level, int findings) {
    Limit limit = new Limit(least, "level", "本地规定。", "自定");
    CountyFixture county =
        hardship(list().roll().household(), HARDSHIP_LEVEL, level)
            .plan(new RulePlan(MISSING, true, Map.of("least-level", limit)));

    assertThat(county.findings(MISSING)).hasSize(findings);
  }

  @Test
  void theLevelStandsInTheSentence() {
    Limit limit = new Limit(1, "level", "本地规定。", "自定");
    CountyFixture county =
        hardship(list().roll().household(), HARDSHIP_LEVEL, "ORDINARY")
            .plan(new RulePlan(MISSING, true, Map.of("least-level", limit)));

    assertThat(Asked.of(county, MISSING))
        .containsExactly(
            "数据待更正：2025秋学期初属于脱贫户，资助系统困难学生名单的等级为一般困难，低于本地对该类对象规定的等级（依据：紫教体科发〔2021〕71号 四（一）7）；核实后更正困难等级。");
  }

  @Test
  void aTypeThatTheListOfTheAuthorityDoesNotHaveIsAskedAbout() {
    CountyFixture county = hardship(list().roll());

    assertThat(Asked.of(county, EXTRA))
        .containsExactly(
            "多录：资助系统困难学生名单登记为脱贫户，防返贫监测名单中2025-2026学年各学期初没有本人，或本人已不属于这一类，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实认定依据，更正困难类型或补充证明。");
    assertThat(county.finding(EXTRA).term()).isEmpty();
  }

  @Test
  void whomTheSchoolItselfRecognizedIsRight() {
    assertThat(list().findings(EXTRA)).isEmpty();
    assertThat(list().tally(EXTRA).compared()).isEqualTo(1);
  }

  @Test
  void aTypeOfWhichTheListIsNotThereIsNotCompared() {
    CountyFixture county = hardship(list().roll(), HARDSHIP_TYPE, "RURAL_MINIMUM_LIVING");

    assertThat(county.findings(EXTRA)).isEmpty();
    assertThat(county.tally(EXTRA).compared()).isEqualTo(1);
  }

  @Test
  void whoWasOfACategoryInAutumnIsRightForTheWholeYear() {
    CountyFixture county =
        hardship(
            list()
                .roll()
                .household(
                    HOUSEHOLD_TYPE, "一般农户",
                    MONITOR_CATEGORY, "MARGINAL",
                    RISK_CLEARED, "true",
                    RISK_CLEARED_MONTH, "2025-12"),
            HARDSHIP_TYPE,
            "MARGINAL");

    assertThat(county.asOf("2026-04-01").findings(EXTRA)).isEmpty();
    assertThat(county.tally(EXTRA).compared()).isEqualTo(2);
  }

  @Test
  void noTypeAndNoListIsOnlyToBeChecked() {
    assertThat(Asked.of(hardship(list().roll(), HARDSHIP_TYPE, ""), EXTRA))
        .containsExactly("待核：资助系统困难学生名单中有本人，没有填困难类型，2025-2026学年各学期初各部门名单中也没有本人；核实认定依据，补填困难类型。");
  }

  @Test
  void whoMayBeSomebodyOfACategoryIsOnlyToBeChecked() {
    CountyFixture county =
        hardship(list().roll().household(NAME, "测试丙", CITIZEN_ID, id("20160501", 9)))
            .undecided(ListKind.HARDSHIP, 1, ListKind.HOUSEHOLDS, 0);

    assertThat(Asked.of(county, EXTRA))
        .containsExactly("待核：资助系统困难学生名单中有本人（脱贫户），其他名单中有一人可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void whoHasNoPlaceOnARollIsAskedAbout() {
    assertThat(Asked.of(hardship(list()), EXTRA))
        .containsExactly(
            "多录：资助系统困难学生名单中有本人（脱贫户），但学籍名单中不在籍，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否在校，更正名单。");
    assertThat(Asked.of(hardship(list()).asOf("2025-10-01"), EXTRA))
        .containsExactly("待核：资助系统困难学生名单中有本人（脱贫户），学籍名单中暂时没有；秋季建籍期内，核实是否新入学。");
    assertThat(
            hardship(list())
                .undecided(ListKind.ROLL, 0, ListKind.HARDSHIP, 1)
                .finding(EXTRA)
                .outcome()
                .label())
        .isEqualTo("待核");
  }

  @Test
  void schoolsOutsideAndStagesWithoutARollAreNotCompared() {
    CountyFixture outside = hardship(list(), SCHOOL_NAME, "邻县小学", SCHOOL_CODE, "");
    CountyFixture stage = hardship(list(), GRADE, "COLLEGE-1");

    for (CountyFixture county : List.of(outside, stage)) {
      assertThat(county.findings(EXTRA)).isEmpty();
      assertThat(county.tally(EXTRA).compared()).isEqualTo(1);
    }
  }

  @Test
  void pupilsOnLeaveAreNotMissed() {
    assertThat(list().roll(ROLL_STATUS, "SUSPENDED").household().findings(MISSING)).isEmpty();
  }

  @Test
  void withoutAnyListOfAnAuthorityNothingIsCompared() {
    RuleTally tally = list().without(ListKind.HOUSEHOLDS).tally(EXTRA);

    assertThat(tally.evaluated()).isFalse();
    assertThat(tally.needs()).containsExactly(ListKind.HOUSEHOLDS);
  }

  @ParameterizedTest
  @EnumSource(HardshipGroup.class)
  void everyGroupIsBorneOutByTheCategoryOfItsName(HardshipGroup group) {
    Set<Category> borne = Recognition.borne(group);

    assertThat(group == HardshipGroup.OTHER ? Set.of() : borne).isEqualTo(borne);
    assertThat(Category.ofCode(group.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')))
        .satisfiesAnyOf(
            category -> assertThat(category).isEmpty(),
            category -> assertThat(borne).contains(category.orElseThrow()));
  }

  @Test
  void townAndCountryBearEachOtherOutOnlyWhereTheListSaysNeither() {
    assertThat(Recognition.borne(HardshipGroup.URBAN_MINIMUM_LIVING))
        .isEqualTo(EnumSet.of(Category.MINIMUM_LIVING, Category.URBAN_MINIMUM_LIVING));
    assertThat(Recognition.borne(HardshipGroup.RURAL_EXTREME_POVERTY))
        .isEqualTo(EnumSet.of(Category.EXTREME_POVERTY, Category.RURAL_EXTREME_POVERTY));
  }
}
