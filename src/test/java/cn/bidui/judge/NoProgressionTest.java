package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ATTENDING;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.PLACEMENT;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
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

class NoProgressionTest {

  private static final String RULE = "no-progression";
  private static final String CHILD = id("20130501", 6);

  /** A night with a junior roll and a list of changes. */
  private static CountyFixture autumn() {
    return county().roll(CITIZEN_ID, id("20130102", 3), GRADE, "JUNIOR-1").with(ROLL_CHANGES);
  }

  private static CountyFixture graduate(Object... values) {
    Object[] all = new Object[values.length + 6];
    all[0] = CITIZEN_ID;
    all[1] = CHILD;
    all[2] = GRADE;
    all[3] = "PRIMARY-6";
    all[4] = ROLL_STATUS;
    all[5] = "GRADUATED";
    System.arraycopy(values, 0, all, 6, values.length);
    return autumn().roll(all);
  }

  /** The first key of a night is the first id's. */
  private static CountyFixture departed(String dataDate) {
    return autumn().departed(900, dataDate, CITIZEN_ID, CHILD, GRADE, "PRIMARY-6");
  }

  @Test
  void aLeaverOfLastYearOnNoRollIsASuspectedDropout() {
    Finding finding = departed("2025-06-10").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(InWords.zh(finding))
        .isEqualTo("2024-2025学年在 东镇小学 读六年级，2025-2026学年的学籍名单中没有，也没有转学、出国（境）等异动记录；核实升学去向，未升学的做好劝返。");
  }

  @Test
  void whileNoChangesAreKnownItIsOnlyToBeChecked() {
    Finding finding = departed("2025-06-10").without(ROLL_CHANGES).finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(InWords.zh(finding))
        .isEqualTo("2024-2025学年在 东镇小学 读六年级，2025-2026学年的学籍名单中没有；尚无学籍异动名单可以核对，核实升学去向。");
  }

  @Test
  void aGraduateWhomNoJuniorRollHasIsASuspectedDropout() {
    Finding finding = graduate().finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍名单登记在 东镇小学 小学毕业，2025-2026学年的初中学籍名单中没有，也没有登记去向；核实升学去向，未升学的做好劝返。");
  }

  @Test
  void aLeaverIsNotAskedForTwice() {
    assertThat(graduate().household(CITIZEN_ID, CHILD, SCHOOLING, "").judge().findings())
        .filteredOn(finding -> finding.citizenId().endsWith(CHILD.substring(14)))
        .extracting(Finding::rule)
        .containsExactly(RULE);
  }

  @Test
  void whoIsOnAJuniorRollHasGoneOn() {
    assertThat(graduate().roll(CITIZEN_ID, CHILD, GRADE, "JUNIOR-1").findings(RULE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025-07-15,0", "2025-10-31,0", "2025-11-01,1"})
  void summerAndAutumnAreWaitedOut(String asOf, int findings) {
    assertThat(graduate().asOf(asOf).findings(RULE)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-10,2025-10-31,0",
    "2025-06-10,2025-11-01,1",
    "2024-06-10,2025-10-01,1",
    "2025-12-01,2026-01-15,0"
  })
  void aCaseOfTheYearBeforeStaysOverTheAutumn(String dataDate, String asOf, int findings) {
    assertThat(departed(dataDate).asOf(asOf).findings(RULE)).hasSize(findings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER_OUT", "TRANSFER", "ABROAD", "DEATH"})
  void aRecordedChangeSaysWhereThePupilWent(String change) {
    assertThat(
            graduate()
                .list(
                    ROLL_CHANGES, CITIZEN_ID, CHILD, CHANGE_TYPE, change, CHANGED_ON, "2025-08-20")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void thatPrimarySchoolIsFinishedSaysNothingOfJuniorSchool() {
    assertThat(
            graduate()
                .list(
                    ROLL_CHANGES,
                    CITIZEN_ID,
                    CHILD,
                    CHANGE_TYPE,
                    "GRADUATION",
                    CHANGED_ON,
                    "2025-07-01")
                .findings(RULE))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ELSEWHERE,0",
    "GONE,0",
    "DEFERRED,0",
    "IN_SCHOOL,0",
    "NOT_ENROLLED,1",
    "DROPPED_OUT,1"
  })
  void aVillageMaySayWhereTheChildIs(String attending, int findings) {
    assertThat(graduate().list(POPULATION, CITIZEN_ID, CHILD, ATTENDING, attending).findings(RULE))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"小学,1", "七年级,0"})
  void theHouseholdListMayBeOfLastYear(String schooling, int findings) {
    assertThat(graduate().household(CITIZEN_ID, CHILD, SCHOOLING, schooling).findings(RULE))
        .hasSize(findings);
  }

  @Test
  void aPlacementSaysWhereTheChildIs() {
    assertThat(
            graduate()
                .list(PLACEMENTS, CITIZEN_ID, CHILD, PLACEMENT, "SPECIAL_SCHOOL")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void whoIsBeyondCompulsoryAgeIsNotAskedFor() {
    assertThat(graduate(CITIZEN_ID, id("20090101", 5)).findings(RULE)).isEmpty();
  }

  @Test
  void somebodyOnTheRollMayBeTheChild() {
    Finding finding = graduate().undecided(ListKind.ROLL, 1, ListKind.ROLL, 0).finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(InWords.zh(finding))
        .isEqualTo("在 东镇小学 小学毕业，2025-2026学年的初中学籍名单中有一名学生可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void withoutAJuniorRollBeingOnNoneSaysNothing() {
    assertThat(
            county()
                .roll(CITIZEN_ID, CHILD, GRADE, "PRIMARY-6", ROLL_STATUS, "GRADUATED")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void withoutTheLeaversOfLastYearNothingIsCompared() {
    RuleTally tally = autumn().earlierRoll().tally(RULE);

    assertThat(tally.evaluated()).isFalse();
    assertThat(tally.needs()).containsExactly(ListKind.ROLL);
  }

  @Test
  void allLeaversOfLastYearAreCompared() {
    RuleTally tally = departed("2025-06-10").leavers(40).tally(RULE);

    assertThat(tally.evaluated()).isTrue();
    assertThat(tally.compared()).isEqualTo(40);
    assertThat(autumn().leavers(40).tally(RULE).findings()).isZero();
    assertThat(departed("2025-06-10").tally(RULE).compared()).isEqualTo(1);
  }
}
