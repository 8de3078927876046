package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.Publication;
import cn.bidui.ledger.TextSeal;
import cn.bidui.plan.WorkFolder;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.LoggerFactory;

/**
 * The record of a work folder, opened for writing by the holder of the lease.
 *
 * @param state what the journal says; of a replayed night, what it said then
 * @param key of the hashes by which the journal names persons
 */
public record OpenRecord(
    Lease lease,
    Journal journal,
    JournalState state,
    Archive archive,
    HomeKey key,
    Publication reports)
    implements Closeable {

  /** The format from which on archived files are sealed. */
  private static final int SEALED = 2;

  /**
   * Opens journal and archive, and brings the published folders into the state that the journal
   * demands.
   *
   * @throws IOException if the disk fails or the journal is damaged
   */
  public static OpenRecord open(WorkFolder folder, Lease lease, Clock clock) throws IOException {
    Journal journal = Journal.open(folder.home(), lease, clock);
    journal
        .tornTail()
        .ifPresent(
            torn ->
                LoggerFactory.getLogger(OpenRecord.class)
                    .warn("the journal's last append was cut short at line {}", torn.seq()));
    for (long seq : journal.late()) {
      LoggerFactory.getLogger(OpenRecord.class)
          .warn("a process that had lost its lease wrote line {} too late; set aside", seq);
    }
    HomeKey key = HomeKey.open(folder.home(), journal.state().keyFingerprint());
    if (journal.state().keyFingerprint().isEmpty()) {
      journal.append(new Entry.KeyMaterial(key.fingerprint()));
    }
    Archive archive = Archive.of(folder.home()).standing(journal.state().replacements()::standIn);
    archive.discardUnfinished();
    if (journal.state().safety().format().filter(said -> said.format() >= SEALED).isPresent()) {
      sealAll(archive);
    }
    Publication reports = Publication.under(folder.reports());
    reports.recover(journal.state(), lease);
    return new OpenRecord(lease, journal, journal.state(), archive, key, reports);
  }

  /**
   * What a folder of this format holds in clear was put back by hand; of older folders the upgrade
   * seals all, after a backup.
   */
  private static void sealAll(Archive archive) throws IOException {
    int sealed = archive.sealAll();
    if (sealed > 0) {
      LoggerFactory.getLogger(OpenRecord.class).info("sealed {} files of the archive", sealed);
    }
  }

  /** The same record as it stood when the journal said {@code then}. */
  OpenRecord asOf(JournalState then) {
    return new OpenRecord(lease, journal, then, archive, key, reports);
  }

  /** Under which the values of rows are kept in the database. */
  public TextSeal databaseSeal() {
    return new TextSeal(key.subkey("database"));
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
