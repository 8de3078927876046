package cn.bidui.judge.score;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ACCOUNT;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.HARDSHIP_TYPE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PAID_ON;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.RECOGNIZED_YEAR;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.STAGE;
import static cn.bidui.source.Field.TERM;
import static cn.bidui.source.Field.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.Judgement;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreboardTest {

  private static final List<String> EAST = List.of("东镇小学", "2199000001", "东镇");
  private static final List<String> WEST = List.of("西镇小学", "2199000002", "西镇");

  /**
   * Two schools with two pupils each, 甲 and 乙 in the east, 丙 and 丁 in the west, and a third school
   * of which nobody knows anything. 甲 is right in everything. The aid system has 乙 in another
   * grade, not 丙, and 戊 of whom no roll knows; 丙 is of a lifted-out household and not among the
   * poor, 丁 is among them without a reason; 丙 was granted and not paid, 丁 was paid and not granted;
   * of 丙's record the grade is blank.
   */
  private static CountyFixture smallCounty() {
    CountyFixture county = county();
    roll(county, "甲", EAST);
    roll(county, "乙", EAST);
    roll(county, "丙", WEST);
    roll(county, "丁", WEST);
    enrolled(county, "甲", EAST, "PRIMARY-4");
    enrolled(county, "乙", EAST, "PRIMARY-5");
    enrolled(county, "丁", WEST, "PRIMARY-4");
    enrolled(county, "戊", WEST, "PRIMARY-4");
    county.household(of("甲")).household(of("丙"));
    hardship(county, "甲", EAST, "LIFTED_OUT");
    hardship(county, "乙", EAST, "OTHER");
    hardship(county, "丁", WEST, "LIFTED_OUT");
    county.aid(of("甲", AMOUNT_PAID, "312.50", PAID_ON, "2025-11-20", ACCOUNT, "6217000012345678"));
    county.aid(of("丙", SCHOOL_NAME, WEST.get(0), SCHOOL_CODE, WEST.get(1), GRADE, ""));
    payment(county, "甲");
    payment(county, "丁");
    for (List<String> school : List.of(EAST, WEST, List.of("南镇小学", "2199000003", "南镇"))) {
      county.row(ListKind.SCHOOLS, at(school, NAME, "", CITIZEN_ID, "", STAGE, "PRIMARY"));
    }
    return county;
  }

  private static void roll(CountyFixture county, String who, List<String> school) {
    county.roll(of(who, at(school)));
  }

  private static void enrolled(
      CountyFixture county, String who, List<String> school, String grade) {
    county.row(ListKind.ENROLLED, of(who, at(school, ROLL_STATUS, "ENROLLED", GRADE, grade)));
  }

  private static void hardship(CountyFixture county, String who, List<String> school, String type) {
    county.row(
        ListKind.HARDSHIP,
        of(who, at(school, GRADE, "PRIMARY-4", HARDSHIP_TYPE, type, RECOGNIZED_YEAR, "2025-2026")));
  }

  private static void payment(CountyFixture county, String who) {
    county.row(
        ListKind.PAYMENTS,
        of(who, AMOUNT_PAID, "312.50", TERM, "2025秋", PROGRAM, "生活补助", PAID_ON, "2025-11-20"));
  }

  private static Object[] of(String who, Object... more) {
    String id = id("20160501", "甲乙丙丁戊".indexOf(who) + 1);
    return Stream.concat(Stream.of(NAME, "测试" + who, CITIZEN_ID, id), Stream.of(more)).toArray();
  }

  private static Object[] at(List<String> school, Object... more) {
    return Stream.concat(
            Stream.of(
                SCHOOL_NAME, school.get(0), SCHOOL_CODE, school.get(1), TOWNSHIP, school.get(2)),
            Stream.of(more))
        .toArray();
  }

  private static List<String> lines(Scoreboard board) {
    return board.scores().stream()
        .map(
            score ->
                "%s %s%s %d/%d"
                    .formatted(
                        score.goal().code(),
                        score.place().level(),
                        score.place().name().isEmpty() ? "" : " " + score.place().name(),
                        score.right(),
                        score.of()))
        .toList();
  }

  @Test
  void theScoreboardOfASmallCountyIsTheOneReckonedByHand() {
    assertThat(lines(smallCounty().judge().scoreboard()))
        .containsExactly(
            "enrolled-exact COUNTY 2/5",
            "enrolled-exact TOWNSHIP 东镇 1/2",
            "enrolled-exact TOWNSHIP 西镇 1/3",
            "enrolled-exact SCHOOL 东镇小学 1/2",
            "enrolled-exact SCHOOL 西镇小学 1/3",
            "hardship-exact COUNTY 2/4",
            "hardship-exact TOWNSHIP 东镇 2/2",
            "hardship-exact TOWNSHIP 西镇 0/2",
            "hardship-exact SCHOOL 东镇小学 2/2",
            "hardship-exact SCHOOL 西镇小学 0/2",
            "payments-exact COUNTY 1/3",
            "payments-exact TOWNSHIP 东镇 1/1",
            "payments-exact TOWNSHIP 西镇 0/2",
            "payments-exact SCHOOL 东镇小学 1/1",
            "payments-exact SCHOOL 西镇小学 0/2",
            "schools-complete COUNTY 2/3",
            "schools-complete TOWNSHIP 东镇 1/1",
            "schools-complete TOWNSHIP 南镇 0/1",
            "schools-complete TOWNSHIP 西镇 1/1",
            "schools-complete SCHOOL 东镇小学 1/1",
            "schools-complete SCHOOL 南镇小学 0/1",
            "schools-complete SCHOOL 西镇小学 1/1",
            "programs-complete COUNTY 2/2",
            "programs-complete TOWNSHIP 东镇 1/1",
            "programs-complete TOWNSHIP 西镇 1/1",
            "programs-complete SCHOOL 东镇小学 1/1",
            "programs-complete SCHOOL 西镇小学 1/1",
            "fields-complete COUNTY 11/12",
            "fields-complete TOWNSHIP 东镇 7/7",
            "fields-complete TOWNSHIP 西镇 4/5",
            "fields-complete SCHOOL 东镇小学 7/7",
            "fields-complete SCHOOL 西镇小学 4/5");
  }

  /** The number on the scoreboard and the list of findings are one thing. */
  @ParameterizedTest
  @EnumSource(Goal.class)
  void whatIsWrongAtAPlaceAreTheFindingsAtThatPlace(Goal goal) {
    Judgement judgement = smallCounty().judge();
    List<Finding> errors =
        judgement.findings().stream()
            .filter(finding -> goal.rules().contains(finding.rule()))
            .filter(finding -> finding.outcome() != Outcome.TO_CHECK)
            .toList();

    for (Score score : judgement.scoreboard().scores()) {
      if (score.goal() == goal && score.place().level() != Place.Level.TOWNSHIP) {
        long there =
            errors.stream()
                .filter(
                    finding ->
                        score.place().equals(Place.COUNTY)
                            || finding.school().equals(score.place().name()))
                .count();
        assertThat(score.wrong()).as("%s %s", goal, score.place()).isEqualTo(there);
      }
    }
  }

  @Test
  void townshipsAndTheCountyAreTheSumsOfTheirSchools() {
    Scoreboard board = smallCounty().judge().scoreboard();

    for (Goal goal : Goal.values()) {
      assertThat(sum(board, goal, Place.Level.SCHOOL))
          .isEqualTo(sum(board, goal, Place.Level.TOWNSHIP))
          .isEqualTo(sum(board, goal, Place.Level.COUNTY));
    }
  }

  private static List<Long> sum(Scoreboard board, Goal goal, Place.Level level) {
    List<Score> scores =
        board.scores().stream()
            .filter(score -> score.goal() == goal && score.place().level() == level)
            .toList();
    return List.of(
        scores.stream().mapToLong(Score::right).sum(), scores.stream().mapToLong(Score::of).sum());
  }

  @Test
  void whatAPersonHasYetToDecideIsNeitherRightNorWrong() {
    Scoreboard board =
        smallCounty().undecided(ListKind.ROLL, 2, ListKind.ENROLLED, 3).judge().scoreboard();

    assertThat(lines(board)).contains("enrolled-exact COUNTY 2/3");
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    assertThat(smallCounty().shuffled(3).judge().scoreboard())
        .isEqualTo(smallCounty().judge().scoreboard());
  }

  @Test
  void aGoalWhoseListIsMissingIsNotCompared() {
    Scoreboard board = smallCounty().without(ListKind.PAYMENTS).judge().scoreboard();

    assertThat(board.of(Goal.PAYMENTS_EXACT, Place.COUNTY))
        .contains(Score.notCompared(Goal.PAYMENTS_EXACT, Place.COUNTY, List.of(ListKind.PAYMENTS)));
    assertThat(board.of(Goal.PAYMENTS_EXACT, Place.school("东镇小学"))).isEmpty();
  }

  @Test
  void aGoalWithARuleThatIsSwitchedOffIsNotCompared() {
    Scoreboard board =
        smallCounty().plan(new RulePlan("enrolled-extra", false, Map.of())).judge().scoreboard();

    assertThat(board.of(Goal.ENROLLED_EXACT, Place.COUNTY))
        .contains(Score.notCompared(Goal.ENROLLED_EXACT, Place.COUNTY, List.of()));
  }

  @Test
  void aGoalThatWasComparedAndHadNothingToCompareSaysZeroOfZero() {
    Scoreboard board = county().roll().aid().asOf("2025-09-20").judge().scoreboard();

    assertThat(board.of(Goal.PROGRAMS_COMPLETE, Place.COUNTY))
        .contains(new Score(Goal.PROGRAMS_COMPLETE, Place.COUNTY, true, 0, 0, List.of()));
  }

  @Test
  void goalsStandInTheirOrderAndPlacesFromTheWidest() {
    List<Score> scores = smallCounty().judge().scoreboard().scores();
    List<Score> sorted = new ArrayList<>(scores);
    sorted.sort(java.util.Comparator.comparing(Score::goal).thenComparing(Score::place));

    assertThat(scores).isEqualTo(sorted);
  }
}
