package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.APPROVED_ON;
import static cn.bidui.source.Field.ATTENDING;
import static cn.bidui.source.Field.CARD_STATUS;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.HEALTH;
import static cn.bidui.source.Field.PLACED_FROM;
import static cn.bidui.source.Field.PLACED_TO;
import static cn.bidui.source.Field.PLACEMENT;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.TOWNSHIP;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.PLACEMENTS;
import static cn.bidui.source.ListKind.POPULATION;
import static cn.bidui.source.ListKind.ROLL_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.source.ListKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisabledUnplacedTest {

  private static final String RULE = "disabled-unplaced";

  /** A child with a card, on no roll, while somebody else is on one. */
  private static CountyFixture card() {
    return county()
        .roll(CITIZEN_ID, id("20160303", 4))
        .list(DISABILITY, TOWNSHIP, "南镇")
        .with(PLACEMENTS);
  }

  private static CountyFixture placed(String placement, Object... values) {
    Object[] all = new Object[values.length + 2];
    all[0] = PLACEMENT;
    all[1] = placement;
    System.arraycopy(values, 0, all, 2, values.length);
    return card().list(PLACEMENTS, all);
  }

  @Test
  void aChildWithACardOnNoRollAndWithoutAPlacementIsUnplaced() {
    Finding finding = card().finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.NEVER_ENROLLED);
    assertThat(finding.township()).isEqualTo("南镇");
    assertThat(InWords.zh(finding))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），残联名单登记为残疾，本县学籍名单和安置名单中都没有；核实后落实随班就读、特教学校或送教上门。");
  }

  @Test
  void aHouseholdMayHaveTheChildAsDisabled() {
    Finding finding =
        card().without(DISABILITY).household(HEALTH, "残疾", SCHOOLING, "").finding(RULE);

    assertThat(finding.explanation().words()).containsExactly("2025-2026", "9", "监测", "", "");
  }

  @Test
  void thePlacementListItselfSaysThatAChildIsUnplaced() {
    Finding finding = placed("NONE").without(DISABILITY).finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.NEVER_ENROLLED);
    assertThat(InWords.zh(finding))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），安置名单登记为残疾，安置名单登记为“未安置”，没有学籍；核实后落实随班就读、特教学校或送教上门。");
  }

  @Test
  void aDeferralThatHasEndedIsNoPlacement() {
    Finding finding = placed("DEFERRED", PLACED_TO, "2025-08-31").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.NEVER_ENROLLED);
    assertThat(InWords.zh(finding))
        .isEqualTo(
            "2025-2026学年适龄（9月1日满 9 岁），残联名单登记为残疾，安置名单登记的延缓入学已于 2025-08-31 到期，没有学籍；核实后重新安置或办理延期。");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-15,0", "2026-01-16,1"})
  void aDeferralCountsUpToItsLastDay(String asOf, int findings) {
    assertThat(placed("DEFERRED", PLACED_TO, "2026-01-15").asOf(asOf).findings(RULE))
        .hasSize(findings);
  }

  @Test
  void aNewDeferralStandsInForTheOldOne() {
    assertThat(
            placed("DEFERRED", PLACED_TO, "2025-08-31")
                .list(PLACEMENTS, PLACEMENT, "DEFERRED", PLACED_TO, "2026-08-31")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void teachingAtHomeNeedsARoll() {
    Finding finding = placed("TAUGHT_AT_HOME").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(InWords.zh(finding))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），安置名单登记为送教上门，本县学籍名单中没有；送教上门须有学籍，核实后补建学籍。");
    assertThat(placed("TAUGHT_AT_HOME").roll().findings(RULE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SPECIAL_SCHOOL", "SPECIAL_CLASS", "REMOTE", "DEFERRED", "REHABILITATION"})
  void otherPlacementsExplainWhyThereIsNoRoll(String placement) {
    assertThat(placed(placement).findings(RULE)).isEmpty();
  }

  @Test
  void aDeferralWithoutAnEndIsToBeReviewedAfterAYear() {
    assertThat(placed("DEFERRED", PLACED_FROM, "2025-01-15").findings(RULE)).isEmpty();
    assertThat(InWords.zh(placed("REHABILITATION", PLACED_FROM, "2025-01-14").finding(RULE)))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），安置名单登记为康复机构，没有写明期满日，已满一年；复核是否可以入学，补填期限。");
  }

  @Test
  void anExemptionNeedsAnApproval() {
    assertThat(placed("EXEMPT", APPROVED_ON, "2024-06-01").findings(RULE)).isEmpty();
    assertThat(InWords.zh(placed("EXEMPT").finding(RULE)))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），安置名单登记为免学，没有批准日期；核实批准文件，补填批准日期。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENROLLED", "SUSPENDED", "DECEASED", "TRANSFERRED"})
  void aRollSaysWhereTheChildIs(String status) {
    assertThat(card().roll(ROLL_STATUS, status).findings(RULE)).isEmpty();
    assertThat(placed("NONE").roll(ROLL_STATUS, status).findings(RULE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABROAD", "DEATH", "TRANSFER_OUT"})
  void aRecordedChangeSaysWhereTheChildIs(String change) {
    assertThat(
            placed("NONE")
                .list(ROLL_CHANGES, CHANGE_TYPE, change, CHANGED_ON, "2025-09-01")
                .findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GONE,0", "ELSEWHERE,0", "NOT_ENROLLED,1"})
  void aVillageMaySayWhereTheChildIs(String attending, int findings) {
    assertThat(placed("NONE").list(POPULATION, ATTENDING, attending).findings(RULE))
        .hasSize(findings);
    assertThat(card().list(POPULATION, ATTENDING, attending).findings(RULE)).hasSize(findings);
  }

  @Test
  void aCancelledCardIsNone() {
    assertThat(
            county()
                .roll(CITIZEN_ID, id("20160303", 4))
                .with(PLACEMENTS)
                .list(DISABILITY, CARD_STATUS, "注销")
                .findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20190901", "20100831"})
  void onlyChildrenOfCompulsoryAgeAreCompared(String birth) {
    CountyFixture county =
        county()
            .roll(CITIZEN_ID, id("20160303", 4))
            .with(PLACEMENTS)
            .list(DISABILITY, CITIZEN_ID, id(birth, 8));

    assertThat(county.tally(RULE).compared()).isZero();
  }

  @Test
  void aChildIsNotAskedAboutTwice() {
    assertThat(card().household(HEALTH, "残疾", SCHOOLING, "").judge().findings())
        .filteredOn(finding -> finding.name().equals("测试甲"))
        .extracting(Finding::rule)
        .containsExactly(RULE);
    assertThat(
            card()
                .without(PLACEMENTS)
                .household(HEALTH, "残疾", SCHOOLING, "")
                .findings("never-enrolled"))
        .hasSize(1);
  }

  @Test
  void somebodyOnTheRollMayBeTheChild() {
    Finding unlisted = card().undecided(DISABILITY, 0, ListKind.ROLL, 0).finding(RULE);
    Finding listed = placed("NONE").undecided(DISABILITY, 0, ListKind.ROLL, 0).finding(RULE);

    assertThat(unlisted.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(listed.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(InWords.zh(unlisted))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），残联名单登记为残疾，学籍名单中有一名学生可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @ParameterizedTest
  @CsvSource({"2025-10-31,TO_CHECK", "2025-11-01,NEVER_ENROLLED"})
  void childrenWhoEnterHaveUntilTheEndOfOctober(String asOf, Outcome outcome) {
    assertThat(
            county()
                .asOf(asOf)
                .roll(CITIZEN_ID, id("20160303", 4))
                .with(PLACEMENTS)
                .list(DISABILITY, CITIZEN_ID, id("20190501", 8))
                .finding(RULE)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void withoutPlacementsOrAListOfDisabledChildrenNothingIsCompared() {
    RuleTally without = county().without(HOUSEHOLDS).tally(RULE);

    assertThat(without.evaluated()).isFalse();
    assertThat(without.needs()).containsExactly(PLACEMENTS, DISABILITY);
    assertThat(county().tally(RULE).needs()).containsExactly(PLACEMENTS);
  }
}
