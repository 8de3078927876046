package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.CLOCK;
import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.ROLL;
import static cn.bidui.ledger.Invented.TUESDAY;
import static cn.bidui.ledger.Invented.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.link.KeyChange;
import cn.bidui.link.PersonKey;
import cn.bidui.link.PinnedLink;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path home;
  private Lease lease;

  @BeforeEach
  void takeTheFolder() throws IOException {
    lease = Invented.lease(home);
  }

  @AfterEach
  void giveTheFolderBack() throws IOException {
    lease.close();
  }

  private static Entry.Accepted accepted(int number) {
    return new Entry.Accepted("名单" + number + ".xlsx", "王干部");
  }

  static List<Entry> oneOfEach() {
    Transition.Place place = new Transition.Place(sha("roll"), "三年级", 7);
    Batch aid =
        new Batch(ROLL, ListKind.AID, "national-aid", Scope.COUNTY, Term.parse("2026秋"), MONDAY, 4);
    Batch roll =
        new Batch(
            ROLL, ListKind.ROLL, "roll", new Scope("虚构小学"), null, TUESDAY, 5, new Amends(ROLL, 4));
    return List.of(
        new Entry.KeyMaterial("00ff"),
        new Entry.RunStarted("run-1", "nightly", MONDAY),
        new Entry.FileWaiting("半个.xlsx", "", 12, 1_700_000_000_000L, "INCOMPLETE"),
        new Entry.FileReceived(ROLL, 4_096, MONDAY),
        new Entry.FileAnswered(
            4,
            ROLL,
            FileState.ACCEPTED_WITH_REJECTS,
            ListKind.ROLL,
            "roll",
            Scope.COUNTY,
            Term.parse("2026秋"),
            MONDAY,
            new RowCounts(1, 2, 3, 4, 5),
            List.of(ProblemCode.ID_PRECISION_LOST)),
        new Entry.FileAnswered(
            5,
            ROLL,
            FileState.REFUSED,
            null,
            "",
            Scope.COUNTY,
            null,
            null,
            RowCounts.NONE,
            List.of(ProblemCode.FILE_DAMAGED)),
        new Entry.FileAnswered(
            6,
            new SourceFile(sha("back"), "学籍__未通过.xlsx", ""),
            FileState.ACCEPTED,
            ListKind.ROLL,
            "roll",
            Scope.COUNTY,
            Term.parse("2026秋"),
            MONDAY,
            new RowCounts(2, 0, 0, 0, 0),
            List.of(),
            new Amends(ROLL, 4)),
        new Entry.KeysChanged(
            List.of(
                new KeyChange.Known(new PersonKey(1), List.of(sha("a"), sha("b"))),
                new KeyChange.Merged(new PersonKey(1), new PersonKey(2)))),
        new Entry.Transitions(
            "run-1",
            MONDAY,
            List.of(
                new Transition(
                    "F1",
                    "absent",
                    null,
                    FindingState.NEW,
                    "疑似辍学",
                    "facts",
                    MONDAY,
                    List.of(place),
                    new Transition.Where("C1", "城关小学", "城关镇", "小学")),
                new Transition(
                    "F2",
                    "absent",
                    FindingState.PERSISTING,
                    FindingState.RESOLVED,
                    "疑似辍学",
                    "facts",
                    MONDAY,
                    List.of(),
                    Transition.Where.UNKNOWN))),
        new Entry.Answered("F1", "B5", "李老师", TUESDAY, sha("note"), "facts", MONDAY),
        new Entry.Answered("F1", "A1", "李老师", null, "", "facts", MONDAY),
        new Entry.Answered(
            "F1",
            "A2",
            "李老师",
            TUESDAY,
            "",
            "facts",
            TUESDAY,
            new Proof(EvidenceKind.SCHOOL_AND_NUMBER, "周干事", MONDAY)),
        new Entry.Pinned(new PinnedLink(sha("a"), sha("c"), PinnedLink.Ruling.DIFFERENT, "李老师")),
        new Entry.ModelAccepted(sha("model"), "李老师", MONDAY),
        new Entry.CaseActed("C1", CaseAct.VISIT, "李老师", TUESDAY, MONDAY, sha("words")),
        new Entry.CaseActed("C1", CaseAct.VERIFY, "周干事", TUESDAY, null, ""),
        new Entry.Undone(List.of(3L, 4L), "李老师", TUESDAY, sha("note")),
        new Entry.DutiesTaken(sha("duties"), "周干事", TUESDAY),
        new Entry.PeriodSigned("2026-10", sha("figures"), "周干事", TUESDAY, 1),
        new Entry.PeriodSigned(
            "2026-10",
            sha("figures"),
            "周干事",
            TUESDAY,
            0,
            new TreeMap<>(Map.of("data/figures.txt", sha("figures")))),
        new Entry.TakenDown(TUESDAY, "周干事", List.of("reports/2026-10-06/all.xlsx")),
        new Entry.Notice("run-1", "folder", Entry.Notice.Phase.SENDING, ""),
        new Entry.Replaced(
            sha("roll"),
            sha("rows"),
            Entry.Replaced.Why.OVER_AGE,
            TUESDAY,
            Entry.Replaced.RETENTION,
            new RowCounts(0, 2, 0, 0, 0)),
        new Entry.Purged(
            TUESDAY,
            "周干事",
            List.of("report:2023-01-02"),
            new TreeMap<>(Map.of("report", 1L)),
            sha("certificate")),
        new Entry.PersonAsked(
            "deleted", "5f0c", "周干事", TUESDAY, sha("reason"), new TreeMap<>(Map.of("rows", 3L))),
        new Entry.Revealed("forms-letter", 3, "周干事", sha("purpose"), TUESDAY),
        new Entry.BackedUp("备份-1.bidui", sha("b"), new Head(7, sha("h")), 99, "nightly", TUESDAY),
        new Entry.Drilled("备份-1.bidui", new Head(7, sha("h")), 3, 1_200, true, "", TUESDAY),
        new Entry.KeysEscrowed("5f0c", TUESDAY),
        new Entry.Formatted(2, "0.2.0"),
        new Entry.DatabaseMoved("embedded", "127.0.0.1:5432/bidui", "张工", TUESDAY, 5, 1_809),
        new Entry.SourceFetched(
            "run-1",
            "省交换库",
            sha("declared"),
            ListKind.ROLL,
            "青石镇",
            "http",
            Entry.SourceFetched.State.FAILED,
            "server",
            List.of("503"),
            "",
            "",
            "\"v1\"",
            "Mon, 03 Nov 2025 01:00:00 GMT",
            MONDAY),
        accepted(1),
        new Entry.Published(
            "run-1",
            TUESDAY,
            MONDAY,
            List.of(aid, roll),
            sha("findings"),
            sha("jobs"),
            "0.1.0",
            new TreeMap<>(Map.of("index.html", sha("page"))),
            new TreeMap<>(Map.of("open", 3L)),
            new TreeMap<>(Map.of("scoreboard", sha("scoreboard")))),
        new Entry.Published(
            "run-2",
            MONDAY,
            null,
            List.of(),
            sha("findings"),
            sha("jobs"),
            "0.1.0",
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>()));
  }

  private List<Entry> readAll() throws IOException {
    List<Entry> entries = new ArrayList<>();
    assertThat(JournalReader.of(home).read(1, line -> entries.add(line.entry())).ok()).isTrue();
    return entries;
  }

  @Test
  void everyKindOfEntryIsReadBackAsItWasWritten() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.appendAll(oneOfEach());
    }
    assertThat(readAll()).isEqualTo(oneOfEach());
  }

  @Test
  void aLineIsJsonThatNamesItsPlaceInTheChain() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.append(accepted(1));
    }
    String content =
        """
        {"seq":1,"epoch":1,"at":"2026-10-08T18:00:00Z","type":"accepted",\
        "data":{"what":"名单1.xlsx","by":"王干部"},\
        "prev":"0000000000000000000000000000000000000000000000000000000000000000"\
        """;
    assertThat(Files.readString(home.resolve("journal/000001.jsonl")))
        .isEqualTo(content + ",\"hash\":\"" + sha(content) + "\"}\n");
  }

  @Test
  void numbersAndHashesGoOnAfterReopening() throws IOException {
    Head first;
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      first = journal.append(accepted(1)).head();
    }
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      assertThat(journal.head()).isEqualTo(first);
      assertThat(journal.append(accepted(2)).seq()).isEqualTo(2);
      assertThat(journal.state().head()).isEqualTo(journal.head());
      assertThat(journal.tornTail()).isEmpty();
    }
    assertThat(readAll()).containsExactly(accepted(1), accepted(2));
  }

  @Test
  void readingStartsAtTheNumberAskedFor() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK, 100)) {
      for (int i = 1; i <= 5; i++) {
        journal.append(accepted(i));
      }
    }
    List<Long> numbers = new ArrayList<>();
    JournalReader.of(home).read(4, line -> numbers.add(line.seq()));
    assertThat(numbers).containsExactly(4L, 5L);
  }

  @Test
  void aFullSegmentIsFollowedByTheNextOne() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK, 100)) {
      journal.append(accepted(1));
      journal.append(accepted(2));
    }
    try (Journal journal = Journal.open(home, lease, CLOCK, 100)) {
      journal.append(accepted(3));
    }
    assertThat(home.resolve("journal/000003.jsonl")).exists();
    assertThat(readAll()).containsExactly(accepted(1), accepted(2), accepted(3));
  }

  @Test
  void nothingIsWrittenForNoEntries() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      assertThat(journal.appendAll(List.of())).isEmpty();
      assertThat(journal.head()).isEqualTo(Head.NONE);
    }
  }

  @Test
  void aLargeAppendIsWrittenInPieces() throws IOException {
    List<KeyChange> changes = new ArrayList<>();
    for (int i = 1; i <= 25_000; i++) {
      changes.add(new KeyChange.Known(new PersonKey(i), List.of(sha("person " + i))));
    }
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      assertThat(journal.appendAll(Entry.KeysChanged.blocks(changes))).hasSize(25);
      assertThat(journal.state().keys().lastNumber()).isEqualTo(25_000);
    }
    JournalState again = JournalReader.of(home).state();
    assertThat(again.keys().key(sha("person 24999"))).isEqualTo(new PersonKey(24_999));
  }

  @Test
  void aHolderOfAnOutdatedLeaseIsRefused() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.append(accepted(1));
      Files.writeString(home.resolve("journal/epoch"), "7\n");
      assertThatThrownBy(() -> journal.append(accepted(2))).isInstanceOf(LeaseLostException.class);
      assertThatThrownBy(() -> Journal.open(home, lease, CLOCK))
          .isInstanceOf(LeaseLostException.class);
    }
    assertThat(readAll()).containsExactly(accepted(1));
  }

  @Test
  void aSecondWriterIsNoticed() throws IOException {
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.append(accepted(1));
      try (Journal second = Journal.open(home, lease, CLOCK)) {
        second.append(accepted(2));
      }
      assertThatThrownBy(() -> journal.append(accepted(3)))
          .isInstanceOf(LeaseLostException.class)
          .hasMessage("somebody else has written to the journal");
    }
    assertThat(readAll()).containsExactly(accepted(1), accepted(2));
  }

  @Test
  void aClosedJournalTakesNothing() throws IOException {
    Journal journal = Journal.open(home, lease, CLOCK);
    journal.close();
    assertThatThrownBy(() -> journal.append(accepted(1))).isInstanceOf(IOException.class);
  }

  @Test
  void aTypeThatThisVersionDoesNotKnowIsNamedWithItsLine() throws IOException {
    assertThatThrownBy(() -> EntryJson.read("horoscope", new JsonObject()))
        .hasMessage("this version does not know entries of type horoscope");
    assertThatThrownBy(
            () -> EntryJson.read("pinned", new JsonObject().with("left", "a").with("right", "b")))
        .hasMessage("property ruling is missing or of another kind");
    JsonObject newer = EntryJson.data(oneOfEach().get(4)).with("list", "dreams");
    assertThatThrownBy(() -> EntryJson.read("file-answered", newer))
        .hasMessage("this version does not know a value in an entry of type file-answered");
  }

  @Test
  void aMissingJournalReadsAsEmpty() throws IOException {
    assertThat(JournalReader.of(home.resolve("nowhere")).verify(List.of()))
        .isEqualTo(new Verdict.Intact(Head.NONE));
  }

  @Test
  void aHeadIsReadBackFromItsText() {
    Head head = new Head(128, sha("head"));
    assertThat(head.text()).isEqualTo("128:" + sha("head"));
    assertThat(Head.parse(head.text())).isEqualTo(head);
  }

  @Test
  void longListsAreSplitIntoBlocks() {
    Transition moved =
        new Transition(
            "F1",
            "absent",
            null,
            FindingState.NEW,
            "疑似辍学",
            "f",
            MONDAY,
            List.of(),
            Transition.Where.UNKNOWN);
    List<Entry> blocks =
        Entry.Transitions.blocks("run-1", MONDAY, java.util.Collections.nCopies(2_001, moved));
    assertThat(blocks)
        .extracting(block -> ((Entry.Transitions) block).transitions().size())
        .containsExactly(1_000, 1_000, 1);
    assertThat(Entry.KeysChanged.blocks(List.of())).isEmpty();
  }

  @Test
  void whatWasDecidedAboutHeadersComesBackAsItWas() throws IOException {
    Entry remembered = new Entry.HeaderRemembered(Invented.header("h1"));
    Entry forgotten = new Entry.HeaderForgotten("h1", "李老师");
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.append(remembered);
      journal.append(forgotten);
    }

    assertThat(readAll()).containsExactly(remembered, forgotten);
  }

  @Test
  void anImportedLedgerIsKnownByItsContent() throws IOException {
    Entry imported = new Entry.LedgerImported(sha("ledger"), "王干部", 35, 37);
    try (Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.append(imported);
      assertThat(journal.state().ledgerImported(sha("ledger")))
          .contains((Entry.LedgerImported) imported);
      assertThat(journal.state().ledgerImported(sha("another"))).isEmpty();
    }

    assertThat(readAll()).containsExactly(imported);
  }
}
