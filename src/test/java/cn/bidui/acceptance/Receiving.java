package cn.bidui.acceptance;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** The first half of a run's work, as a kill leaves it. */
final class Receiving {

  private Receiving() {}

  /** Archives, journals and clears a file, and answers nothing. */
  static void receive(Office office, Path file, String asOf) throws IOException {
    String sha256 = Archive.of(office.home()).put(file);
    append(
        office,
        new Entry.FileReceived(
            new SourceFile(sha256, String.valueOf(file.getFileName()), ""),
            Files.size(file),
            LocalDate.parse(asOf)));
    Files.delete(file);
  }

  /** Journals what a run had got as far as. */
  static void append(Office office, Entry entry) throws IOException {
    Clock clock = Clock.systemUTC();
    LeaseOutcome lease = Lease.acquire(office.home(), Duration.ofSeconds(10), clock);
    try (Lease held = ((LeaseOutcome.Held) lease).lease();
        Journal journal = Journal.open(office.home(), held, clock)) {
      journal.append(entry);
    }
  }
}
