package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ATTENDING;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_STATUS;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.LEAVE_TO;
import static cn.bidui.source.Field.NOT_IN_SCHOOL_REASON;
import static cn.bidui.source.Field.PLACEMENT;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.TOWNSHIP;
import static cn.bidui.source.Field.TO_SCHOOL;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.PLACEMENTS;
import static cn.bidui.source.ListKind.POPULATION;
import static cn.bidui.source.ListKind.ROLL_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the population list and the list of roll changes add to the rules about schooling. */
class PopulationListTest {

  private static final String NEVER = "never-enrolled";
  private static final String ELSEWHERE = "out-of-county";
  private static final String CONFLICT = "status-conflict";
  private static final String VANISHED = "vanished-from-roll";

  private static CountyFixture village(Object... values) {
    Object[] all = new Object[values.length + 2];
    all[0] = TOWNSHIP;
    all[1] = "南镇";
    System.arraycopy(values, 0, all, 2, values.length);
    return county().without(HOUSEHOLDS).roll(CITIZEN_ID, id("20160303", 4)).list(POPULATION, all);
  }

  @Test
  void aChildOfTheVillageOnNoRollMayNeverHaveEnrolled() {
    Finding finding = village().finding(NEVER);

    assertThat(finding.outcome()).isEqualTo(Outcome.NEVER_ENROLLED);
    assertThat(finding.township()).isEqualTo("南镇");
    assertThat(InWords.zh(finding))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），本县学籍名单中没有，户籍名单也没有登记就读学校；上门核实就学情况。");
  }

