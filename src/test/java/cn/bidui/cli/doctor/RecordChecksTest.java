package cn.bidui.cli.doctor;

import static cn.bidui.cli.doctor.House.answered;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.source.FileState;
import cn.bidui.source.Messages;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of what is on record: journal, archive, backups, logs, keys and accounts. */
class RecordChecksTest {

  @TempDir private Path folder;
  private House house = new House(Path.of("none"));

  @BeforeEach
  void build() throws IOException {
    house = House.made(folder.resolve("home"));
  }

  @Test
  void aSoundJournalIsToldWithItsHead() throws IOException {
    assertThat(house.line(new JournalCheck()).state()).isEqualTo(State.OFF);

    house.night();
    assertThat(house.says(new JournalCheck()))
        .startsWith("ok: 3 lines in one chain, hash of the last ");
  }

  @Test
  void aJournalThatIsGoneOrChangedOrCutIsTold() throws IOException {
    HomeKey.open(house.home, Optional.empty());
    Archive.of(house.home).put(new byte[] {1});
    assertThat(house.says(new JournalCheck()))
        .isEqualTo("fail: there are files in the archive, and the journal is empty");

    house.night();
    Path segment = house.home.resolve("journal/000001.jsonl");
    String whole = Files.readString(segment);
    Files.writeString(segment, whole + "{\"seq\":4,\"epo");
    assertThat(house.says(new JournalCheck())).startsWith("warn: ");

    Files.writeString(segment, whole.replace("nightly", "weekly"));
    assertThat(house.says(new JournalCheck())).startsWith("fail: ");
  }

  @Test
  void aJournalThatIsBeingWrittenIsWell() throws IOException {
    house.night();
    Path segment = house.home.resolve("journal/000001.jsonl");
    Files.writeString(segment, Files.readString(segment) + "{\"seq\":4,\"epo");
    try (Lease lease =
        ((LeaseOutcome.Held)
                Lease.acquire(house.home, Duration.ZERO, Clock.fixed(house.now, House.BEIJING)))
            .lease()) {
      assertThat(lease.epoch()).isPositive();
      assertThat(house.says(new JournalCheck()))
          .isEqualTo("ok: being written, the first 3 lines are in one chain");
    }
  }

  @Test
  void everyTakenFileIsInTheArchive() throws IOException {
    assertThat(house.says(new ArchiveCheck())).isEqualTo("off: no file was taken yet");

    HomeKey.open(house.home, Optional.empty());
    String kept = Archive.of(house.home).put(new byte[] {1, 2, 3});
    house.journal(House.NIGHT, answered(1, kept, FileState.ACCEPTED));
    assertThat(house.says(new ArchiveCheck()))
        .isEqualTo("ok: all 1 are there, 1 were read and are unchanged");
  }

  @Test
  void aTakenFileThatIsGoneIsNamed() throws IOException {
    house.journal(House.NIGHT, answered(1, "a".repeat(64), FileState.ACCEPTED));

    assertThat(house.says(new ArchiveCheck()))
        .isEqualTo("fail: 1 are not in the archive: 学籍_1.xlsx");
  }

  @Test
  void aFileThatTheJournalSaysIsGoneIsNotMissing() throws IOException {
    HomeKey.open(house.home, Optional.empty());
    String kept = Archive.of(house.home).put(new byte[] {1, 2, 3});
    house
        .journal(
            House.NIGHT,
            answered(1, kept, FileState.ACCEPTED),
            answered(2, "a".repeat(64), FileState.ACCEPTED))
        .journal(House.NIGHT, House.replaced("a".repeat(64)));

    assertThat(house.says(new ArchiveCheck()))
        .isEqualTo("ok: all 1 are there, 1 were read and are unchanged");
  }

