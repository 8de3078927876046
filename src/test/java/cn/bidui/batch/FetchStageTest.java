package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.WebServer;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.SourceFetched.State;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.ledger.SourceLog;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs remember of sources, and whom they ask again. */
class FetchStageTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-11-03T14:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);

  private static WebServer server;

  @TempDir private Path home;
  private String schedule = "每次";

  @BeforeAll
  static void start() throws IOException {
    server = WebServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void has(String text) {
    server.gives("/roll.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Work with an opened folder. */
  @FunctionalInterface
  private interface Work {
    void with(OpenRecord record) throws IOException;
  }

  private void open(Work work) throws IOException {
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, CLOCK)).lease();
        OpenRecord record = OpenRecord.open(new WorkFolder(home), lease, CLOCK)) {
      work.with(record);
    }
  }

  private NightOrder order(LocalDate asOf) throws IOException {
    Path settings = home.resolve("bidui.yml");
    Files.writeString(
        settings,
        "lists:\n  roll:\n    from:\n      name: 省库\n      unit: 青石镇\n      schedule: "
            + schedule
            + "\n      http: {url: \""
            + server.url("/roll.csv")
            + "\"}\n");
    Mistakes mistakes = new Mistakes();
    NightOrder order =
        NightOrder.read(
            new WorkFolder(home),
            JobTree.read(settings, Path.of("jobs"), "nightly"),
            "nightly",
            asOf,
            "0.2.0",
            CLOCK,
            mistakes);
    assertThat(mistakes.all()).isEmpty();
    return order;
  }

  private void run(OpenRecord record, String runId, LocalDate asOf) throws IOException {
    record.journal().append(new Entry.RunStarted(runId, "nightly", asOf));
    new FetchStage(order(asOf), record, length -> {}).run(new NightWork(runId, false));
  }

  private static List<State> states(OpenRecord record) {
    return record.state().sources().ofLastRun().stream()
        .map(SourceLog.Fetch::entry)
        .map(Entry.SourceFetched::state)
        .toList();
  }

  @Test
  void whatArrivesIsAFileOfItsUnitWithAReceipt() throws IOException {
    has("姓名\n甲\n");
    open(
        record -> {
          run(record, "R-1", MONDAY);

          assertThat(states(record)).containsExactly(State.ARRIVED);
          assertThat(record.state().unanswered()).hasSize(1);
          Entry.FileReceived received = record.state().unanswered().get(0).received();
          assertThat(received.file().name()).isEqualTo("省库_roll.csv");
          assertThat(received.file().unit()).isEqualTo("青石镇");
          assertThat(received.bytes()).isEqualTo(11);
          assertThat(record.archive().holds(received.file().sha256())).isTrue();
          assertThat(home.resolve("data/scratch")).isEmptyDirectory();
        });
  }

  @Test
  void aRunThatWasCutShortAsksNobodyAgainWhoHasAnswered() throws IOException {
    has("姓名\n乙\n");
    open(record -> run(record, "R-1", MONDAY));
    int asked = server.asked().size();
    has("姓名\n丙\n");
    open(
        record -> {
          run(record, "R-1", MONDAY);

          assertThat(server.asked()).hasSize(asked);
          assertThat(states(record)).containsExactly(State.ARRIVED);
          assertThat(record.state().unanswered()).hasSize(1);
        });
  }

  @Test
  void whatAKilledRunLeftStagedIsClearedAndFetchedOnce() throws IOException {
    has("姓名\n丁\n");
    Path scratch = Files.createDirectories(home.resolve("data/scratch"));
    Files.writeString(scratch.resolve("fetch-123.part"), "姓名\n丁\n");
    open(
        record -> {
          run(record, "R-1", MONDAY);
          assertThat(record.state().unanswered()).hasSize(1);
          assertThat(scratch).isEmptyDirectory();
        });
  }

  @Test
  void theSameContentOnAnotherNightConfirmsTheListAndIsNotReceivedAgain() throws IOException {
    has("姓名\n戊\n");
    open(
        record -> {
          run(record, "R-1", MONDAY);
          run(record, "R-2", MONDAY.plusDays(1));

          assertThat(states(record)).containsExactly(State.UNCHANGED);
          assertThat(record.state().unanswered()).hasSize(1);
          SourceFile file = record.state().unanswered().get(0).received().file();
          assertThat(record.state().sources().confirmed(file)).contains(MONDAY.plusDays(1));
          SourceFile elsewhere = new SourceFile(file.sha256(), file.name(), "白水镇");
          assertThat(record.state().sources().confirmed(elsewhere)).isEmpty();
        });
  }

  @Test
  void aListThatWasRefusedAsAWholeIsDeliveredAgain() throws IOException {
    has("姓名\n己\n");
    open(
        record -> {
          run(record, "R-1", MONDAY);
          answer(record, FileState.REFUSED);
          run(record, "R-2", MONDAY.plusDays(1));
          assertThat(states(record)).containsExactly(State.ARRIVED);
          answer(record, FileState.ACCEPTED);
          run(record, "R-3", MONDAY.plusDays(2));
          assertThat(states(record)).containsExactly(State.UNCHANGED);
        });
  }

  @Test
  void whatWasTakenBackComesFromItsSourceNoMoreUntilAPersonPutsItIn() throws IOException {
    has("姓名\n壬\n");
    open(
        record -> {
          run(record, "R-1", MONDAY);
          SourceFile file = record.state().unanswered().get(0).received().file();
          withdraw(record);
          run(record, "R-2", MONDAY.plusDays(1));
          assertThat(last(record)).isEqualTo("FAILED withdrawn");
          assertThat(record.state().sources().confirmed(file)).contains(MONDAY);

          has("姓名\n癸\n");
          run(record, "R-3", MONDAY.plusDays(2));
          assertThat(last(record)).isEqualTo("ARRIVED ");
          answer(record, FileState.ACCEPTED);

          has("姓名\n壬\n");
          run(record, "R-4", MONDAY.plusDays(3));
          assertThat(last(record)).isEqualTo("FAILED withdrawn");
          assertThat(record.state().unanswered()).isEmpty();
          assertThat(home.resolve("data/scratch")).isEmptyDirectory();

          SourceFile byHand = new SourceFile(file.sha256(), "roll.csv", file.unit());
          record.journal().append(new Entry.FileReceived(byHand, 11, MONDAY.plusDays(4)));
          run(record, "R-5", MONDAY.plusDays(4));
          assertThat(last(record)).isEqualTo("ARRIVED ");
        });
  }

  @Test
  void aSourceOfWhichTheListWasTakenBackIsAskedAlsoOutsideItsDays() throws IOException {
    schedule = "每周一";
    has("姓名\n子\n");
    open(
        record -> {
          run(record, "R-1", MONDAY.plusDays(2));
          withdraw(record);
          run(record, "R-2", MONDAY.plusDays(3));
          assertThat(last(record)).isEqualTo("FAILED withdrawn");
          has("姓名\n丑\n");
          run(record, "R-3", MONDAY.plusDays(4));
          assertThat(last(record)).isEqualTo("ARRIVED ");
        });
  }

  /** The file that waits for its answer is taken, and taken back again. */
  private static void withdraw(OpenRecord record) throws IOException {
    long receipt = record.state().unanswered().get(0).number();
    answer(record, FileState.ACCEPTED);
    record.journal().append(new Entry.Withdrawn(receipt, "王老师", ""));
  }

  private static String last(OpenRecord record) {
    Entry.SourceFetched last = record.state().sources().last("省库").orElseThrow().entry();
    return last.state() + " " + last.reason();
  }

  private static void answer(OpenRecord record, FileState state) throws IOException {
    var receipt = record.state().unanswered().get(0);
    record
        .journal()
        .append(
            new Entry.FileAnswered(
                receipt.number(),
                receipt.received().file(),
                state,
                ListKind.ROLL,
                "",
                Scope.COUNTY,
                null,
                MONDAY,
                RowCounts.NONE,
                List.of()));
  }

  @Test
  void aSourceThatIsDownIsOneLineAndIsAskedAgainWhenTheRunIsTakenUp() throws IOException {
    server.at("/roll.csv", exchange -> WebServer.send(exchange, 404, new byte[0]));
    open(
        record -> {
          run(record, "R-1", MONDAY);
          assertThat(states(record)).containsExactly(State.FAILED);
          assertThat(record.state().sources().last("省库").orElseThrow().entry().reason())
              .isEqualTo("not-found");
          has("姓名\n庚\n");
          run(record, "R-1", MONDAY);
          assertThat(states(record)).containsExactly(State.ARRIVED);
        });
  }

  @Test
  void outsideItsDaysItIsNotAsked() throws IOException {
    schedule = "每周一";
    has("姓名\n辛\n");
    open(
        record -> {
          run(record, "R-1", MONDAY.plusDays(2));
          assertThat(states(record)).containsExactly(State.ARRIVED);
          run(record, "R-2", MONDAY.plusDays(3));
          assertThat(states(record)).containsExactly(State.SKIPPED);
          run(record, "R-3", MONDAY.plusDays(8));
          assertThat(states(record)).containsExactly(State.UNCHANGED);
          assertThat(record.state().sources().last("省库").orElseThrow().entry().asOf())
              .isEqualTo(MONDAY.plusDays(8));
        });
  }
}
