package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Place;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NightCountsTest {

  private static final String MONEY = "aid/unfunded-eligible/生活补助";
  private static final RuleTally LOOKED =
      new RuleTally("absent", Severity.HIGH, true, 12, 0, List.of());
  private static final RuleTally BLIND =
      new RuleTally("id-shared", Severity.HIGH, false, 0, 0, List.of(ListKind.ROLL));

  private static NightCounts.Lists lists(List<FileEntry> files, Sender... expected) {
    return new NightCounts.Lists(new TreeSet<>(Set.of(expected)), files, sender -> 10);
  }

  private static FileEntry file(
      String unit, FileState state, @Nullable ListKind list, LocalDate date, boolean effective) {
    return new FileEntry(
        new SourceFile(Invented.sha(unit + state + date), "名单.xlsx", unit),
        state,
        list,
        "",
        Scope.COUNTY,
        null,
        date,
        List.of(),
        new RowCounts(28, 2, 0, 0, 0),
        HashTotals.NONE,
        List.of(),
        new TreeMap<>(),
        effective,
        List.of());
  }

  private static Figures sent(FileEntry... files) {
    Night quiet = new Night(List.of(), List.of(), RollForward.EMPTY, new TreeMap<>());
    return NightCounts.of(
        TUESDAY,
        List.of(),
        quiet,
        List.of(LOOKED, BLIND),
        lists(List.of(files), new Sender("甲校", ListKind.ROLL)));
  }

  private static List<String> standing(Figures figures) {
    return figures.values().keySet().stream()
        .filter(key -> key.line().equals("sent/roll/甲校"))
        .map(Figures.Key::measure)
        .toList();
  }

  @Test
  void whichRulesComparedIsKept() {
    Figures figures = sent();

    assertThat(figures.of(Place.COUNTY, "compared/absent", "evaluated")).isEqualTo(1);
    assertThat(figures.of(Place.COUNTY, "compared/absent", "compared")).isEqualTo(12);
    assertThat(figures.find(Place.COUNTY, "compared/id-shared", "evaluated")).hasValue(0);
  }

  @Test
  void aListOfGoodAgeIsFreshAndAnOldOneIsLate() {
    Figures fresh = sent(file("甲校", FileState.ACCEPTED, ListKind.ROLL, MONDAY, true));
    LocalDate old = TUESDAY.minusDays(11);
    Figures late = sent(file("甲校", FileState.ACCEPTED, ListKind.ROLL, old, true));

    assertThat(standing(fresh)).containsExactly("accepted", "fresh", "rejected", "rows");
    assertThat(fresh.of(Place.COUNTY, "sent/roll/甲校", "rows")).isEqualTo(30);
    assertThat(fresh.of(Place.COUNTY, "sent/roll/甲校", "accepted")).isEqualTo(28);
    assertThat(standing(late)).contains("late").doesNotContain("fresh");
  }

  @Test
  void whatIsHeldIsLateWhatIsRefusedIsSaidAndWhatNeverCameIsMissing() {
    assertThat(standing(sent(file("甲校", FileState.HELD, ListKind.ROLL, MONDAY, false))))
        .containsExactly("late");
    assertThat(standing(sent(file("甲校", FileState.REFUSED, null, MONDAY, false))))
        .containsExactly("refused");
    assertThat(standing(sent(file("甲校", FileState.REFUSED, ListKind.AID, MONDAY, false))))
        .containsExactly("missing");
    assertThat(standing(sent(file("乙校", FileState.ACCEPTED, ListKind.ROLL, MONDAY, true))))
        .containsExactly("missing");
  }

  @Test
  void amountsAreKeptBySchoolAndProgramWithWhatBecameOfThem() {
    Figures first = night(Past.NONE, MONDAY, "A", "B", "C");
    Past past = new Past(findings(Past.NONE, MONDAY, "A", "B", "C"), java.util.Map.of());
    Figures second = night(past, TUESDAY, "A", "D");

    Place school = Place.school("虚构小学");
    assertThat(List.of("before", "added", "open", "open-cents"))
        .extracting(measure -> first.of(school, MONEY, measure))
        .containsExactly(0L, 3L, 3L, 150_000L);
    assertThat(List.of("before", "added", "resolved", "resolved-cents", "open"))
        .extracting(measure -> second.of(Place.COUNTY, MONEY, measure))
        .containsExactly(3L, 1L, 2L, 100_000L, 2L);
  }

  private static Night advance(Past past, LocalDate asOf, String... ids) {
    cn.bidui.judge.finding.Finding[] shown =
        java.util.Arrays.stream(ids)
            .map(id -> Invented.finding("unfunded-eligible", id))
            .toArray(cn.bidui.judge.finding.Finding[]::new);
    return Ledger.advance(Invented.judgement(shown), past, Answers.NONE, asOf, Set.of());
  }

  private static List<LedgerFinding> findings(Past past, LocalDate asOf, String... ids) {
    return advance(past, asOf, ids).findings();
  }

  private static Figures night(Past past, LocalDate asOf, String... ids) {
    return NightCounts.of(
        asOf, past.findings(), advance(past, asOf, ids), List.of(), lists(List.of()));
  }

  @Test
  void whoeverSentAListThatCouldBeReadIsExpectedAgain() {
    assertThat(
            Sender.everSeen(
                List.of(
                    answered("甲校", FileState.SUPERSEDED, ListKind.ROLL),
                    answered("甲校", FileState.ACCEPTED, ListKind.ROLL),
                    answered("", FileState.ACCEPTED, ListKind.AID),
                    answered("乙校", FileState.REFUSED, ListKind.ROLL),
                    answered("丙校", FileState.ANSWERS, null))))
        .containsExactly(new Sender("", ListKind.AID), new Sender("甲校", ListKind.ROLL));
  }

  private static Entry.FileAnswered answered(
      String unit, FileState state, @Nullable ListKind list) {
    return new Entry.FileAnswered(
        1,
        new SourceFile(Invented.sha(unit), "名单.xlsx", unit),
        state,
        list,
        "",
        Scope.COUNTY,
        null,
        MONDAY,
        RowCounts.NONE,
        List.of());
  }
}
