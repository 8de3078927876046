package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalReader;
import cn.bidui.plan.BackupPlan;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Makes backups of a work folder where its settings say, and keeps as many as they say. */
public final class Backing {

  private final WorkFolder folder;
  private final Settings settings;
  private final String software;
  private final Clock clock;

  /**
   * @param settings of the work folder
   * @param software the program's version
   */
  public Backing(WorkFolder folder, Settings settings, String software, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.software = software;
    this.clock = clock;
  }

  /** By the settings as they are; what is wrong in them is not told here, and not believed. */
  public static Backing of(WorkFolder folder, String software, Clock clock) throws IOException {
    Path file = folder.settings();
    String text = Files.isRegularFile(file) ? Yaml.text(Files.readAllBytes(file)) : "";
    return new Backing(
        folder, Settings.read(JobTree.SETTINGS, text, new Mistakes()), software, clock);
  }

  /**
   * What was made.
   *
   * @param copied whether the second folder has it too; true if there is none
   * @param pruned how many old backups were deleted
   */
  public record Done(Backups.Made made, boolean copied, int pruned) {

    /** Its line in the journal. */
    public Entry.BackedUp entry(String why, LocalDate asOf) {
      return new Entry.BackedUp(
          made.file().getFileName().toString(),
          made.digest(),
          made.head().head(),
          made.bytes(),
          why,
          asOf);
    }
  }

  /** What the settings say of backups. */
  public BackupPlan plan() {
    return settings.backup();
  }

  /** The bureau's name. */
  public String unit() {
    return settings.unit();
  }

  /** Whether the index is the embedded database. */
  public boolean embedded() {
    return settings.database().embedded();
  }

  /** The folder that backups go to. */
  public Path target() {
    return folder.home().resolve(plan().folder());
  }

  /** Makes a backup in {@link #target()}, copies it to the second folder and prunes both. */
  public Done make(HomeKey key, Archive archive) throws IOException {
    return make(key, archive, target());
  }

  /** The same, with another folder than the settings name. */
  public Done make(HomeKey key, Archive archive, Path into) throws IOException {
    int format =
        JournalReader.of(folder.home())
            .state()
            .safety()
            .format()
            .map(Entry.Formatted::format)
            .orElse(1);
    Backups.Maker maker = new Backups.Maker(settings.unit(), format, software, clock.instant());
    Backups backups = Backups.in(into);
    Backups.Made made = backups.make(folder.home(), key, archive, maker);
    Duration keep = Duration.ofDays(plan().keepDays());
    int pruned = backups.prune(key, keep);
    return new Done(made, copied(made, key, keep), pruned);
  }

  /** A second disk that is not there does no harm to the first backup. */
  private boolean copied(Backups.Made made, HomeKey key, Duration keep) {
    if (plan().second().isBlank()) {
      return true;
    }
    Path second = folder.home().resolve(plan().second());
    try {
      // Where a disk or a share should be mounted and is not, no local folder is made instead.
      if (!Files.isDirectory(second)) {
        return false;
      }
      Backups backups = Backups.in(second);
      backups.copy(made);
      backups.prune(key, keep);
      return true;
    } catch (IOException failed) {
      LoggerFactory.getLogger(Backing.class)
          .warn("the second backup failed: {}", failed.getClass().getSimpleName());
      return false;
    }
  }

  /** The newest backup in the folder that the settings name. */
  public Optional<Backups.Listed> newest() throws IOException {
    return Backups.in(target()).list().stream().findFirst();
  }
}