  @Test
  void theReasonThatTheVillageGivesStandsInTheSentence() {
    assertThat(InWords.zh(village(NOT_IN_SCHOOL_REASON, "因病").finding(NEVER)))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），本县学籍名单中没有，户籍名单登记的未上学原因为“因病”；上门核实并落实就学安置。");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ENROLLED,未入学,NEVER_ENROLLED",
    "ON_LEAVE,休学,NEVER_ENROLLED",
    "DROPPED_OUT,辍学,SUSPECTED_DROPOUT"
  })
  void theVillagesWordStandsInTheSentence(String attending, String word, Outcome outcome) {
    Finding finding = village(ATTENDING, attending).finding(NEVER);

    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(InWords.zh(finding))
        .isEqualTo("2025-2026学年适龄（9月1日满 9 岁），本县学籍名单中没有，户籍名单登记为“" + word + "”；上门核实并落实就学安置。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEFERRED", "TAUGHT_AT_HOME", "GONE"})
  void theVillageMayExplainWhyThereIsNoRoll(String attending) {
    CountyFixture county = village(ATTENDING, attending);

    assertThat(county.findings(NEVER)).isEmpty();
    assertThat(county.findings(ELSEWHERE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20101001,0", "20130501,1"})
  void whoHasFinishedMustHaveTheAgeForIt(String birth, int findings) {
    CountyFixture county =
        county()
            .without(HOUSEHOLDS)
            .roll(CITIZEN_ID, id("20120303", 4), GRADE, "JUNIOR-2")
            .list(POPULATION, CITIZEN_ID, id(birth, 7), ATTENDING, "GRADUATED");

    assertThat(county.findings(NEVER)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"ELSEWHERE,县外就读（外县实验小学）", "IN_SCHOOL,在读（外县实验小学）"})
  void aChildAtSchoolOnNoRollGoesElsewhere(String attending, String words) {
    CountyFixture county = village(ATTENDING, attending, SCHOOL_NAME, "外县实验小学");
    Finding finding = county.finding(ELSEWHERE);

    assertThat(finding.outcome()).isEqualTo(Outcome.OUT_OF_COUNTY);
    assertThat(InWords.zh(finding)).isEqualTo("户籍名单登记为“" + words + "”，本县没有学籍；核实就读学校和学籍号，资助由就读地落实。");
    assertThat(county.findings(NEVER)).isEmpty();
  }

  @Test
  void theGraverWordOfTwoListsCounts() {
    CountyFixture county = village(ATTENDING, "DROPPED_OUT").household(SCHOOLING, "小学");

    assertThat(county.finding(NEVER).outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(county.findings(ELSEWHERE)).isEmpty();
  }

  @Test
  void aListThatExplainsIsEnough() {
    assertThat(
            village(ATTENDING, "DEFERRED")
                .household(SCHOOLING, "", NOT_IN_SCHOOL_REASON, "因残")
                .findings(NEVER))
        .isEmpty();
  }

  @Test
  void householdsOrPopulationAreNeeded() {
    assertThat(county().without(HOUSEHOLDS).tally(NEVER).needs()).containsExactly(HOUSEHOLDS);
    assertThat(village().tally(NEVER).evaluated()).isTrue();
    assertThat(village().tally(NEVER).compared()).isEqualTo(1);
  }

  // Transfers.

  private static CountyFixture moved(String to) {
    return village(ATTENDING, "NOT_ENROLLED")
        .list(
            ROLL_CHANGES,
            CHANGE_TYPE,
            "TRANSFER_OUT",
            CHANGE_STATUS,
            "DONE",
            CHANGED_ON,
            "2025-09-01",
            TO_SCHOOL,
            to);
  }

  @Test
  void aTransferThatIsDoneIsAskedAboutOnlyForHouseholds() {
    assertThat(moved("外县实验小学").judge().findings())
        .filteredOn(finding -> finding.name().equals("测试甲"))
        .isEmpty();

    Finding finding = moved("外县实验小学").household(SCHOOLING, "").finding(ELSEWHERE);

    assertThat(InWords.zh(finding)).isEqualTo("学籍异动名单登记转出到“外县实验小学”，本县没有学籍；核实转入学校和学籍号，资助由就读地落实。");
    assertThat(finding.evidence()).hasSize(3);
  }

  @Test
  void aTransferToNowhereIsStillATransfer() {
    assertThat(InWords.zh(moved("").household(SCHOOLING, "").finding(ELSEWHERE)))
        .isEqualTo("本县学籍已转出；核实转入学校和学籍号，资助由就读地落实。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABROAD", "DEATH"})
  void whoIsGoneIsNeitherMissingNorElsewhere(String change) {
    assertThat(
            village(ATTENDING, "NOT_ENROLLED")
                .list(ROLL_CHANGES, CHANGE_TYPE, change, CHANGED_ON, "2025-09-01")
                .findings(NEVER))
        .isEmpty();
  }

  @Test
  void aChildWithAPlacementIsNotMissing() {
    assertThat(village().list(PLACEMENTS, PLACEMENT, "SPECIAL_SCHOOL").findings(NEVER)).isEmpty();
  }

  // The roll and the village.

  @ParameterizedTest
  @CsvSource({
    "IN_SCHOOL,",
    "TAUGHT_AT_HOME,",
    "DROPPED_OUT,户籍名单登记为“辍学”",
    "ELSEWHERE,户籍名单登记为“县外就读”",
    "GONE,户籍名单登记为“迁出、出国或死亡”"
  })
  void theRollAndTheVillageMayDisagree(String attending, String words) {
    assertThat(village(ATTENDING, attending).roll().findings(CONFLICT))
        .extracting(InWords::zh)
        .isEqualTo(words == null ? List.of() : List.of("学籍在读（四年级），" + words + "；核实是否在校，更正登记。"));
  }

  @Test
  void aVillageThatDoesNotSayDoesNotDisagree() {
    CountyFixture county = village().roll();

    assertThat(county.findings(CONFLICT)).isEmpty();
    assertThat(county.tally(CONFLICT).compared()).isEqualTo(1);
    assertThat(InWords.zh(village(NOT_IN_SCHOOL_REASON, "厌学").roll().finding(CONFLICT)))
        .isEqualTo("学籍在读（四年级），户籍名单登记的未上学原因为“厌学”；到校核实是否人籍一致。");
  }

  @Test
  void gradesMayBeOneApartInTheVillageToo() {
    assertThat(
            InWords.zh(
                village(ATTENDING, "IN_SCHOOL", GRADE, "PRIMARY-2").roll().finding(CONFLICT)))
        .isEqualTo("学籍为四年级，户籍名单登记为“二年级”，相差超过一个年级；核实后更正。");
    assertThat(village(ATTENDING, "IN_SCHOOL", GRADE, "PRIMARY-3").roll().findings(CONFLICT))
        .isEmpty();
  }

  @Test
  void leaversWhomTheRollStillHasInSummerDoNotDisagree() {
    assertThat(
            village(ATTENDING, "GRADUATED")
                .asOf("2026-07-20")
                .roll(GRADE, "JUNIOR-3")
                .findings(CONFLICT))
        .isEmpty();
  }

  @Test
  void theHouseholdsWordIsTheOneThatIsShown() {
    assertThat(
            InWords.zh(
                village(ATTENDING, "DROPPED_OUT")
                    .roll()
                    .household(SCHOOLING, "学前教育")
                    .finding(CONFLICT)))
        .isEqualTo("学籍在读（四年级），监测名单登记为“学前教育”；核实是否在校，更正登记。");
  }

  // Gone from the roll: the pupil of the fixture has the first key of a night without others.

  private static CountyFixture vanished(Object... change) {
    CountyFixture county = county().departed(1, "2025-12-01");
    return change.length == 0 ? county.with(ROLL_CHANGES) : county.list(ROLL_CHANGES, change);
  }

  @Test
  void withoutARecordedChangeAVanishedPupilIsASuspectedDropout() {
    Finding finding = vanished().finding(VANISHED);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(InWords.zh(finding))
        .isEqualTo("2025-12-01 的学籍名单中在 东镇小学 就读，今天的学籍名单中没有，也没有学籍异动记录；核实去向。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER_OUT", "TRANSFER", "GRADUATION", "DEATH", "ABROAD", "KEPT"})
  void aRecordedChangeExplains(String change) {
    assertThat(vanished(CHANGE_TYPE, change, CHANGED_ON, "2025-12-20").findings(VANISHED))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WITHDRAWAL,退学", "CANCELLATION,注销学籍", "TRANSFER_IN,转入", "RETURN,复学"})
  void aChangeThatDoesNotSayWhereThePupilIsStandsInTheSentence(String change, String word) {
    Finding finding = vanished(CHANGE_TYPE, change, CHANGED_ON, "2025-12-20").finding(VANISHED);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(InWords.zh(finding))
        .isEqualTo(
            "2025-12-01 的学籍名单中在 东镇小学 就读，今天的学籍名单中没有；学籍异动名单的最近记录为“" + word + "”，不能说明去向；核实去向并做好劝返。");
  }

  @Test
  void aRefusedTransferExplainsNothing() {
    assertThat(
            vanished(
                    CHANGE_TYPE, "TRANSFER_OUT", CHANGE_STATUS, "REFUSED", CHANGED_ON, "2025-12-20")
                .findings(VANISHED))
        .hasSize(1);
  }

  @Test
  void theLastChangeCountsWhateverTheOrderOfRows() {
    CountyFixture county =
        vanished(CHANGE_TYPE, "TRANSFER_IN", CHANGED_ON, "2025-10-20")
            .list(ROLL_CHANGES, CHANGE_TYPE, "TRANSFER_OUT", CHANGED_ON, "2024-12-20")
            .list(ROLL_CHANGES, CHANGE_TYPE, "OTHER_CLASS", CHANGED_ON, "2025-11-20");

    assertThat(county.finding(VANISHED).explanation().words().get(2)).isEqualTo("转入");
    assertThat(county.shuffled(3).finding(VANISHED).explanation().words().get(2)).isEqualTo("转入");
  }

  @Test
  void aLeaveIsForAnotherRuleToAskAbout() {
    CountyFixture county =
        county()
            .departed(1, "2025-12-01")
            .list(ROLL_CHANGES, CHANGE_TYPE, "SUSPENSION", LEAVE_TO, "2025-12-20")
            .household(SCHOOLING, "");

    assertThat(county.judge().findings())
        .filteredOn(finding -> finding.name().equals("测试甲"))
        .extracting(Finding::rule)
        .containsExactly("leave-expired");
  }

  @Test
  void aTransferUnderWayThatNobodyDatedExplainsNothing() {
    CountyFixture county = vanished(CHANGE_TYPE, "TRANSFER_OUT", CHANGE_STATUS, "PENDING");

    assertThat(county.finding(VANISHED).explanation().words().get(2)).isEqualTo("转出");
    assertThat(
            village()
                .list(ROLL_CHANGES, CHANGE_TYPE, "TRANSFER_OUT", CHANGE_STATUS, "PENDING")
                .findings(NEVER))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"PRIMARY-4,1", "VOCATIONAL-2,0"})
  void onlyWhereSchoolIsCompulsoryAWithdrawalIsAQuestion(String grade, int findings) {
    assertThat(
            county()
                .departed(1, "2025-12-01", GRADE, grade)
                .list(ROLL_CHANGES, CHANGE_TYPE, "WITHDRAWAL", CHANGED_ON, "2025-12-20")
                .findings(VANISHED))
        .hasSize(findings);
  }

  @Test
  void aGraduateOfTheLastYearIsNotMissing() {
    assertThat(
            county()
                .without(HOUSEHOLDS)
                .roll(CITIZEN_ID, id("20120303", 4), GRADE, "JUNIOR-2")
                .list(POPULATION, CITIZEN_ID, id("20101001", 7))
                .list(ROLL_CHANGES, CITIZEN_ID, id("20101001", 7), CHANGE_TYPE, "GRADUATION")
                .findings(NEVER))
        .isEmpty();
  }

  @Test
  void aPlacementOrTheVillageExplains() {
    assertThat(vanished().list(PLACEMENTS, PLACEMENT, "TAUGHT_AT_HOME").findings(VANISHED))
        .isEmpty();
    assertThat(vanished().list(POPULATION, ATTENDING, "GONE").findings(VANISHED)).isEmpty();
  }

  @Test
  void whoIsAskedAboutAsALeaverIsNotMissing() {
    CountyFixture county =
        county()
            .roll(CITIZEN_ID, id("20130303", 4), GRADE, "JUNIOR-1")
            .roll(CITIZEN_ID, id("20130501", 7), GRADE, "PRIMARY-6", ROLL_STATUS, "GRADUATED")
            .list(POPULATION, CITIZEN_ID, id("20130501", 7))
            .asOf("2025-09-20");

    assertThat(county.findings(NEVER)).isEmpty();
  }
}
