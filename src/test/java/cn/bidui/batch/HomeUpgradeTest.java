package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.FileState;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeUpgradeTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T14:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir Path home;
  private final List<String> done = new ArrayList<>();

  /** Work with an opened folder. */
  @FunctionalInterface
  private interface Work {
    void with(OpenRecord record) throws IOException;
  }

  /** The power went. */
  private static final class Killed extends RuntimeException {}

  private void open(Work work) throws IOException {
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, CLOCK)).lease();
        OpenRecord record = OpenRecord.open(new WorkFolder(home), lease, CLOCK)) {
      work.with(record);
    }
  }

  private void upgrade(UpgradeStep... steps) throws IOException {
    WorkFolder folder = new WorkFolder(home);
    open(
        record ->
            new HomeUpgrade(List.of(steps), Backing.of(folder, "0.2.0", CLOCK))
                .upgrade(record, folder, "0.2.0"));
  }

  private UpgradeStep step(String name, int format, boolean killed) {
    return new UpgradeStep() {
      @Override
      public int format() {
        return format;
      }

      @Override
      public void make(OpenRecord record, WorkFolder folder) {
        done.add(name);
        if (killed) {
          throw new Killed();
        }
      }
    };
  }

  private void anOldFolder() throws IOException {
    open(
        record -> {
          record.journal().append(new Entry.RunStarted("R-1", "nightly", DAY));
          record.archive().put("名单".getBytes(StandardCharsets.UTF_8));
        });
  }

  private List<Entry> said() throws IOException {
    List<Entry> said = new ArrayList<>();
    JournalReader.of(home).read(1, line -> said.add(line.entry()));
    return said;
  }

  @Test
  void theStepsOfNewerFormatsAreMadeInOrderAfterOneBackup() throws IOException {
    anOldFolder();

    upgrade(step("old", 1, false), step("a", 2, false), step("b", 2, false));

    assertThat(done).containsExactly("a", "b");
    assertThat(said().subList(2, 4))
        .satisfiesExactly(
            backup -> assertThat(backup).isInstanceOf(Entry.BackedUp.class),
            last -> assertThat(last).isEqualTo(new Entry.Formatted(HomeFormat.CURRENT, "0.2.0")));
  }

  @Test
  void killedAtAnyStepItGoesOnWithTheSameBackup() throws IOException {
    anOldFolder();
    assertThatThrownBy(() -> upgrade(step("a", 2, true))).isInstanceOf(Killed.class);
    assertThatThrownBy(() -> upgrade(step("a", 2, false), step("b", 2, true)))
        .isInstanceOf(Killed.class);
    assertThat(said()).noneMatch(Entry.Formatted.class::isInstance);

    upgrade(step("a", 2, false), step("b", 2, false));

    assertThat(done).containsExactly("a", "a", "b", "a", "b");
    assertThat(said()).filteredOn(Entry.BackedUp.class::isInstance).hasSize(1);
    assertThat(said()).filteredOn(Entry.Formatted.class::isInstance).hasSize(1);
  }

  @Test
  void aBackupThatIsGoneIsMadeAgain() throws IOException {
    anOldFolder();
    assertThatThrownBy(() -> upgrade(step("a", 2, true))).isInstanceOf(Killed.class);
    try (var files = Files.list(home.resolve("backup"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    upgrade(step("a", 2, false));

    assertThat(said()).filteredOn(Entry.BackedUp.class::isInstance).hasSize(2);
  }

  @Test
  void aFolderOfThisFormatIsLeftAsItIs() throws IOException {
    upgrade(step("a", 2, false));
    upgrade(step("a", 2, false));

    assertThat(done).isEmpty();
    assertThat(said()).filteredOn(Entry.Formatted.class::isInstance).hasSize(1);
  }

  @Test
  void anotherVersionOfTheSameFormatSaysThatItWasHere() throws IOException {
    upgrade();
    WorkFolder folder = new WorkFolder(home);
    open(record -> HomeUpgrade.bring(record, folder, "0.3.0", Backing.of(folder, "0.3.0", CLOCK)));

    assertThat(said())
        .filteredOn(Entry.Formatted.class::isInstance)
        .extracting(entry -> ((Entry.Formatted) entry).software())
        .containsExactly("0.2.0", "0.3.0");
    assertThat(home.resolve("backup")).doesNotExist();
  }

  private void answered(String sha256) throws IOException {
    open(
        record ->
            record
                .journal()
                .append(
                    new Entry.FileAnswered(
                        3,
                        new SourceFile(sha256, "名单.csv", ""),
                        FileState.REFUSED,
                        null,
                        "",
                        Scope.COUNTY,
                        null,
                        null,
                        new RowCounts(0, 0, 0, 0, 0),
                        List.of())));
  }

  @Test
  void aFileThatAStepDamagesStopsTheUpgradeBeforeItIsSaid() throws IOException {
    anOldFolder();
    String sha256 = Archive.of(home).all().first();
    answered(sha256);
    UpgradeStep harm =
        new UpgradeStep() {
          @Override
          public int format() {
            return 2;
          }

          @Override
          public void make(OpenRecord record, WorkFolder folder) throws IOException {
            record.archive().destroy(sha256);
          }
        };

    assertThatThrownBy(() -> upgrade(harm))
        .isInstanceOfSatisfying(
            HomeUpgrade.DamagedException.class,
            damaged -> assertThat(damaged.files()).isEqualTo(1));
    assertThat(said()).noneMatch(Entry.Formatted.class::isInstance);
  }

  @Test
  void whatWasDamagedBeforeDoesNotKeepAFolderFromBeingUpgraded() throws IOException {
    anOldFolder();
    String sha256 = Archive.of(home).all().first();
    answered(sha256);
    answered("f".repeat(64));
    Files.delete(home.resolve("keys/archive.keys"));

    upgrade(step("a", 2, false));

    assertThat(done).containsExactly("a");
    assertThat(said()).filteredOn(Entry.Formatted.class::isInstance).hasSize(1);
  }

  @Test
  void whatRetentionRemovedIsNotDamaged() throws IOException {
    anOldFolder();
    answered("f".repeat(64));
    open(
        record ->
            record
                .journal()
                .append(
                    new Entry.Replaced(
                        "f".repeat(64),
                        "",
                        Entry.Replaced.Why.OVER_AGE,
                        DAY,
                        Entry.Replaced.RETENTION,
                        RowCounts.NONE)));

    open(record -> assertThat(HomeUpgrade.damaged(record)).isEmpty());
  }

  @Test
  void plainFilesAreSealedByTheUpgradeAndTheIndexInClearIsForgotten() throws IOException {
    anOldFolder();
    byte[] list = "学籍".getBytes(StandardCharsets.UTF_8);
    Path draft = Files.write(home.resolve("draft"), list);
    String sha256 = Archive.digest(draft);
    Path plain =
        home.resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    Files.createDirectories(plain.getParent());
    Files.move(draft, plain);
    Path index = home.resolve("data/bidui.mv.db");
    Files.createDirectories(index.getParent());
    Files.writeString(index, "rows");
    Path damaged = Files.writeString(home.resolve("data/bidui.mv.db.damaged-1"), "rows");

    open(record -> assertThat(record.archive().unsealed()).isEqualTo(1));
    WorkFolder folder = new WorkFolder(home);
    open(record -> HomeUpgrade.bring(record, folder, "0.2.0", Backing.of(folder, "0.2.0", CLOCK)));

    assertThat(Archive.of(home).unsealed()).isZero();
    assertThat(Archive.of(home).content(sha256).bytes()).isEqualTo(list);
    assertThat(index).doesNotExist();
    assertThat(damaged).doesNotExist();
  }
}
