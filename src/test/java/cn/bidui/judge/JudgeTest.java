package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.finding.UniqueIds;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class JudgeTest {

  @Test
  void rulesWhoseListsAreMissingAreNotEvaluated() {
    RuleTally tally = county().without(ListKind.AID).roll().household().tally("unfunded-eligible");

    assertThat(tally)
        .isEqualTo(
            new RuleTally("unfunded-eligible", Severity.HIGH, false, 0, 0, List.of(ListKind.AID)));
  }

  @Test
  void rulesThatNeedAnyTwoListsSayWhichOnesAreNotThere() {
    CountyFixture county = county().without(ListKind.AID).without(ListKind.HOUSEHOLDS).roll();

    assertThat(county.tally("name-differs").needs())
        .containsExactly(ListKind.AID, ListKind.HOUSEHOLDS);
    assertThat(county.tally("id-invalid").evaluated()).isTrue();
  }

  @Test
  void withoutAnyListNothingIsEvaluated() {
    CountyFixture county =
        county().without(ListKind.AID).without(ListKind.HOUSEHOLDS).without(ListKind.ROLL);

    assertThat(county.judge().tallies()).noneMatch(RuleTally::evaluated);
  }

  @Test
  void zeroFoundIsToldFromZeroCompared() {
    assertThat(county().tally("never-enrolled"))
        .isEqualTo(new RuleTally("never-enrolled", Severity.HIGH, true, 0, 0, List.of()));
    assertThat(county().roll().household().tally("never-enrolled").compared()).isEqualTo(1);
  }

  @Test
  void aRuleThatIsOffIsNotTold() {
    CountyFixture county =
        county().household(SCHOOLING, "").plan(new RulePlan("never-enrolled", false, Map.of()));

    assertThat(county.findings("never-enrolled")).isEmpty();
    assertThat(county.judge().tallies())
        .extracting(RuleTally::rule)
        .doesNotContain("never-enrolled")
        .hasSize(Rules.all().size() - 1);
  }

  @Test
  void talliesStandInTheOrderOfTheRulesAndFindingsByRuleAndId() {
    Judgement judgement = manyPupils(1).judge();
    List<String> order = Rules.all().stream().map(RuleCard::code).toList();

    assertThat(judgement.tallies()).extracting(RuleTally::rule).isEqualTo(order);
    assertThat(judgement.findings())
        .isSortedAccordingTo(
            (one, other) ->
                one.rule().equals(other.rule())
                    ? one.id().compareTo(other.id())
                    : Integer.compare(order.indexOf(one.rule()), order.indexOf(other.rule())));
  }

  @RepeatedTest(5)
  void theSameRowsInAnotherOrderGiveTheSameFindings(RepetitionInfo run) {
    Judgement one = manyPupils(3).judge();
    Judgement other = manyPupils(3).shuffled(run.getCurrentRepetition()).judge();

    assertThat(one.findings()).isNotEmpty();
    assertThat(withoutPlaces(other)).isEqualTo(withoutPlaces(one));
    assertThat(other.tallies()).isEqualTo(one.tallies());
  }

  @RepeatedTest(5)
  void anotherAidRowNeverAddsAnUnfundedPupil(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<String> before = ids(manyPupils(5), "unfunded-eligible");
    CountyFixture more =
        manyPupils(5).aid(NAME, "测试", CITIZEN_ID, pupil(random.nextInt(30)), TERM, "2025秋");

    assertThat(before).isNotEmpty().containsAll(ids(more, "unfunded-eligible"));
  }

  @Test
  void everyFindingHasAnIdOfItsOwn() {
    assertThat(manyPupils(7).judge().findings())
        .extracting(Finding::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("F[0-9a-f]{12}"));
  }

  @Test
  void findingsAboutTheAidOfOneYearAreOneCase() {
    List<Finding> findings =
        county()
            .asOf("2026-06-15")
            .roll()
            .aid(AMOUNT_DUE, "1.00")
            .aid(TERM, "2026春", AMOUNT_DUE, "999.00")
            .judge()
            .findings()
            .stream()
            .filter(finding -> finding.subjectKind().equals("person"))
            .toList();

    assertThat(findings).extracting(Finding::rule).containsExactly("underpaid", "overpaid");
    assertThat(findings).extracting(Finding::caseId).containsOnly(findings.get(0).caseId());
    assertThat(findings.get(0).caseId()).matches("C[0-9a-f]{12}");
  }

  @Test
  void anAnswerStandsWhenTheSameDataIsExportedAgain() {
    Finding before = county().roll().aid(AMOUNT_DUE, "1.00").finding("underpaid");
    Finding elsewhere =
        county()
            .roll(NAME, "测试己", CITIZEN_ID, pupil(1))
            .roll()
            .aid(AMOUNT_DUE, "1.00")
            .finding("underpaid");
    Finding changed = county().roll().aid(AMOUNT_DUE, "2.00").finding("underpaid");

    assertThat(elsewhere.facts()).isEqualTo(before.facts());
    assertThat(changed.facts()).isNotEqualTo(before.facts());
    assertThat(changed.id()).isEqualTo(before.id());
  }

  @Test
  void findingsThatSayTheSameTakeTheirIdsFromTheirRows() {
    Finding first = finding(2);
    Finding second = finding(3);
    List<Finding> unique = UniqueIds.sorted(new ArrayList<>(List.of(second, first)));

    assertThat(unique).extracting(Finding::id).doesNotHaveDuplicates().contains(first.id());
    assertThat(unique)
        .filteredOn(finding -> finding.id().equals(first.id()))
        .extracting(Finding::evidence)
        .containsExactly(first.evidence());
    assertThat(UniqueIds.sorted(new ArrayList<>(List.of(first, second)))).isEqualTo(unique);
  }

  @Test
  void noTextOfAnObjectHoldsAPerson() {
    CountyFixture county = county().roll().household().aidOfSomebodyElse("2025秋");
    Night night = night(county);
    Person person = night.person(0);

    assertThat(county.finding("unfunded-eligible").toString()).doesNotContain("测试");
    assertThat(person).hasToString("Person[0]");
    assertThat(person.roll().get(0)).hasToString("Row[roll 0]");
    assertThat(Portrait.of(night, person)).hasToString("Portrait[小学]");
    assertThat(night.funding(night.person(1)).grants().get(0)).hasToString("Grant[1 rows, 2025秋]");
  }

  private static Night night(CountyFixture county) {
    return new Night(
        county.build(),
        cn.bidui.plan.AidPolicies.read(
            List.of(CountyFixture.file("national.yml")), new cn.bidui.plan.Mistakes()),
        30);
  }

  private static Finding finding(int row) {
    RowRef place = new RowRef(new SourceFile("a".repeat(64), "学籍.xlsx", ""), "Sheet1", row);
    return new Finding(
        "F000000000001",
        "C1",
        "id-invalid",
        Severity.MEDIUM,
        Outcome.TO_CHECK,
        "",
        "row",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        List.of(place),
        new Explanation("", List.of()));
  }

  private static List<String> ids(CountyFixture county, String rule) {
    return county.findings(rule).stream().map(Finding::id).toList();
  }

  private static List<List<String>> withoutPlaces(Judgement judgement) {
    return judgement.findings().stream()
        .map(
            f ->
                List.of(
                    f.id(),
                    f.caseId(),
                    f.outcome().name(),
                    f.facts(),
                    f.name(),
                    f.school(),
                    f.category(),
                    f.due(),
                    f.found(),
                    f.explanation().toString()))
        .toList();
  }

  private static String pupil(int number) {
    return id("20160" + (1 + number % 9) + "10", 100 + number);
  }

  /** Thirty invented pupils, each with something or nothing wrong. */
  private static CountyFixture manyPupils(long seed) {
    Random random = new Random(seed);
    CountyFixture county = county();
    for (int i = 0; i < 30; i++) {
      String name = "测试" + i;
      if (random.nextInt(8) > 0) {
        county.roll(
            NAME,
            name,
            CITIZEN_ID,
            pupil(i),
            GRADE,
            "PRIMARY-" + (1 + random.nextInt(6)),
            BOARDING,
            random.nextBoolean() ? "DAY" : "BOARDER");
      }
      if (random.nextInt(3) > 0) {
        county.household(
            NAME,
            name,
            CITIZEN_ID,
            pupil(i),
            HOUSEHOLD_TYPE,
            random.nextInt(3) > 0 ? "脱贫户" : "",
            SCHOOLING,
            random.nextInt(5) > 0 ? "小学" : "");
      }
      if (random.nextBoolean()) {
        county.aid(
            NAME,
            name,
            CITIZEN_ID,
            pupil(i),
            AMOUNT_DUE,
            random.nextBoolean() ? "312.50" : "625.00");
      }
    }
    return county;
  }
}
