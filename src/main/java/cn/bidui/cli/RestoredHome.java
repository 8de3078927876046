package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.batch.Rebuilt;
import cn.bidui.ledger.BackupHead;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.KeyEscrow;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.ledger.NewerHomeException;
import cn.bidui.ledger.OwnerOnly;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Makes a work folder out of a backup and checks it: the journal line by line, every taken file
 * byte by byte, and the last publication by doing it again. Its index is made anew in the embedded
 * database, so that the database of the original is not touched.
 */
final class RestoredHome {

  private final Options options;
  private final PrintWriter err;

  /** For the work folder that {@code options} name, which is not the restored one. */
  RestoredHome(Options options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /**
   * What came of it.
   *
   * @param blobs archived files that were read back
   * @param trouble what is wrong, as a message key; blank if nothing is
   * @param lastDay the last publication, which came out the same; blank if there is none
   * @param damaged archived files that were damaged already when the backup was made; with them the
   *     last publication is not done again
   */
  record Checked(BackupHead head, int blobs, String trouble, String lastDay, int damaged) {

    Checked(BackupHead head, int blobs, String trouble, String lastDay) {
      this(head, blobs, trouble, lastDay, 0);
    }

    boolean sound() {
      return trouble.isEmpty();
    }
  }

  /**
   * Restores {@code backup} into {@code target}, which must not exist.
   *
   * @throws IOException if the backup is not whole, or sealed with another key
   */
  Checked make(Path backup, KeyEscrow key, Path target) throws IOException {
    BackupHead head =
        BackupHead.of(backup).orElseThrow(() -> new IOException("not a backup of this program"));
    if (head.format() > HomeFormat.CURRENT) {
      throw new NewerHomeException(head.software(), Version.number());
    }
    OwnerOnly.folder(target);
    int blobs = Backups.unpack(backup, key.key(), target);
    SortedSet<String> damaged = Backups.damagedThen(target);
    key.install(target);
    if (!Backups.reaches(target, head.head())) {
      return new Checked(head, blobs, "backup.trouble.journal", "");
    }
    HomeFormat.check(target, Version.number());
    LeaseOutcome outcome = Lease.acquire(target, Duration.ZERO, options.clock());
    try (Lease lease = ((LeaseOutcome.Held) outcome).lease();
        OpenRecord record = OpenRecord.open(options.at(target).folder(), lease, options.clock())) {
      return checked(head, blobs, record, target, damaged);
    }
  }

  private Checked checked(
      BackupHead head, int blobs, OpenRecord record, Path target, SortedSet<String> damaged)
      throws IOException {
    if (!RebuildCommand.damaged(record, damaged).isEmpty()) {
      return new Checked(head, blobs, "backup.trouble.archive", "");
    }
    if (!damaged.isEmpty()) {
      return new Checked(head, blobs, "", "", damaged.size());
    }
    Optional<Published> latest = record.state().latest();
    if (latest.isEmpty()) {
      return new Checked(head, blobs, "", "");
    }
    Optional<NightOrder> then =
        new Order(options.at(target), err)
            .of(latest.get(), record.archive())
            .map(NightOrder::embedded);
    return then.isEmpty()
        ? new Checked(head, blobs, "backup.trouble.rules", "")
        : rebuilt(head, blobs, record, then.get(), latest.get());
  }

  private static Checked rebuilt(
      BackupHead head, int blobs, OpenRecord record, NightOrder order, Published latest)
      throws IOException {
    Rebuilt rebuilt;
    try (Context context = Context.start(order, record, Progress.NONE)) {
      rebuilt = context.nights().rebuild(order);
    }
    String trouble = "";
    if (!rebuilt.differences().isEmpty()) {
      trouble = "backup.trouble.rows";
    } else if (!rebuilt.differing().isEmpty() && latest.software().equals(Version.number())) {
      // Another version may word a report otherwise; then only rows and lines are held against.
      trouble = "backup.trouble.report";
    }
    return new Checked(head, blobs, trouble, latest.asOf().toString());
  }
}
