package cn.bidui.batch;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.BackedUp;
import cn.bidui.ledger.Entry.Formatted;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.OwnerOnly;
import cn.bidui.ledger.SealedFileException;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/**
 * Brings a work folder of an earlier format to the present one (升级): a backup first, then the
 * steps, then a look whether every taken file is still what it was before, and last the line that
 * says so. Killed anywhere, it goes on from there; until that line stands, an earlier program can
 * still use the folder, or the backup.
 */
public final class HomeUpgrade {

  /** All steps of all formats, in order. */
  private static final List<UpgradeStep> STEPS = List.of(new ClosedArchive(), new SealedFolder());

  private final List<UpgradeStep> steps;
  private final Backing backing;

  HomeUpgrade(List<UpgradeStep> steps, Backing backing) {
    this.steps = steps;
    this.backing = backing;
  }

  /**
   * Upgrades the opened work folder, if it needs it.
   *
   * @throws DamagedException if a taken file is no longer what it was before the steps; then the
   *     folder stays one of its former format
   */
  public static void bring(OpenRecord record, WorkFolder folder, String software, Backing backing)
      throws IOException {
    new HomeUpgrade(STEPS, backing).upgrade(record, folder, software);
  }

  /** Taken files are damaged: an upgrade could not tell afterwards whether it did that. */
  public static final class DamagedException extends IOException {
    private final int files;

    DamagedException(int files) {
      super(files + " archived files are not what was put there");
      this.files = files;
    }

    /** How many. */
    public int files() {
      return files;
    }
  }

  void upgrade(OpenRecord record, WorkFolder folder, String software) throws IOException {
    Optional<Formatted> said = record.state().safety().format();
    int format = said.map(Formatted::format).orElse(isNew(record) ? HomeFormat.CURRENT : 1);
    if (format < HomeFormat.CURRENT) {
      LoggerFactory.getLogger(HomeUpgrade.class)
          .info("upgrading the work folder from format {} to {}", format, HomeFormat.CURRENT);
      backUpFirst(record);
      Set<String> before = damaged(record);
      if (!before.isEmpty()) {
        LoggerFactory.getLogger(HomeUpgrade.class)
            .warn("{} archived files were damaged before the upgrade", before.size());
      }
      for (UpgradeStep step : steps) {
        if (step.format() > format) {
          step.make(record, folder);
        }
      }
      inspect(record, before);
    }
    Formatted now = new Formatted(HomeFormat.CURRENT, software);
    if (!said.equals(Optional.of(now))) {
      record.journal().append(now);
    }
  }

  /** A folder in which nothing has happened yet has the newest format from the start. */
  private static boolean isNew(OpenRecord record) {
    return record.state().runs() == 0
        && record.state().unanswered().isEmpty()
        && record.state().answeredFiles().isEmpty();
  }

  /** One backup for one upgrade, however many times that is killed. */
  private void backUpFirst(OpenRecord record) throws IOException {
    for (BackedUp made : record.state().safety().backups()) {
      if (made.why().equals(why()) && Files.exists(backing.target().resolve(made.file()))) {
        return;
      }
    }
    Backing.Done done = backing.make(record.key(), record.archive());
    LocalDate day = done.made().head().made().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    record.journal().append(done.entry(why(), day));
  }

  private static String why() {
    return "upgrade-" + HomeFormat.CURRENT;
  }

  /** What was damaged before does not keep a folder from living on; what became so does. */
  private static void inspect(OpenRecord record, Set<String> before) throws IOException {
    Set<String> now = damaged(record);
    now.removeAll(before);
    if (!now.isEmpty()) {
      throw new DamagedException(now.size());
    }
  }

  /** Taken files that are missing or cannot be read back, those that were removed left out. */
  static Set<String> damaged(OpenRecord record) throws IOException {
    Set<String> damaged = new TreeSet<>();
    for (Entry.FileAnswered answered : record.state().answeredFiles()) {
      String sha256 = answered.file().sha256();
      if (!record.state().replacements().removed(sha256) && !intact(record, sha256)) {
        damaged.add(sha256);
      }
    }
    return damaged;
  }

  private static boolean intact(OpenRecord record, String sha256) throws IOException {
    try {
      return record.archive().intact(sha256);
    } catch (SealedFileException keyless) {
      return false;
    }
  }

  /** Format 2: nobody but the owner sees even the names in the archive. */
  private static final class ClosedArchive implements UpgradeStep {

    @Override
    public int format() {
      return 2;
    }

    @Override
    public void make(OpenRecord record, WorkFolder folder) throws IOException {
      if (Files.isDirectory(folder.archive())) {
        OwnerOnly.close(folder.archive());
      }
    }
  }

  /**
   * Format 2: every archived file has a key of its own, and no index from before holds rows in
   * clear; the next run makes it again.
   */
  private static final class SealedFolder implements UpgradeStep {

    @Override
    public int format() {
      return 2;
    }

    @Override
    public void make(OpenRecord record, WorkFolder folder) throws IOException {
      int sealed = record.archive().sealAll();
      ErasedPlaces.forgetIndex(folder);
      LoggerFactory.getLogger(HomeUpgrade.class).info("sealed {} files of the archive", sealed);
    }
  }
}
