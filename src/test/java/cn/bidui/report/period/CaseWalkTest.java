package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseEvent;
import cn.bidui.ledger.cases.CaseEvent.Kind;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.plan.CasePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Terms: a child out of school is answered for within 7 days. */
class CaseWalkTest {

  private static final Period OCTOBER = Period.find("2026-10").orElseThrow();
  static final CaseBook.Terms TERMS =
      new CaseBook.Terms(CasePlan.USUAL, rule -> "high", digest -> "");

  private static CaseEvent on(String day, Kind kind, String words) {
    return new CaseEvent(1, LocalDate.parse(day), kind, "", words);
  }

  private static CaseEvent on(String day, Kind kind) {
    return on(day, kind, "");
  }

  static CaseFile file(String id, CaseStage stage, boolean open, CaseEvent... history) {
    LocalDate first = history[0].on();
    LocalDate opened = first;
    for (CaseEvent event : history) {
      opened = event.kind() == Kind.REBOUND ? event.on() : opened;
    }
    TreeSet<String> findings = new TreeSet<>(Set.of("F-" + id));
    return new CaseFile(
        id,
        stage,
        findings,
        open ? findings : new TreeSet<>(),
        new TreeSet<>(Set.of("absent")),
        new CaseFile.Place("测试小学", "测试镇", "小学"),
        new CaseFile.Dates(first, opened, null, null, null, null, null, null),
        open ? opened.plusDays(7) : null,
        open,
        0,
        0,
        CaseFile.People.NOBODY,
        Set.of(),
        List.of(history));
  }

  private static CaseWalk walk(CaseEvent... history) {
    return new CaseWalk(OCTOBER, file("C", CaseStage.FILED, false, history), TERMS);
  }

  @Test
  void anAnswerOnTheLastDayIsInTimeAndOneOnTheDayAfterIsLate() {
    assertThat(walk(on("2026-10-01", Kind.REGISTERED), on("2026-10-08", Kind.ANSWERED)).counts())
        .containsOnly(
            java.util.Map.entry("registered", 1L),
            java.util.Map.entry("answered", 1L),
            java.util.Map.entry("on-time", 1L));
    assertThat(walk(on("2026-10-01", Kind.REGISTERED), on("2026-10-09", Kind.ANSWERED)).counts())
        .containsEntry("late", 1L)
        .doesNotContainKey("on-time");
  }

  @Test
  void aNewLastDayCountsAndOneThatCannotBeReadDoesNot() {
    assertThat(
            walk(
                    on("2026-10-01", Kind.REGISTERED),
                    on("2026-10-05", Kind.EXTENDED, "2026-10-20 住院"),
                    on("2026-10-20", Kind.DATA_RIGHT))
                .counts())
        .containsEntry("on-time", 1L);
    assertThat(
            walk(
                    on("2026-10-01", Kind.REGISTERED),
                    on("2026-10-05", Kind.EXTENDED, "下周"),
                    on("2026-10-20", Kind.DATA_RIGHT))
                .counts())
        .containsEntry("late", 1L);
  }

  @Test
  void onlyWhatFallsIntoThePeriodCounts() {
    CaseWalk walk =
        walk(
            on("2026-09-20", Kind.REGISTERED),
            on("2026-09-21", Kind.ASSIGNED),
            on("2026-10-02", Kind.ANSWERED),
            on("2026-10-05", Kind.VERIFIED),
            on("2026-10-06", Kind.FILED),
            on("2026-11-02", Kind.REBOUND));

    assertThat(walk.counts()).containsOnlyKeys("answered", "late", "verified", "filed");
    assertThat(walk.closedAfter()).containsExactly(16L);
  }

