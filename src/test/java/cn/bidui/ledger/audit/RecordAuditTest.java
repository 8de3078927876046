package cn.bidui.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.ledger.Transition;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordAuditTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
  private static final String GONE = "a".repeat(64);

  @TempDir private Path home;

  private void journal(Entry... entries) throws IOException {
    Clock clock = Clock.systemUTC();
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, clock)).lease();
        Journal journal = Journal.open(home, lease, clock)) {
      journal.appendAll(List.of(entries));
    }
  }

  private RecordAudit.Found audit() throws IOException {
    return RecordAudit.of(new WorkFolder(home), true);
  }

  private static Note note(String key, String... words) {
    return new Note("ledger.audit." + key, List.of(words));
  }

  private static Entry.Answered answered(String finding) {
    return new Entry.Answered(finding, "A2", "李老师", null, "", "facts", MONDAY);
  }

  private static Entry.Transitions moved(String run, @Nullable FindingState from, String finding) {
    Transition moved =
        new Transition(
            finding,
            "absent",
            from,
            FindingState.NEW,
            "待核",
            "facts",
            MONDAY,
            List.of(),
            Transition.Where.UNKNOWN);
    return new Entry.Transitions(run, MONDAY, List.of(moved));
  }

  private Entry.Published published(String run, @Nullable LocalDate previous) throws IOException {
    String empty = Archive.of(home).put(FindingsBlob.write(List.of()));
    return new Entry.Published(
        run,
        MONDAY,
        previous,
        List.of(),
        empty,
        empty,
        "test",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(Map.of("digest", empty)));
  }

  @Test
  void anAnswerToAFindingThatNeverWasIsNamed() throws IOException {
    journal(moved("R-1", null, "F1"), answered("F1"), answered("F2"));
    assertThat(audit().faults()).containsExactly(note("unknown-finding", "3", "F2"));
  }

  @Test
  void takingBackALineThatIsNotThereIsNamed() throws IOException {
    journal(new Entry.Undone(List.of(1L), "李老师", MONDAY, ""));
    assertThat(audit().faults()).containsExactly(note("unknown-line", "1"));
  }

  @Test
  void aNightWhoseOpenFindingsDoNotAddUpIsNamed() throws IOException {
    journal(moved("R-1", null, "F1"), published("R-1", null));
    assertThat(audit().faults())
        .containsExactly(
            note("roll-forward", MONDAY.toString(), "absent", "0", "1", "0", "0", "0", "0"));
  }

  @Test
  void whatARunSaidBeforeItStartedAgainDoesNotCount() throws IOException {
    journal(
        moved("R-1", null, "F1"),
        new Entry.RunStarted("R-1", "nightly", MONDAY),
        published("R-1", null));
    assertThat(audit().faults()).isEmpty();
    assertThat(audit().gone()).containsExactly(MONDAY);
  }

  @Test
  void everyKindOfEntryNamesTheArchivedContentThatItCountsOn() throws IOException {
    journal(
        new Entry.Withdrawn(1, "王干部", GONE),
        new Entry.ModelAccepted("b".repeat(64), "王干部", MONDAY),
        new Entry.DutiesTaken("c".repeat(64), "王干部", MONDAY),
        new Entry.PeriodSigned("2026-10", "d".repeat(64), "王干部", MONDAY, 0),
        new Entry.AnswersRead(1, "e".repeat(64)),
        new Entry.LedgerImported("f".repeat(64), "王干部", 1, 0),
        new Entry.Revealed("dossier", 1, "王干部", "0".repeat(64), MONDAY),
        new Entry.CaseActed("C1", CaseAct.values()[0], "王干部", MONDAY, null, "1".repeat(64)),
        new Entry.Withdrawn(1, "王干部", GONE));
    assertThat(audit().faults())
        .hasSize(8)
        .allMatch(fault -> fault.key().equals("ledger.audit.missing"))
        .contains(note("missing", "1", GONE), note("missing", "8", "1".repeat(64)));
  }
}
