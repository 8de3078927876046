package cn.bidui.judge;

import static cn.bidui.judge.SmallCounty.asked;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.NamedText;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * What must hold of every county: how findings may change when the lists, the day or the policies
 * change. The counties are made anew from numbers; a law that fails names the number.
 */
class JudgeLawsTest {

  private static final String UNFUNDED = "unfunded-eligible";
  private static final String[] AMOUNTS = {"underpaid", "overpaid", "wrong-standard"};

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, 1_000_000);
  }

  @Law
  void theSameNightTwiceSaysTheSame(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);

    assertThat(county.judge()).isEqualTo(county.judge());
  }

  @Law
  void theOrderOfRowsAndFilesChangesNeitherIdsNorTheirOrder(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    SmallCounty shuffled = county.inFiles(3);
    for (ListKind list : county.lists().keySet()) {
      shuffled = shuffled.with(list, rows -> shuffled(rows, seed));
    }

    assertThat(said(shuffled.judge())).isEqualTo(said(county.judge()));
    assertThat(shuffled.judge().tallies()).isEqualTo(county.judge().tallies());
  }

  private static List<Map<Field, String>> shuffled(List<Map<Field, String>> rows, long seed) {
    Collections.shuffle(rows, new Random(seed));
    return rows;
  }

  /** All of the findings in their order, but for the places of rows. */
  private static List<String> said(Judgement judgement) {
    return judgement.findings().stream()
        .map(one -> one.id() + one.outcome() + one.facts() + one.school() + one.explanation())
        .toList();
  }

  private static List<String> ids(Judgement judgement) {
    return judgement.findings().stream().map(Finding::id).toList();
  }

  @Law
  void anotherGrantInAJudgedTermNeverLeavesSomebodyElseUnfunded(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    Random random = new Random(seed);
    Assume.that(!county.rows(ListKind.AID).isEmpty());
    Map<Field, String> grant =
        new EnumMap<>(
            county.rows(ListKind.AID).get(random.nextInt(county.rows(ListKind.AID).size())));
    grant.put(Field.PROGRAM, List.of("生活补助", "国家助学金", "雨露计划").get(random.nextInt(3)));
    grant.put(Field.AMOUNT_DUE, "100.00");

    assertThat(asked(county.judge(), UNFUNDED))
        .containsAll(asked(county.withAid(grant).judge(), UNFUNDED));
  }

  @Law
  void theGrantThatIsMissingAnswersTheQuestion(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    List<Finding> unfunded =
        county.judge().findings().stream().filter(one -> one.rule().equals(UNFUNDED)).toList();
    Assume.that(!unfunded.isEmpty());
    Finding one = unfunded.get(new Random(seed).nextInt(unfunded.size()));
    String before = one.name() + " " + one.program() + " " + one.term();

    Set<String> after = asked(county.withAid(grantOf(county, one)).judge(), UNFUNDED);

    assertThat(after).doesNotContain(before);
    assertThat(asked(county.judge(), UNFUNDED)).containsAll(after);
  }

  private static Map<Field, String> grantOf(SmallCounty county, Finding due) {
    Map<Field, String> pupil =
        county.rows(ListKind.ROLL).stream()
            .filter(row -> due.name().equals(row.get(Field.NAME)))
            .findFirst()
            .orElseThrow();
    Map<Field, String> grant = new EnumMap<>(pupil);
    grant.put(Field.PROGRAM, due.program());
    grant.put(Field.TERM, due.term());
    grant.put(Field.AMOUNT_DUE, due.due());
    return grant;
  }

  @Law
  void aHouseholdLessNeverLeavesSomebodyUnfunded(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    Assume.that(!county.rows(ListKind.HOUSEHOLDS).isEmpty());
    SmallCounty fewer =
        county.with(
            ListKind.HOUSEHOLDS,
            rows -> {
              rows.remove(new Random(seed).nextInt(rows.size()));
              return rows;
            });

    assertThat(asked(county.judge(), UNFUNDED)).containsAll(asked(fewer.judge(), UNFUNDED));
  }

  @Law
  void whoLeavesTheRollIsNeverUnfundedForIt(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    SmallCounty left =
        county.with(
            ListKind.ROLL,
            rows -> {
              rows.forEach(row -> row.put(Field.ROLL_STATUS, "LEFT"));
              return rows;
            });

    assertThat(asked(left.judge(), UNFUNDED)).isEmpty();
  }

  @Law
  void aLaterPolicyRowNeverChangesWhatAnEarlierTermIsDue(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    AidPolicies later = SmallCounty.policies(List.of(fromNextAutumn()));

    assertThat(due(county.judge(later))).isEqualTo(due(county.judge()));
    assertThat(asked(county.judge(later), AMOUNTS)).isEqualTo(asked(county.judge(), AMOUNTS));
  }

  private static NamedText fromNextAutumn() {
    return new NamedText(
        "later.yml",
        """
        title: 下一学年的标准
        level: county
        standards:
          - program: living-allowance
            stages: [primary, junior]
            boarding: boarder
            from: 2026秋
            yearly: 2000
            eligible: [lifted-out, orphan]
            source: 测试文件
          - program: living-allowance
            stages: [primary, junior]
            boarding: day
            from: 2026秋
            yearly: 1000
            eligible: [lifted-out]
            source: 测试文件
        """);
  }

  /** What each is asked to be due, whatever the rule. */
  private static List<String> due(Judgement judgement) {
    return judgement.findings().stream()
        .map(one -> one.name() + " " + one.program() + " " + one.term() + " " + one.due())
        .sorted()
        .toList();
  }

  @Law
  void aSchoolThatIsRenamedEverywhereChangesNoId(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    SmallCounty renamed = county;
    for (ListKind list : List.of(ListKind.ROLL, ListKind.AID)) {
      renamed = renamed.with(list, JudgeLawsTest::renamed);
    }

    assertThat(ids(renamed.judge())).isEqualTo(ids(county.judge()));
  }

  private static List<Map<Field, String>> renamed(List<Map<Field, String>> rows) {
    return rows.stream()
        .map(
            row -> {
              Map<Field, String> renamed = new EnumMap<>(row);
              renamed.merge(Field.SCHOOL_NAME, "实验", (name, word) -> word + name);
              return renamed;
            })
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** A sum that is wrong may be asked about as a duplicate instead; it is never passed over. */
  @Law
  void aGrantInTwoHalvesIsAskedAboutExactlyIfTheWholeIs(@ForAll("seeds") long seed) {
    SmallCounty county =
        SmallCounty.of(seed)
            .with(ListKind.AID, JudgeLawsTest::onlyOnce)
            .with(ListKind.ROLL, JudgeLawsTest::boardingKnown);
    Set<String> pupils =
        county.rows(ListKind.ROLL).stream()
            .filter(row -> !row.getOrDefault(Field.GRADE, "").matches("SENIOR.*|VOC.*|PRE.*"))
            .map(row -> row.getOrDefault(Field.NAME, ""))
            .collect(Collectors.toSet());
    SmallCounty halves = county.with(ListKind.AID, JudgeLawsTest::halved);

    assertThat(ofOneAmount(halves.judge(), pupils)).isEqualTo(ofOneAmount(county.judge(), pupils));
  }

  /** Where one amount is right: of tiers, two halves cannot be told from two grants. */
  private static Set<String> ofOneAmount(Judgement judgement, Set<String> pupils) {
    Set<String> rules = Set.of("underpaid", "overpaid", "wrong-standard", "duplicate-aid");
    return judgement.findings().stream()
        .filter(one -> rules.contains(one.rule()) && pupils.contains(one.name()))
        .filter(one -> one.program().endsWith("生活补助") || one.program().endsWith("膳食补助"))
        .map(one -> one.name() + " " + one.program() + " " + one.term() + " " + one.found())
        .collect(Collectors.toSet());
  }

  private static List<Map<Field, String>> onlyOnce(List<Map<Field, String>> rows) {
    Set<String> seen = new TreeSet<>();
    rows.removeIf(
        row ->
            !seen.add(row.get(Field.NAME) + row.get(Field.TERM) + family(row.get(Field.PROGRAM))));
    rows.removeIf(row -> row.getOrDefault(Field.AMOUNT_DUE, "").isEmpty());
    return rows;
  }

  private static List<Map<Field, String>> boardingKnown(List<Map<Field, String>> rows) {
    rows.forEach(row -> row.replace(Field.BOARDING, "", "DAY"));
    return rows;
  }

  private static String family(String program) {
    return program.endsWith("生活补助") ? "生活补助" : program;
  }

  private static List<Map<Field, String>> halved(List<Map<Field, String>> rows) {
    List<Map<Field, String>> halves = new ArrayList<>();
    for (Map<Field, String> row : rows) {
      Yuan whole = Yuan.read(row.getOrDefault(Field.AMOUNT_DUE, "")).orElseThrow();
      Yuan one = new Yuan(whole.fen() / 2);
      for (Yuan half : List.of(one, whole.minus(one))) {
        Map<Field, String> part = new EnumMap<>(row);
        part.put(Field.AMOUNT_DUE, half.toString());
        halves.add(part);
      }
    }
    return halves;
  }

  @Law
  void aLaterDayOfTheTermNeverTakesAConfirmationBack(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Term term = random.nextBoolean() ? Term.parse("2025秋") : Term.parse("2026春");
    LocalDate early = term.firstDay().plusDays(random.nextInt(100));
    LocalDate late = early.plusDays(random.nextInt(50));
    SmallCounty county = SmallCounty.of(seed);

    assertThat(confirmed(county.on(late).judge())).containsAll(confirmed(county.on(early).judge()));
  }

  private static Set<String> confirmed(Judgement judgement) {
    return judgement.findings().stream()
        .filter(one -> one.outcome() == Outcome.UNFUNDED_CONFIRMED)
        .map(Finding::id)
        .collect(Collectors.toSet());
  }

  @Law
  void noRuleFindsMoreThanItComparedAndWhatIsNotEvaluatedFindsNothing(@ForAll("seeds") long seed) {
    assertThat(SmallCounty.of(seed).judge().tallies())
        .allSatisfy(
            tally -> {
              assertThat(tally.findings()).isBetween(0, tally.compared());
              assertThat(tally.evaluated() || tally.compared() == 0).isTrue();
              assertThat(tally.evaluated()).isEqualTo(tally.needs().isEmpty());
            });
  }

  @Law
  void idsAreUniqueAndMoneyIsNeverNegative(@ForAll("seeds") long seed) {
    Judgement judgement = SmallCounty.of(seed).judge();

    assertThat(ids(judgement)).doesNotHaveDuplicates();
    assertThat(judgement.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.due()).doesNotStartWith("-");
              assertThat(finding.found()).doesNotStartWith("-");
              // What a whole school or a whole list has nothing of rests on no row.
              assertThat(finding.evidence().isEmpty())
                  .isEqualTo(finding.subjectKind().equals("school"));
            });
  }

  @Law
  void aChildWhomOnlyTheHouseholdListHasChangesNothingForOthers(@ForAll("seeds") long seed) {
    SmallCounty county = SmallCounty.of(seed);
    Map<Field, String> child = new EnumMap<>(Field.class);
    child.put(Field.NAME, "测试新");
    child.put(Field.CITIZEN_ID, CountyFixture.id("20160501", 900));
    SmallCounty more =
        county.with(
            ListKind.HOUSEHOLDS,
            rows -> {
              rows.add(child);
              return rows;
            });

    assertThat(others(more.judge())).isEqualTo(others(county.judge()));
  }

  private static List<String> others(Judgement judgement) {
    return judgement.findings().stream()
        .filter(one -> !one.name().equals("测试新"))
        .map(one -> one.rule() + one.name() + one.program() + one.term() + one.explanation())
        .sorted()
        .toList();
  }

  @Example
  void theCountiesMeetEveryRuleThatTheirListsAllow() {
    Set<String> met = new TreeSet<>();
    for (long seed = 1; seed <= 100; seed++) {
      SmallCounty.of(seed).judge().findings().forEach(finding -> met.add(finding.rule()));
    }

    assertThat(met)
        .contains(
            UNFUNDED,
            "underpaid",
            "overpaid",
            "wrong-standard",
            "duplicate-aid",
            "funded-not-enrolled",
            "never-enrolled",
            "status-conflict",
            "out-of-county",
            "duplicate-roll",
            "school-or-grade-differs");
  }

  /** Counties from a fixed start, so that a build never fails by chance. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @Property(tries = 200, seed = "5", shrinking = ShrinkingMode.OFF)
  @interface Law {}
}
