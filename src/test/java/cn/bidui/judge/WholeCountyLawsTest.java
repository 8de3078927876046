package cn.bidui.judge;

import static cn.bidui.judge.SmallCounty.asked;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.JudgeLawsTest.Law;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.judge.score.Score;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What must hold of every county to which all lists have come. */
class WholeCountyLawsTest {

  private static final String[] PAID = {"granted-not-paid", "paid-not-granted"};

  /** Goals of which each thing that is wrong is one finding. */
  private static final Set<Goal> ONE_EACH =
      Set.of(
          Goal.ENROLLED_EXACT, Goal.HARDSHIP_EXACT, Goal.SCHOOLS_COMPLETE, Goal.PROGRAMS_COMPLETE);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, 1_000_000);
  }

  @Law
  void theOrderOfRowsAndFilesOfAnyListChangesNothing(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    SmallCounty shuffled = county.inFiles(3);
    for (ListKind list : county.lists().keySet()) {
      shuffled =
          shuffled.with(
              list,
              rows -> {
                Collections.shuffle(rows, new Random(seed));
                return rows;
              });
    }
    Judgement one = county.judge();
    Judgement other = shuffled.judge();

    assertThat(said(other)).isEqualTo(said(one));
    assertThat(other.tallies()).isEqualTo(one.tallies());
    assertThat(other.scoreboard()).isEqualTo(one.scoreboard());
  }

  /** All of the findings in their order, but for the places of rows. */
  private static List<String> said(Judgement judgement) {
    return judgement.findings().stream()
        .map(one -> one.id() + one.outcome() + one.facts() + one.school() + one.explanation())
        .toList();
  }

  @Law
  void thePaymentThatIsMissingAnswersTheQuestionAndRaisesNone(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    Judgement before = county.judge();
    List<Finding> unpaid =
        before.findings().stream()
            .filter(one -> one.explanation().key().equals("rule.granted-not-paid.sentence"))
            .filter(one -> !one.due().isEmpty())
            .toList();
    Assume.that(!unpaid.isEmpty());
    Finding one = unpaid.get(new Random(seed).nextInt(unpaid.size()));
    Map<Field, String> payment =
        WholeCounty.of(
            child(county, one.name()),
            Field.TERM,
            one.term(),
            Field.PROGRAM,
            one.program(),
            Field.AMOUNT_PAID,
            one.due(),
            Field.PAID_ON,
            "2025-11-11");

    Set<String> after = asked(more(county, ListKind.PAYMENTS, payment).judge(), PAID);

    assertThat(asked(before, PAID)).containsAll(after);
    assertThat(after).doesNotContain(one.name() + " " + one.program() + " " + one.term());
  }

  @Law
  void aRecordedChangeNeverAddsAPupilWhoVanished(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    Map<Field, String> left =
        WholeCounty.of(
            anyChild(county, seed),
            Field.CHANGE_TYPE,
            "TRANSFER_OUT",
            Field.CHANGED_ON,
            "2026-07-30",
            Field.CHANGE_STATUS,
            "DONE",
            Field.TO_SCHOOL,
            "邻县实验小学");

    assertThat(vanished(county)).containsAll(vanished(more(county, ListKind.ROLL_CHANGES, left)));
  }

  /** Everybody stood on the roll before. */
  private static Set<String> vanished(SmallCounty county) {
    CountyFixture night = county.fixture();
    for (int key = 1; key <= 24; key++) {
      String day = county.asOf().minusDays(1).toString();
      night.departed(key, day, Field.NAME, "曾在" + key, Field.GRADE, "PRIMARY-3");
    }
    return asked(night.judge(), "vanished-from-roll");
  }

  @Law
  void aReturnNeverAddsALeaveThatHasExpired(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    Map<Field, String> back =
        WholeCounty.of(
            anyChild(county, seed), Field.CHANGE_TYPE, "RETURN", Field.CHANGED_ON, "2026-07-30");

    assertThat(asked(county.judge(), "leave-expired"))
        .containsAll(asked(more(county, ListKind.ROLL_CHANGES, back).judge(), "leave-expired"));
  }

  @Law
  void whoIsThereTonightIsNotAbsentAndNobodyElseIsForIt(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    Map<Field, String> child = anyChild(county, seed);
    Map<Field, String> there =
        WholeCounty.of(
            child, Field.PRESENCE, "PRESENT", Field.CHECKED_ON, county.asOf().toString());

    Set<String> after = asked(more(county, ListKind.ATTENDANCE, there).judge(), "absent");

    Assume.that(county.asOf().toString().compareTo("2025-11-20") > 0);
    assertThat(asked(county.judge(), "absent")).containsAll(after);
    assertThat(after).noneMatch(one -> one.startsWith(child.get(Field.NAME) + " "));
  }

  @Law
  void aPlaceAtASpecialSchoolAnswersForTheChild(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    String[] rules = {"disabled-unplaced", "never-enrolled"};
    Map<Field, String> child = anyChild(county, seed);
    Map<Field, String> placed = WholeCounty.of(child, Field.PLACEMENT, "SPECIAL_SCHOOL");

    Set<String> after = asked(more(county, ListKind.PLACEMENTS, placed).judge(), rules);

    assertThat(asked(county.judge(), rules)).containsAll(after);
    assertThat(after).noneMatch(one -> one.startsWith(child.get(Field.NAME) + " "));
  }

  @Law
  void whatIsWrongAtAPlaceIsWhatIsAskedThere(@ForAll("seeds") long seed) {
    Judgement judgement = WholeCounty.of(seed).judge();

    assertThat(judgement.scoreboard().scores())
        .allSatisfy(
            score -> {
              assertThat(score.right()).isBetween(0L, score.of());
              if (ONE_EACH.contains(score.goal())
                  && score.place().level() != Place.Level.TOWNSHIP) {
                assertThat(score.wrong()).isEqualTo(findings(judgement, score));
              }
            });
  }

  /** What is only to be checked is neither right nor wrong yet. */
  private static long findings(Judgement judgement, Score score) {
    return judgement.findings().stream()
        .filter(one -> one.outcome() != Outcome.TO_CHECK)
        .filter(one -> score.goal().rules().contains(one.rule()))
        .filter(
            one -> score.place().equals(Place.COUNTY) || one.school().equals(score.place().name()))
        .count();
  }

  @Law
  void schoolsNeverCompareMoreThanTheirCounty(@ForAll("seeds") long seed) {
    List<Score> scores = WholeCounty.of(seed).judge().scoreboard().scores();

    for (Goal goal : Goal.values()) {
      assertThat(of(scores, goal, Place.Level.SCHOOL))
          .isLessThanOrEqualTo(of(scores, goal, Place.Level.COUNTY));
    }
  }

  private static long of(List<Score> scores, Goal goal, Place.Level level) {
    return scores.stream()
        .filter(score -> score.goal() == goal && score.place().level() == level)
        .mapToLong(Score::of)
        .sum();
  }

  @Law
  void aRuleThatIsOffLeavesItsGoalUncomparedAndTheOthersAsTheyWere(@ForAll("seeds") long seed) {
    SmallCounty county = WholeCounty.of(seed);
    Random random = new Random(seed);
    Goal goal = Goal.values()[random.nextInt(Goal.values().length)];
    String rule = goal.rules().get(random.nextInt(goal.rules().size()));
    Judgement before = county.judge();

    Judgement after = county.fixture().plan(new RulePlan(rule, false, Map.of())).judge();

    assertThat(after.findings()).noneMatch(one -> one.rule().equals(rule));
    assertThat(after.scoreboard().scores().stream().filter(one -> one.goal() == goal))
        .containsExactly(Score.notCompared(goal, Place.COUNTY, List.of()));
    assertThat(after.scoreboard().scores().stream().filter(one -> one.goal() != goal))
        .containsExactlyElementsOf(
            before.scoreboard().scores().stream().filter(one -> one.goal() != goal).toList());
  }

  @Example
  void theCountiesMeetTheRulesOfTheFurtherLists() {
    Set<String> met = new TreeSet<>();
    for (long seed = 1; seed <= 60; seed++) {
      WholeCounty.of(seed).judge().findings().forEach(finding -> met.add(finding.rule()));
    }

    assertThat(met)
        .contains(
            "granted-not-paid",
            "paid-not-granted",
            "shared-account",
            "enrolled-missing",
            "enrolled-extra",
            "hardship-missing",
            "hardship-extra",
            "school-missing",
            "program-missing",
            "field-missing",
            "leave-expired",
            "transfer-in-limbo",
            "absent",
            "disabled-unplaced",
            "funded-not-eligible");
  }

  private static SmallCounty more(SmallCounty county, ListKind list, Map<Field, String> row) {
    return county.with(
        list,
        rows -> {
          rows.add(row);
          return rows;
        });
  }

  private static Map<Field, String> anyChild(SmallCounty county, long seed) {
    List<Map<Field, String>> rows = county.rows(ListKind.HOUSEHOLDS);
    Assume.that(!rows.isEmpty());
    return rows.get(new Random(seed).nextInt(rows.size()));
  }

  private static Map<Field, String> child(SmallCounty county, String name) {
    return county.rows(ListKind.AID).stream()
        .filter(row -> name.equals(row.get(Field.NAME)))
        .findFirst()
        .orElseThrow();
  }
}
