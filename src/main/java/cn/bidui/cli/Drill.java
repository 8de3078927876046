package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.batch.OpenRecord;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry.Drilled;
import cn.bidui.ledger.HomeKeyException;
import cn.bidui.ledger.KeyEscrow;
import cn.bidui.plan.BackupPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.LoggerFactory;

/**
 * Restores the newest backup into a scratch folder, checks it, and removes it again (演练); the
 * holder of the lease does it, and the result goes into the journal.
 */
final class Drill {

  /** Within the work folder, on a disk that may hold pupils' data. */
  private static final String SCRATCH = ".drill";

  private final Options options;
  private final PrintWriter err;

  Drill(Options options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /** Drills with {@code backup}; whatever goes wrong is in the result. */
  Drilled run(Backups.Listed backup, Backing backing, OpenRecord record, LocalDate day)
      throws IOException {
    Path scratch = options.folder().home().resolve(SCRATCH);
    long began = System.nanoTime();
    boolean escrowed = !backing.plan().escrow().isEmpty();
    int blobs = 0;
    String trouble;
    try {
      Trees.delete(scratch);
      KeyEscrow key = key(backing.plan());
      RestoredHome.Checked checked =
          new RestoredHome(options, err).make(backup.file(), key, scratch);
      blobs = checked.blobs();
      trouble = checked.damaged() > 0 ? "backup.trouble.archive" : checked.trouble();
    } catch (HomeKeyException wrong) {
      trouble = "backup.trouble.key";
    } catch (IOException | RuntimeException failed) {
      LoggerFactory.getLogger(Drill.class).error("the drill failed: {}", Traces.of(failed));
      trouble = "backup.trouble.failed";
    } finally {
      Trees.delete(scratch);
    }
    Drilled drilled =
        new Drilled(
            backup.file().getFileName().toString(),
            backup.head().head(),
            blobs,
            Duration.ofNanos(System.nanoTime() - began).toMillis(),
            escrowed,
            trouble,
            day);
    record.journal().append(drilled);
    return drilled;
  }

  private KeyEscrow key(BackupPlan plan) throws IOException {
    Path home = options.folder().home();
    return plan.escrow().isEmpty()
        ? KeyEscrow.of(home)
        : KeyEscrow.open(
            home.resolve(plan.escrow()), Passphrase.read(home.resolve(plan.passphraseFile())));
  }

  /** Says what came of it. */
  int tell(Drilled drilled, PrintWriter out) {
    if (!drilled.trouble().isEmpty()) {
      options.say(err, "backup.drill.failed", drilled.file());
      options.say(err, drilled.trouble());
      return ExitCode.HELD;
    }
    options.say(
        out, "backup.drill.done", drilled.file(), drilled.blobs(), seconds(drilled.millis()));
    if (!drilled.escrow()) {
      options.say(out, "backup.drill.live-key");
    }
    return ExitCode.DONE;
  }

  private static String seconds(long millis) {
    return "%d.%d".formatted(millis / 1_000, millis % 1_000 / 100);
  }
}
