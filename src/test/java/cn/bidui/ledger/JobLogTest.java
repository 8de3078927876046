package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobLogTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
  private static final Instant START = Instant.parse("2026-05-03T18:00:00Z");

  private final JobLog log = new JobLog();
  private int lines;

  private JobLogTest say(Entry entry) {
    lines++;
    log.add(new JournalLine(lines, 1, START.plusSeconds(lines), entry, "h"));
    return this;
  }

  private static Entry published(String run, LocalDate asOf) {
    return new Entry.Published(
        run,
        asOf,
        null,
        java.util.List.of(),
        "b",
        "c",
        "1",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  @Test
  void aRunIsDoneWhenItEndedOrWasPublished() {
    say(new Entry.RunStarted("R-1", "nightly", MONDAY));
    assertThat(log.of("nightly", MONDAY)).isEmpty();
    say(published("R-1", MONDAY));
    assertThat(log.of("nightly", MONDAY))
        .hasValueSatisfying(ran -> assertThat(ran.done()).isTrue());
    assertThat(log.last("nightly").orElseThrow().exit()).isEqualTo(OptionalInt.empty());

    say(new Entry.JobEnded("nightly", MONDAY, 2, 46_000));

    JobLog.Ran ran = log.last("nightly").orElseThrow();
    assertThat(ran.exit()).isEqualTo(OptionalInt.of(2));
    assertThat(ran.millis()).isEqualTo(OptionalLong.of(46_000));
    assertThat(ran.at()).isEqualTo(START.plusSeconds(3));
    assertThat(log.published(LocalDate.MAX)).contains(START.plusSeconds(2));
    assertThat(log.first()).contains(START.plusSeconds(1));
  }

  @Test
  void failuresAreCountedUntilARunGoesWell() {
    say(new Entry.JobEnded("nightly", MONDAY, 74, 1))
        .say(new Entry.JobEnded("nightly", MONDAY, 70, 1));
    assertThat(log.last("nightly").orElseThrow().failures()).isEqualTo(2);
    assertThat(log.lastDone("nightly", LocalDate.MAX)).isEmpty();
    say(new Entry.JobEnded("nightly", MONDAY, 3, 1));
    assertThat(log.last("nightly").orElseThrow().done()).isTrue();
    assertThat(log.lastDone("nightly", LocalDate.MAX)).contains(MONDAY);
  }

  @Test
  void theLatestBusinessDateCountsNotTheLastLine() {
    say(new Entry.JobEnded("month-end", MONDAY.plusMonths(1), 0, 1));
    say(new Entry.JobEnded("month-end", MONDAY, 0, 1));
    assertThat(log.lastDone("month-end", LocalDate.MAX)).contains(MONDAY.plusMonths(1));
    assertThat(log.last("quarter")).isEmpty();
  }

  @Test
  void aPublicationOfARunThatNobodyBeganIsOfNoJob() {
    say(published("R-9", MONDAY));
    assertThat(log.last("nightly")).isEmpty();
    assertThat(log.published(LocalDate.MAX)).isPresent();
  }

  @Test
  void theEndOfAJobComesBackFromItsLine() throws IOException {
    Entry ended = new Entry.JobEnded("month-end", MONDAY, 3, 125_000);
    assertThat(EntryJson.type(ended)).isEqualTo("job-ended");
    assertThat(EntryJson.read("job-ended", EntryJson.data(ended))).isEqualTo(ended);
  }
}