  @Test
  void aTakenFileThatHasChangedIsNamed() throws IOException {
    HomeKey.open(house.home, Optional.empty());
    String kept = Archive.of(house.home).put(new byte[] {1, 2, 3});
    house.journal(House.NIGHT, answered(1, kept, FileState.ACCEPTED));
    Path other = folder.resolve("other");
    Files.write(other, new byte[] {9, 9, 9});
    try (var blobs = Files.walk(house.home.resolve("archive"))) {
      for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
        Files.copy(other, blob, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    assertThat(house.says(new ArchiveCheck())).isEqualTo("fail: 1 are not as they were: 学籍_1.xlsx");
  }

  @Test
  void aNightWithoutABackupIsToBeMended() throws IOException {
    house.night();

    assertThat(house.says(new BackupCheck())).isEqualTo("fail: no backup was ever made");
  }

  @Test
  void aFreshBackupThatPassedItsDrillIsWell() throws IOException {
    house.night().journal(House.NIGHT, House.backedUp(1500000));
    assertThat(house.says(new BackupCheck()))
        .isEqualTo("warn: no backup was ever restored on trial");

    house.journal(House.NIGHT, House.drilled("", false));
    assertThat(house.says(new BackupCheck()))
        .isEqualTo("ok: made and verified 6 h ago (2 MB), drill passed");
  }

  @Test
  void anOldBackupIsToBeWatchedThenMended() throws IOException {
    house
        .night()
        .journal(House.NIGHT, House.backedUp(1))
        .journal(House.NIGHT, House.drilled("", false));
    house.now = House.NIGHT.plus(Duration.ofHours(60));
    assertThat(house.says(new BackupCheck())).isEqualTo("warn: the last backup was made 60 h ago");

    house.now = House.NIGHT.plus(Duration.ofHours(200));
    assertThat(house.says(new BackupCheck()))
        .isEqualTo(
            "fail: the last backup was made 200 h ago, more than 8 days;"
                + " the last drill was 200 h ago, more than 8 days");
  }

  @Test
  void aDrillThatFailedIsTold() throws IOException {
    house
        .night()
        .journal(House.NIGHT, House.backedUp(1))
        .journal(House.NIGHT, House.drilled("notify.failed.secret", false));
    assertThat(house.says(new BackupCheck()))
        .isEqualTo("fail: the drill 6 h ago failed: " + Messages.EN.text("notify.failed.secret"));

    house.journal(House.NIGHT, House.drilled("later.unknown", false));
    assertThat(house.says(new BackupCheck())).endsWith("failed: later.unknown");
  }

  @Test
  void logsThatGoBackAsFarAsTheJournalAreWell() throws IOException {
    house.night();
    log(House.NIGHT.minus(Duration.ofHours(1)));

    assertThat(house.says(new RetentionCheck()))
        .isEqualTo(
            "ok: the oldest log is of 0 days ago (1 file, 1 MB); no original is older than 90"
                + " days, nothing to purge yet");
  }

  @Test
  void logsThatWereClearedTooEarlyAreToBeWatched() throws IOException {
    house.night().journal(House.NIGHT.plus(Duration.ofDays(99)), House.purged());
    house.now = House.NIGHT.plus(Duration.ofDays(100));
    log(House.NIGHT.plus(Duration.ofDays(93)));

    assertThat(house.says(new RetentionCheck()))
        .isEqualTo(
            "warn: logs go back 7 days only, at least 180 are needed; the last purge was 1 day"
                + " ago, originals are kept for 90 days at most");
  }

  @Test
  void originalsThatAreOverAgeAreCountedUntilTheyAreGone() throws IOException {
    Files.writeString(house.home.resolve("bidui.yml"), "retention: {raw-files: 30}\n");
    house
        .night()
        .journal(
            House.NIGHT,
            new Entry.FileReceived(
                new SourceFile("d".repeat(64), "学籍_4.xlsx", ""), 100, House.AS_OF),
            answered(4, "d".repeat(64), FileState.ACCEPTED));
    log(House.NIGHT);
    house.now = House.NIGHT.plus(Duration.ofDays(37));
    assertThat(house.line(new RetentionCheck()).state()).isEqualTo(State.OK);

    house.now = House.NIGHT.plus(Duration.ofDays(40));
    assertThat(house.says(new RetentionCheck()))
        .startsWith(
            "warn: 1 original is older than 30 days and not purged, the oldest was received"
                + " 2025-11-03; ");

    house.journal(House.NIGHT, House.replaced("d".repeat(64)));
    assertThat(house.line(new RetentionCheck()).state()).isEqualTo(State.OK);
  }

  private void log(java.time.Instant begun) throws IOException {
    Path log = Files.writeString(house.home.resolve("logs/bidui.log"), "x");
    Files.setLastModifiedTime(log, FileTime.from(begun));
  }

  @Test
  void aKeyThatFitsTheJournalIsToldToBeEscrowed() throws IOException {
    assertThat(house.says(new KeysCheck())).isEqualTo("off: no key yet, the first run makes it");
    assertThat(house.home.resolve("bidui.key")).doesNotExist();

    house.night();
    assertThat(house.line(new KeysCheck()).state()).isEqualTo(State.WARN);
    house.journal(House.NIGHT, House.drilled("", true));
    assertThat(house.says(new KeysCheck()))
        .isEqualTo("ok: it fits the journal, and the escrowed one was used in a drill");
  }

  @Test
  void anotherKeyAndNoKeyAreToBeMended() throws IOException {
    house.night();
    Files.writeString(house.home.resolve("bidui.key"), "5".repeat(64));
    assertThat(house.says(new KeysCheck()))
        .isEqualTo("fail: bidui.key does not fit the journal, or is not whole");

    Files.delete(house.home.resolve("bidui.key"));
    assertThat(house.says(new KeysCheck())).isEqualTo("fail: bidui.key is gone");
    assertThat(house.home.resolve("bidui.key")).doesNotExist();
  }

  @Test
  void accountsThatAreGoneOrTornAreToBeMended() throws IOException {
    house.night();
    assertThat(house.says(new BalanceCheck()))
        .isEqualTo("fail: the report of 2025-11-03 is not there");

    Path data = Files.createDirectories(house.home.resolve("reports/2025-11-03/data"));
    Files.writeString(data.resolve("run.json"), "{\"files\":[");
    assertThat(house.says(new BalanceCheck()))
        .isEqualTo("fail: run.json of 2025-11-03 cannot be read");
  }

  @Test
  void figuresThatDoNotAddUpAreNamed() throws IOException {
    house.night();
    Path data = Files.createDirectories(house.home.resolve("reports/2025-11-03/data"));
    Files.writeString(
        data.resolve("run.json"),
        """
        {"files":[{"name":"a","rows":5,"accepted":3,"rejected":1,"blank":0,"duplicate":0,"note":0}],
         "rules":{"x":{"findings":1}},
         "lists":{"roll":{"accepted":3,"replaced":0,"rows":3,"linked":1,"undecided":1,"unlinked":0}},
         "balance":{"balanced":false,"files":1,"rows":5,"accepted":3,"rejected":1,"blank":0,
          "duplicate":0,"note":0,"findings":{"openBefore":1,"new":1,"reopened":0,"resolved":0,
          "explained":0,"open":1}}}
        """);

    assertThat(house.says(new BalanceCheck()))
        .isEqualTo(
            "fail: figures of 2025-11-03 do not add up: /files/0/ 5≠4, /lists/roll/ 3≠2,"
                + " /balance/findings/ 1≠2, /balance/balanced");
  }
}