  @Test
  void aReboundOpensAnewAndWhatIsSentBackIsAwaitedAgain() {
    CaseWalk walk =
        walk(
            on("2026-10-01", Kind.REGISTERED),
            on("2026-10-01", Kind.ASSIGNED),
            on("2026-10-01", Kind.ASSIGNED),
            on("2026-10-02", Kind.ANSWERED),
            on("2026-10-03", Kind.SENT_BACK),
            on("2026-10-04", Kind.ANSWERED),
            on("2026-10-04", Kind.DATA_RIGHT),
            on("2026-10-04", Kind.FILED),
            on("2026-10-10", Kind.REBOUND),
            on("2026-10-10", Kind.ASSIGNED),
            on("2026-10-12", Kind.REVIEW),
            on("2026-10-13", Kind.REMARK));

    assertThat(walk.counts())
        .containsEntry("assigned", 2L)
        .containsEntry("answered", 2L)
        .containsEntry("on-time", 2L)
        .containsEntry("rebound", 1L)
        .containsEntry("review", 1L);
  }

  @Test
  void aChildReturnsOnceEachTimeThatItWasOut() {
    String back = OutcomeCode.F3.published();
    CaseWalk walk =
        walk(
            on("2026-10-01", Kind.REGISTERED),
            on("2026-10-02", Kind.ANSWERED, back),
            on("2026-10-03", Kind.DATA_RIGHT),
            on("2026-10-10", Kind.REBOUND),
            on("2026-10-11", Kind.ANSWERED, OutcomeCode.A2.published()),
            on("2026-10-20", Kind.REBOUND),
            on("2026-10-21", Kind.DATA_RIGHT));

    assertThat(walk.returned()).isEqualTo(2);
    assertThat(walk.droppedOut()).isFalse();
  }

  @Test
  void whatWasVerifiedAsDroppedOutIsSoUntilItOpensAnew() {
    String dropped = OutcomeCode.F2.published();
    CaseEvent found = on("2026-10-01", Kind.REGISTERED);
    CaseEvent seen = on("2026-10-02", Kind.ANSWERED_OPEN, dropped);

    assertThat(walk(found, seen).droppedOut()).isTrue();
    assertThat(walk(found, seen, on("2026-10-09", Kind.REBOUND)).droppedOut()).isFalse();
  }

  @Test
  void theTallyTellsOpenCasesByAgeAndChildrenByWhereTheyAre() {
    TreeMap<String, CaseFile> cases = new TreeMap<>();
    cases.put("A", file("A", CaseStage.ASSIGNED, true, on("2026-10-25", Kind.REGISTERED)));
    cases.put("B", file("B", CaseStage.ASSIGNED, true, on("2026-10-05", Kind.REGISTERED)));
    cases.put("C", file("C", CaseStage.ASSIGNED, true, on("2026-08-05", Kind.REGISTERED)));
    cases.put(
        "D",
        file(
            "D",
            CaseStage.HANDLING,
            true,
            on("2026-02-05", Kind.REGISTERED),
            on("2026-10-07", Kind.ANSWERED_OPEN, OutcomeCode.F2.published())));
    cases.put(
        "E",
        file(
            "E",
            CaseStage.FILED,
            false,
            on("2026-10-01", Kind.REGISTERED),
            on("2026-10-03", Kind.DATA_RIGHT),
            on("2026-10-05", Kind.FILED)));
    cn.bidui.ledger.Figures.Sum sum = new cn.bidui.ledger.Figures.Sum();
    new CaseTally(OCTOBER, sum).add(new CaseBook(OCTOBER.last(), cases), TERMS);
    cn.bidui.ledger.Figures figures = sum.done();

    cn.bidui.judge.score.Place school = cn.bidui.judge.score.Place.school("测试小学");
    assertThat(List.of("age-week", "age-month", "age-quarter", "age-more", "pending", "overdue"))
        .extracting(measure -> figures.of(school, "cases/dropout", measure))
        .containsExactly(1L, 1L, 1L, 1L, 4L, 4L);
    assertThat(List.of("suspected", "dropped", "returned", "oldest", "days-tenths"))
        .extracting(measure -> figures.of(school, "cases/stage/小学", measure))
        .containsExactly(3L, 1L, 1L, 268L, 40L);
    assertThat(figures.find(school, "cases/all", "suspected")).isEmpty();
  }

  @Test
  void theMedianLiesBetweenTheTwoInTheMiddle() {
    assertThat(CaseTally.medianTenths(List.of(9L, 1L, 4L))).isEqualTo(40);
    assertThat(CaseTally.medianTenths(List.of(9L, 1L, 4L, 5L))).isEqualTo(45);
  }
}
