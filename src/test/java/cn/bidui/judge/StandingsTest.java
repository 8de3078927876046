package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.BENEFIT;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.IDENTIFIED_MONTH;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.ListKind.CIVIL;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.Doubt;
import cn.bidui.judge.night.KeptSnapshots;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.judge.night.Snapshot.Saying;
import cn.bidui.judge.night.Standings;
import cn.bidui.link.PersonKey;
import cn.bidui.plan.Category;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A past term is judged by what the lists of its own time said, although they were replaced. */
class StandingsTest {

  private static final String RULE = "unfunded-eligible";
  private static final Term AUTUMN = Term.parse("2025秋");
  private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 10);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 6);
  private static final String MOTHER = id("19880303", 2);

  /** In May; both terms have aid rows. */
  private static CountyFixture year() {
    return county().asOf("2026-05-10").aidOfSomebodyElse("2025秋").aidOfSomebodyElse("2026春").roll();
  }

  private static List<Snapshot> taken(CountyFixture county, ListKind list, LocalDate dataDate) {
    return county.judging().snapshots(county.build(), Map.of(list, dataDate));
  }

  private static Standings kept(List<Snapshot> snapshots) {
    return year().judging().standings(snapshots, List.of());
  }

  private static Standings september(CountyFixture county) {
    return kept(taken(county.asOf("2025-09-12"), HOUSEHOLDS, SEPTEMBER));
  }

  private static List<String> terms(CountyFixture county) {
    return county.findings(RULE).stream().map(Finding::term).sorted().toList();
  }

  // Judging by them.

  @Test
  void aHouseholdThatHasLeftTheListIsStillJudgedForTheTermOfTheListThatHadIt() {
    CountyFixture county = year().standings(september(year().household()));

    Finding finding = county.finding(RULE);
    assertThat(finding.term()).isEqualTo("2025秋");
    assertThat(finding.category()).isEqualTo("脱贫户");
    assertThat(
            Messages.ZH.text(finding.explanation().key(), finding.explanation().words().toArray()))
        .startsWith("2025秋学期初属于脱贫户（2025-09-10的防返贫监测名单），学籍在读，");
  }

  @Test
  void aHouseholdThatHasComeToTheListSinceIsNotJudgedForTheTermBefore() {
    assertThat(terms(year().household())).containsExactly("2025秋", "2026春");
    assertThat(terms(year().household().standings(september(year())))).containsExactly("2026春");
  }

  @Test
  void anotherListsWordStands() {
    CountyFixture county =
        year().row(CIVIL, BENEFIT, "RURAL_MINIMUM_LIVING").standings(september(year()));

    assertThat(terms(county)).containsExactly("2025秋", "2026春");
  }

  @Test
  void tonightsRowOfTheSameListIsTheEvidence() {
    CountyFixture county =
        year().household(HOUSEHOLD_TYPE, "一般农户").standings(september(year().household()));

    assertThat(county.finding(RULE).evidence())
        .extracting(row -> row.cell().label())
        .containsExactly("roll.xlsx!Sheet1!2", "households.xlsx!Sheet1!2");
  }

  @Test
  void aListThatIsNotThereTonightStillSpeaksForThePast() {
    CountyFixture before = year().row(DISABILITY).asOf("2025-09-12");
    CountyFixture county = year().standings(kept(taken(before, DISABILITY, SEPTEMBER)));

    assertThat(county.finding(RULE).category()).isEqualTo("残疾");
  }

  // Taking them.

  @Test
  void aSnapshotHoldsWhatAListSaysForEachTermOfTheYearSoFar() {
    List<Snapshot> taken =
        taken(
            year().household(MONITOR_CATEGORY, "MARGINAL", IDENTIFIED_MONTH, "2026-01"),
            HOUSEHOLDS,
            MAY);

    assertThat(taken).extracting(Snapshot::term).containsExactly(AUTUMN, Term.parse("2026春"));
    assertThat(taken.get(0).persons().values())
        .containsExactly(List.of(new Saying(Category.LIFTED_OUT, Doubt.NONE)));
    assertThat(taken.get(1).persons().values())
        .containsExactly(
            List.of(
                new Saying(Category.LIFTED_OUT, Doubt.NONE),
                new Saying(Category.MARGINAL, Doubt.NONE)));
  }

  @Test
  void inAugustTheComingTermIsTakenToo() {
    assertThat(taken(year().asOf("2026-08-20").household(), HOUSEHOLDS, MAY))
        .extracting(snapshot -> snapshot.term().label())
        .containsExactly("2025秋", "2026春", "2026秋");
  }

  @Test
  void aListWithoutADataDateIsNotTaken() {
    assertThat(taken(year().household(), CIVIL, MAY)).isEmpty();
  }

  // Keeping them.

  private static Snapshot of(String dataDate, Category category) {
    TreeMap<PersonKey, List<Saying>> persons = new TreeMap<>();
    persons.put(new PersonKey(7), List.of(new Saying(category, Doubt.NONE)));
    return new Snapshot(HOUSEHOLDS, AUTUMN, LocalDate.parse(dataDate), persons);
  }

  @ParameterizedTest
  @CsvSource({
    // the last that is not after the first day and its grace of 30 days
    "2025-08-20,2025-09-15,2025-09-15",
    "2025-09-15,2025-10-01,2025-10-01",
    "2025-09-15,2025-10-02,2025-09-15",
    // else the earliest after it
    "2025-11-01,2025-10-02,2025-10-02",
    "2025-11-01,2026-05-06,2025-11-01",
    "2023-02-01,2025-11-01,2023-02-01"
  })
  void theNearestToTheFirstDayIsKeptWhateverTheOrder(String one, String other, String kept) {
    List<Snapshot> both =
        new ArrayList<>(List.of(of(one, Category.LIFTED_OUT), of(other, Category.SUDDEN_HARDSHIP)));
    for (int order = 0; order < 2; order++) {
      assertThat(new KeptSnapshots(both, List.of(), 30).all())
          .extracting(Snapshot::dataDate)
          .containsExactly(LocalDate.parse(kept));
      Collections.reverse(both);
    }
  }

  @Test
  void tonightsListOfTheSameDataDateIsACorrectionAndSpeaksForItself() {
    Snapshot old = of("2025-09-10", Category.LIFTED_OUT);
    Snapshot corrected = of("2025-09-10", Category.MARGINAL);
    KeptSnapshots kept = new KeptSnapshots(List.of(old), List.of(corrected), 30);

    assertThat(kept.all()).containsExactly(corrected);
    assertThat(kept.earlier(HOUSEHOLDS, AUTUMN)).isEmpty();
    assertThat(new KeptSnapshots(kept.all(), List.of(), 30).earlier(HOUSEHOLDS, AUTUMN))
        .contains(corrected);
  }

  // As text.

  @Test
  void theTextNamesKeysAndCategoriesAndNobody() {
    CountyFixture county =
        year().roll(NAME, "测试丙", CITIZEN_ID, id("20170303", 3), GUARDIAN1_ID, MOTHER);
    List<Snapshot> taken =
        taken(
            county.row(DISABILITY).row(DISABILITY, NAME, "测试母", CITIZEN_ID, MOTHER),
            DISABILITY,
            MAY);

    assertThat(taken.get(0).text())
        .isEqualTo(
            """
            snapshot 1
            disability 2025秋 2026-05-06
            P00000001 disabled
            P00000002 disabled
            P00000004 disabled-guardian?guardian
            """);
    assertThat(taken.get(0)).hasToString("Snapshot[disability, 2025秋, 2026-05-06]");
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    TreeMap<PersonKey, List<Saying>> persons = new TreeMap<>();
    persons.put(
        new PersonKey(57),
        List.of(
            new Saying(Category.MARGINAL, Doubt.NONE),
            new Saying(Category.DISABLED_GUARDIAN, Doubt.GUARDIAN)));
    persons.put(new PersonKey(3), List.of(new Saying(Category.DISABLED, Doubt.DATE)));
    Snapshot snapshot = new Snapshot(CIVIL, AUTUMN, SEPTEMBER, persons);

    assertThat(Snapshot.read(snapshot.text())).isEqualTo(snapshot);
  }

  @Test
  void categoriesThatAreNoLongerKnownAreLeftOut() {
    Snapshot read = Snapshot.read("snapshot 1\ncivil 2025秋 2025-09-10\nP00000007 poor disabled\n");

    assertThat(read.persons().get(new PersonKey(7)))
        .containsExactly(new Saying(Category.DISABLED, Doubt.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "snapshot 2\ncivil 2025秋 2025-09-10\n",
        "snapshot 1\ncivil 2025秋\n",
        "snapshot 1\nchurch 2025秋 2025-09-10\n",
        "snapshot 1\ncivil 2025秋 autumn\n",
        "snapshot 1\ncivil 2025秋 2025-09-10\nP00000007\n"
      })
  void anythingElseIsNoSnapshot(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Snapshot.read(text));
  }

  @Test
  void keysByWhichNobodyGoesTonightAreLeftOut() {
    TreeMap<PersonKey, List<Saying>> persons = new TreeMap<>();
    persons.put(new PersonKey(1), List.of(new Saying(Category.LIFTED_OUT, Doubt.NONE)));
    persons.put(new PersonKey(9), List.of(new Saying(Category.DISABLED, Doubt.NONE)));
    persons.put(new PersonKey(8), List.of(new Saying(Category.DISABLED, Doubt.NONE)));
    Snapshot snapshot = new Snapshot(HOUSEHOLDS, AUTUMN, SEPTEMBER, persons);

    assertThat(year().standings(kept(List.of(snapshot))).finding(RULE).category()).isEqualTo("脱贫户");
  }
}
