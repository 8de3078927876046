package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry.Drilled;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import org.slf4j.LoggerFactory;

/**
 * What follows a published night: a backup, and a drill with it. Whatever fails here leaves the
 * night as it is and is told. Runs for another day than today are no nights of service, and a
 * second run of a day needs no second backup.
 */
final class NightlyBackup {

  private static final String WHY = "nightly";

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  NightlyBackup(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Does it where it is due; the exit code if the night itself had none. */
  int after(NightOrder order, OpenRecord record) {
    if (!order.settings().backup().nightly()
        || !isPresent(order.asOf())
        || madeFor(record, order.asOf())) {
      return ExitCode.DONE;
    }
    try {
      return make(order, record, order.asOf());
    } catch (IOException | RuntimeException failed) {
      LoggerFactory.getLogger(NightlyBackup.class)
          .error("the nightly backup failed: {}", Traces.of(failed));
      String told =
          HomeCheck.told(failed, options.messages())
              .orElse(
                  options
                      .messages()
                      .text("backup.nightly.failed", failed.getClass().getSimpleName()));
      err.println(told);
      return ExitCode.HELD;
    }
  }

  /** A night that begins before midnight ends on the next day. */
  private boolean isPresent(LocalDate asOf) {
    LocalDate today = LocalDate.now(options.clock());
    return asOf.equals(today) || asOf.equals(today.minusDays(1));
  }

  private static boolean madeFor(OpenRecord record, LocalDate day) {
    return record.state().safety().backups().stream()
        .anyMatch(made -> made.why().equals(WHY) && made.asOf().equals(day));
  }

  private int make(NightOrder order, OpenRecord record, LocalDate day) throws IOException {
    Backing backing =
        new Backing(order.folder(), order.settings(), Version.number(), options.clock());
    Backing.Done done = backing.make(record.key(), record.archive());
    record.journal().append(done.entry(WHY, day));
    DamagedNames.told(done.made(), record.state(), options, err);
    if (!done.copied()) {
      options.say(err, "backup.second.missing", backing.plan().second());
    }
    Drill drill = new Drill(options, err);
    Backups.Listed made =
        new Backups.Listed(done.made().file(), done.made().head(), done.made().bytes());
    Drilled drilled = drill.run(made, backing, record, day);
    int exit = drilled.trouble().isEmpty() ? ExitCode.DONE : ExitCode.HELD;
    if (exit != ExitCode.DONE || !options.quiet()) {
      drill.tell(drilled, out);
    }
    return done.copied() ? exit : ExitCode.HELD;
  }
}
