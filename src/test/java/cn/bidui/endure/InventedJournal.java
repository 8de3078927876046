package cn.bidui.endure;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A journal of invented decisions, and the heads that it had on the way. */
final class InventedJournal {

  private static final Instant BEGIN = Instant.parse("2026-09-01T15:00:00Z");

  private final Path home;
  private final List<Head> heads = new ArrayList<>();

  private InventedJournal(Path home) {
    this.home = home;
  }

  /** Writes {@code appends} appends of one to six lines each, at different instants. */
  static InventedJournal write(Path home, Random random, int appends) throws IOException {
    InventedJournal journal = new InventedJournal(home);
    Clock clock = new Ticking();
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, clock)).lease();
        Journal lines = Journal.open(home, lease, clock)) {
      for (int append = 0; append < appends; append++) {
        journal.append(lines, random);
      }
    }
    return journal;
  }

  private void append(Journal journal, Random random) throws IOException {
    int count = 1 + random.nextInt(6);
    List<Entry> entries = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      entries.add(entry(random));
    }
    journal.appendAll(entries);
    heads.add(journal.head());
  }

  /** A minute later each time that it is asked. */
  private static final class Ticking extends Clock {

    private long minutes;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return BEGIN.plusSeconds(60 * minutes++);
    }
  }

  private static Entry entry(Random random) {
    String some = "F" + Long.toHexString(random.nextLong());
    LocalDate day = LocalDate.of(2026, 9, 1).plusDays(random.nextInt(300));
    return switch (random.nextInt(4)) {
      case 0 -> new Entry.Accepted("学籍" + some + ".xlsx", "王干部");
      case 1 -> new Entry.RunStarted("R-" + day + "-" + random.nextInt(9), "nightly", day);
      case 2 -> new Entry.Answered(some, "A2", "李老师", day, "", "facts", day);
      default -> new Entry.HeaderForgotten(some, "王\"干\"部\n");
    };
  }

  Path home() {
    return home;
  }

  Path segment() {
    return home.resolve("journal/000001.jsonl");
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(segment());
  }

  List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(segment()));
  }

  void write(List<String> lines) throws IOException {
    Files.writeString(segment(), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** The head after each append. */
  List<Head> heads() {
    return heads;
  }

  Head last() {
    return heads.get(heads.size() - 1);
  }

  /** The head before the last append. */
  Head beforeLast() {
    return heads.size() < 2 ? Head.NONE : heads.get(heads.size() - 2);
  }
}
