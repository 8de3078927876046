package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.batch.HomeUpgrade;
import cn.bidui.batch.OpenRecord;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * Does what changes a work folder while it holds the folder's lease; where another run holds it
 * longer than may be waited, says which and does nothing.
 */
final class UnderLease {

  private final Options options;
  private final PrintWriter err;
  private final Duration wait;

  /** What is done; returns the exit code. */
  @FunctionalInterface
  interface Work<T> {
    int with(T opened) throws IOException;
  }

  UnderLease(Options options, PrintWriter err, Duration wait) {
    this.options = options;
    this.err = err;
    this.wait = wait;
  }

  /** With the journal alone. */
  int journal(Work<Journal> work) throws IOException {
    return hold(
        lease -> {
          try (Journal journal = Journal.open(options.folder().home(), lease, options.clock())) {
            return work.with(journal);
          }
        });
  }

  /** With everything that is on record. */
  int record(Work<OpenRecord> work) throws IOException {
    return hold(
        lease -> {
          try (OpenRecord record = OpenRecord.open(options.folder(), lease, options.clock())) {
            upgraded(record, options);
            return work.with(record);
          }
        });
  }

  /** Brings an opened work folder to the present format. */
  static void upgraded(OpenRecord record, Options options) throws IOException {
    String software = Version.number();
    Backing backing = Backing.of(options.folder(), software, options.clock());
    HomeUpgrade.bring(record, options.folder(), software, backing);
  }

  private int hold(Work<Lease> work) throws IOException {
    LeaseOutcome outcome = Lease.acquire(options.folder().home(), wait, options.clock());
    if (outcome instanceof LeaseOutcome.Busy busy) {
      LeaseOutcome.Holder holder = busy.holder();
      options.say(err, "cli.busy", holder.pid(), holder.host(), holder.since());
      return ExitCode.BUSY;
    }
    try (Lease lease = ((LeaseOutcome.Held) outcome).lease()) {
      return work.with(lease);
    }
  }
}
