package cn.bidui.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.ledger.Transition;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.RowCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static Entry.Replaced replaced(String gone, String standIn, Entry.Replaced.Why why) {
    return new Entry.Replaced(gone, standIn, why, MONDAY, "王干部", RowCounts.NONE);
  }

  private static Entry.Purged purged(String certificate, String... items) {
    return new Entry.Purged(MONDAY, "retention", List.of(items), new TreeMap<>(), certificate);
  }

  @Test
  void whatRetentionOrADeletionRemovedIsNotMissing() throws IOException {
    String paper = Archive.of(home).put(new byte[] {1});
    journal(
        new Entry.Withdrawn(1, "王干部", GONE),
        replaced(GONE, "", Entry.Replaced.Why.ERASED),
        new Entry.Revealed("dossier", 1, "王干部", "0".repeat(64), MONDAY),
        new Entry.ModelAccepted("b".repeat(64), "王干部", MONDAY),
        purged(paper, "words:" + "0".repeat(64), "findings:" + "b".repeat(64)));
    assertThat(audit().faults()).isEmpty();
  }

  @Test
  void wordsThatWereWrittenAgainAfterTheyHadGoneAreMissed() throws IOException {
    String paper = Archive.of(home).put(new byte[] {1});
    String words = "0".repeat(64);
    journal(
        new Entry.Revealed("dossier", 1, "王干部", words, MONDAY),
        purged(paper, "words:" + words),
        new Entry.Revealed("dossier", 1, "王干部", words, MONDAY));
    assertThat(audit().faults()).containsExactly(note("missing", "1", words));
  }

  @Test
  void whatStandsInForAFileIsLookedFor() throws IOException {
    String rows = "c".repeat(64);
    journal(
        new Entry.ModelAccepted(GONE, "王干部", MONDAY),
        replaced(GONE, rows, Entry.Replaced.Why.OVER_AGE),
        purged("d".repeat(64)),
        new Entry.PersonAsked("refused", "handle", "王干部", MONDAY, "e".repeat(64), new TreeMap<>()));
    assertThat(audit().faults())
        .containsExactly(
            note("missing", "1", GONE),
            note("missing", "2", rows),
            note("missing", "3", "d".repeat(64)),
            note("missing", "4", "e".repeat(64)));
  }

  @Test
  void aNightFromWhichAChildWasTakenOutNeedsNotAddUp() throws IOException {
    Entry.Published night = published("R-1", null);
    String rest = Archive.of(home).put("the rest".getBytes(StandardCharsets.UTF_8));
    journal(
        moved("R-1", null, "F1"),
        night,
        replaced(night.findings(), rest, Entry.Replaced.Why.ERASED));
    assertThat(audit().faults()).isEmpty();
  }

  @Test
  void aPurgedReportIsNotGone() throws IOException {
    String paper = Archive.of(home).put(new byte[] {1});
    journal(published("R-1", null), purged(paper, "report:" + MONDAY));
    assertThat(audit()).isEqualTo(new RecordAudit.Found(List.of(), 1, List.of(), 0));
  }

  private Entry.Published publishing(Path folder, String... names) throws IOException {
    TreeMap<String, String> manifest = new TreeMap<>();
    for (String name : names) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), name);
      manifest.put(name, Archive.digest(folder.resolve(name)));
    }
    Entry.Published night = published("R-1", null);
    return new Entry.Published(
        night.runId(),
        night.asOf(),
        null,
        List.of(),
        night.findings(),
        night.jobs(),
        night.software(),
        manifest,
        night.counts(),
        night.kept());
  }

  @Test
  void filesThatWereTakenDownAreNotMissedAndTheirNoticeIsNoAddition() throws IOException {
    Path folder = home.resolve("reports").resolve(MONDAY.toString());
    Entry.Published night = publishing(folder, "all.xlsx", "学校/one.xlsx");
    Files.delete(folder.resolve("all.xlsx"));
    Files.writeString(folder.resolve("更正说明.txt"), "notice");
    Entry taken = new Entry.TakenDown(MONDAY, "王干部", List.of("reports/" + MONDAY + "/all.xlsx"));

    journal(night);
    assertThat(audit().faults())
        .containsExactly(
            note("missing-file", MONDAY.toString(), "all.xlsx"),
            note("added-file", MONDAY.toString(), "更正说明.txt"));
    journal(taken);
    assertThat(audit()).isEqualTo(new RecordAudit.Found(List.of(), 1, List.of(), 2));
    journal(night);
    assertThat(audit().faults()).hasSize(2);
  }

  @Test
  void aSignedReportThatWasChangedByHandIsNamed() throws IOException {
    Path folder = Files.createDirectories(home.resolve("reports/periods/2026-09/data"));
    Path figures = Files.writeString(folder.resolve("figures.txt"), "figures");
    String digest = Archive.of(home).put(figures);
    Path page = Files.writeString(folder.resolveSibling("page.html"), "page");
    TreeMap<String, String> files = new TreeMap<>(Map.of("page.html", Archive.digest(page)));
    journal(
        new Entry.PeriodSigned("2026-09", digest, "王干部", MONDAY, 0, files),
        new Entry.PeriodSigned("2026-09", digest, "李老师", MONDAY, 1),
        new Entry.PeriodSigned("2026-08", digest, "李老师", MONDAY, 0));

    assertThat(audit().faults())
        .containsExactly(note("missing-signed", "2026-09", "data/figures-1.txt", "李老师"));
    Files.writeString(page, "changed");
    assertThat(audit().faults()).contains(note("changed-signed", "2026-09", "page.html", "王干部"));
  }

  @Test
  void damagedContentAndAMissingKeyAreToldApart() throws IOException {
    Archive archive = Archive.of(home);
    String damaged = archive.put("damaged".getBytes(StandardCharsets.UTF_8));
    String keyless = archive.put("keyless".getBytes(StandardCharsets.UTF_8));
    journal(
        new Entry.ModelAccepted(damaged, "王干部", MONDAY),
        new Entry.ModelAccepted(keyless, "王干部", MONDAY));
    Path file =
        home.resolve("archive").resolve(damaged.substring(0, 2)).resolve(damaged.substring(2));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.delete(file);
    Files.write(file, bytes);
    Path ring = home.resolve("keys/archive.keys");
    List<String> lines =
        Files.readAllLines(ring).stream().filter(line -> !line.contains(keyless)).toList();
    Files.write(ring, lines);

    assertThat(audit().faults())
        .containsExactly(note("damaged", "1", damaged), note("keyless", "2", keyless));
  }

  @Test
  void findingsThatCannotBeReadAreNamedAndTheAuditGoesOn() throws IOException {
    journal(published("R-1", null), answered("F9"));
    Files.delete(home.resolve("keys/archive.keys"));
    assertThat(RecordAudit.of(new WorkFolder(home), false).faults())
        .extracting(Note::key)
        .containsExactly("ledger.audit.keyless", "ledger.audit.unknown-finding");
  }

  @Test
  void theHeadsOfBackupsAreAnchors() throws IOException {
    journal(answered("F1"), answered("F2"));
    JournalLine.Head head = JournalReader.of(home).state().head();
    JournalLine.Head other = new JournalLine.Head(1, "f".repeat(64));
    journal(new Entry.BackedUp("备份", "digest", head, 1, "asked", MONDAY));
    assertThat(JournalAudit.of(home, List.of()).anchors()).hasSize(1);
    assertThat(JournalAudit.of(home, List.of()).sound()).isTrue();

    journal(new Entry.BackedUp("另一份", "digest", other, 1, "asked", MONDAY));
    assertThat(JournalAudit.of(home, List.of()).contradictedBy()).contains("另一份");
  }

  @Test
  void backupsThatLieInTheFolderAreAnchorsIfTheyAreOurs() throws IOException {
    journal(answered("F1"));
    HomeKey key = HomeKey.open(home, Optional.empty());
    Path folder = home.resolve("backups");
    Backups.Maker maker = new Backups.Maker("县", 2, "test", Instant.parse("2026-10-05T12:00:00Z"));
    Backups.in(folder).make(home, key, Archive.of(home), maker);

    assertThat(Anchors.backups(folder, key.fingerprint()))
        .extracting(Anchor::head)
        .containsExactly(JournalReader.of(home).state().head());
    assertThat(Anchors.backups(folder, "another")).isEmpty();
  }
}
