package cn.bidui.batch;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.BackedUp;
import cn.bidui.ledger.Entry.Formatted;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.OwnerOnly;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Brings a work folder of an earlier format to the present one (升级): a backup first, then the
 * steps, then a look whether every taken file is still what it was, and last the line that says so.
 * Killed anywhere, it goes on from there; until that line stands, an earlier program can still use
 * the folder, or the backup.
 */
public final class HomeUpgrade {

  /** All steps of all formats, in order. */
  private static final List<UpgradeStep> STEPS = List.of(new ClosedArchive());

  private final List<UpgradeStep> steps;
  private final Backing backing;

  HomeUpgrade(List<UpgradeStep> steps, Backing backing) {
    this.steps = steps;
    this.backing = backing;
  }

  /**
   * Upgrades the opened work folder, if it needs it.
   *
   * @throws DamagedException if a taken file is no longer what it was; then it stays as it is
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
      for (UpgradeStep step : steps) {
        if (step.format() > format) {
          step.make(record, folder);
        }
      }
      inspect(record);
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

  private static void inspect(OpenRecord record) throws IOException {
    int damaged = 0;
    for (Entry.FileAnswered answered : record.state().answeredFiles()) {
      damaged += record.archive().intact(answered.file().sha256()) ? 0 : 1;
    }
    if (damaged > 0) {
      throw new DamagedException(damaged);
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
}
