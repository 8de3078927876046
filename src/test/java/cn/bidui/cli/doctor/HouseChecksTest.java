package cn.bidui.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Notice.Phase;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of the work folder: each where it is well, and where it is not. */
class HouseChecksTest {

  private static final ListKind[] NEEDED = {ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS};

  @TempDir private Path folder;
  private House house = new House(Path.of("none"));

  @BeforeEach
  void build() throws IOException {
    house = House.made(folder.resolve("home"));
  }

  private void settings(String text) throws IOException {
    Files.writeString(house.home.resolve("bidui.yml"), text);
  }

  private static Entry.FileAnswered answered(long receipt, String sha256, FileState state) {
    return new Entry.FileAnswered(
        receipt,
        new SourceFile(sha256, "学籍_" + receipt + ".xlsx", ""),
        state,
        ListKind.ROLL,
        "x",
        Scope.COUNTY,
        null,
        House.AS_OF,
        new RowCounts(1, 0, 0, 0, 0),
        List.of());
  }

  @Test
  void aFolderThatNobodyHasIsFree() throws IOException {
    assertThat(house.says(new LeaseCheck())).isEqualTo("ok: no program has it");

    house.night();
    assertThat(house.says(new LeaseCheck())).isEqualTo("ok: no program has it");
  }

  @Test
  void whoHasTheFolderIsToldAndForHowLong() throws IOException {
    Clock then = Clock.fixed(house.now.minus(Duration.ofHours(3)), House.BEIJING);
    try (Lease lease =
        ((LeaseOutcome.Held) Lease.acquire(house.home, Duration.ZERO, then)).lease()) {
      assertThat(lease.epoch()).isPositive();
      assertThat(house.says(new LeaseCheck()))
          .startsWith("ok: process " + ProcessHandle.current().pid())
          .endsWith("has it since 2025-11-03 05:00, for 3 h");

      house.now = house.now.plus(Duration.ofHours(10));
      assertThat(house.says(new LeaseCheck()))
          .startsWith("warn: process ")
          .endsWith("for 13 h by now");
    }
  }

  @Test
  void aProcessThatEndedWithoutGivingItBackIsNamed() throws IOException {
    Files.writeString(
        house.home.resolve("journal/lease.lock"), "4711\nyun-shui\n2025-11-02T18:00:00Z\n");

    assertThat(house.says(new LeaseCheck()))
        .isEqualTo(
            "warn: the last program (process 4711, host yun-shui, begun 2025-11-03 02:00) did not"
                + " end as it should");
  }

  @Test
  void aHolderThatGivesNoTimeIsToldAllTheSame() throws IOException {
    Files.writeString(house.home.resolve("journal/lease.lock"), "4711\nyun-shui\nyesterday\n");

    assertThat(house.says(new LeaseCheck())).contains("begun ?");
  }

  @Test
  void aDatabaseThatIsNotThereYetIsNoFault() throws IOException {
    assertThat(house.says(new DatabaseCheck()))
        .isEqualTo("off: no database yet, the first run makes it");

    house.night().journal(House.NIGHT, answered(1, "a".repeat(64), FileState.ACCEPTED));
    assertThat(house.says(new DatabaseCheck()))
        .isEqualTo("warn: the file of the database is gone; the journal knows 1 lists");
  }

  @Test
  void aDatabaseThatDoesNotOpenIsToBeMended() throws IOException {
    Files.write(house.home.resolve("data/bidui.mv.db"), new byte[9_000]);

    assertThat(house.says(new DatabaseCheck())).startsWith("fail: the database does not open (");
  }

  @Test
  void aServerThatDoesNotAnswerIsToBeMended() throws IOException {
    settings("database: {url: 'jdbc:postgresql://127.0.0.1:1/none', user: x}\n");

    assertThat(house.says(new DatabaseCheck())).startsWith("fail: the database does not answer (");
  }

  @Test
  void waysThatAreOpenAreNamed() throws IOException {
    assertThat(house.says(new NoticesCheck())).isEqualTo("ok: set up: folder, nothing is waiting");
    house.online = true;
    assertThat(house.says(new NoticesCheck())).isEqualTo("ok: set up: folder, all of them answer");

    settings("notify: {folder: ''}\n");
    assertThat(house.says(new NoticesCheck())).isEqualTo("off: no notices are set up");
  }

  @Test
  void aWayWhoseSecretIsMissingIsClosed() throws IOException {
    settings("notify: {folder: '', wecom: {url-file: wecom.url}}\n");

    assertThat(house.says(new NoticesCheck()))
        .startsWith("fail: wecom cannot send: ")
        .contains(Messages.EN.text("notify.failed.secret"));
  }

  @Test
  void aFolderForNoticesThatIsAFileIsClosed() throws IOException {
    Files.writeString(house.home.resolve("notices"), "x");

    assertThat(house.says(new NoticesCheck())).startsWith("fail: folder cannot send: ");
  }

  @Test
  void connectionsAreOpenedOnlyWhereAskedFor() throws IOException {
    settings(
        "notify: {folder: '', mail: {host: 127.0.0.1, port: 1, security: none, from: a@b.cn, to:"
            + " [c@b.cn]}}\n");

    assertThat(house.says(new NoticesCheck())).isEqualTo("ok: set up: mail, nothing is waiting");
    house.online = true;
    assertThat(house.says(new NoticesCheck()))
        .isEqualTo("fail: mail cannot send: " + Messages.EN.text("notify.failed.server"));
  }

  @Test
  void whatDidNotGoOutLastTimeIsToBeWatched() throws IOException {
    house
        .night()
        .journal(
            House.NIGHT, new Entry.Notice("R1", "folder", Phase.FAILED, "notify.failed.folder"));

    assertThat(house.says(new NoticesCheck()))
        .startsWith("warn: folder did not send last time, 0 waiting: ");
  }

  @Test
  void settingsWithoutAMistakeAreWell() {
    assertThat(house.says(new SettingsCheck())).isEqualTo("ok: no mistake in bidui.yml and 2 jobs");
  }

  @Test
  void mistakesAreToldWithTheirPlaces() throws IOException {
    settings("threads: 900\nlists: {rolls: {}}\n");

    assertThat(house.says(new SettingsCheck()))
        .startsWith("fail: 2 to mend: bidui.yml:1 ")
        .contains("threads", "bidui.yml:2 ", "rolls");
  }

  @Test
  void manyMistakesAreCountedAndTheFirstAreTold() throws IOException {
    settings("a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\n");

    assertThat(house.says(new SettingsCheck()))
        .startsWith("fail: 7 to mend: ")
        .doesNotContain("bidui.yml:6");
  }

  @Test
  void aFolderWithoutSettingsIsNoWorkFolder() throws IOException {
    Files.delete(house.home.resolve("bidui.yml"));

    assertThat(house.says(new SettingsCheck()))
        .isEqualTo("fail: " + house.home + " is no work folder (it should hold bidui.yml)");
  }

  @Test
  void aProgramWithoutJobsIsToldSo() {
    house.jobs = folder;

    assertThat(house.says(new SettingsCheck())).startsWith("fail: no nightly job (" + folder);
  }

  @Test
  void listsThatAreNeededAndThereAreWell() throws IOException {
    house.night(NEEDED);

    assertThat(house.says(new ListsCheck()))
        .isEqualTo("ok: all needed lists are there, 3 kinds, none too old or held");
  }

  @Test
  void missingAndOldListsAreNamed() throws IOException {
    house.night(ListKind.ROLL, ListKind.AID);
    settings("lists: {roll: {maxAgeDays: 30}, aid: {maxAgeDays: 400}}\n");

    Line line = house.line(new ListsCheck());

    assertThat(line.state()).isEqualTo(State.FAIL);
    assertThat(line.found(Messages.ZH))
        .startsWith("缺少名单：")
        .contains("；名单过期：")
        .contains("（数据截至 2025-09-24，40 天前，最多 30 天）");
  }

  @Test
  void aHeldListIsNamedUntilItIsReleasedOrReplaced() throws IOException {
    house
        .night(NEEDED)
        .journal(
            House.NIGHT,
            new Entry.FileReceived(
                new SourceFile("d".repeat(64), "学籍_4.xlsx", ""), 100, House.AS_OF),
            answered(4, "d".repeat(64), FileState.HELD));
    assertThat(house.says(new ListsCheck())).isEqualTo("warn: held 1: 学籍_4.xlsx (2025-11-03)");

    house.journal(House.NIGHT, answered(6, "e".repeat(64), FileState.ACCEPTED));
    assertThat(house.line(new ListsCheck()).state()).isEqualTo(State.OK);

    house.journal(House.NIGHT, answered(7, "f".repeat(64), FileState.HELD));
    assertThat(house.says(new ListsCheck())).isEqualTo("warn: held 1: 学籍_7.xlsx");
    house.journal(House.NIGHT, new Entry.Accepted("f".repeat(64), "王老师"));
    assertThat(house.line(new ListsCheck()).state()).isEqualTo(State.OK);
  }

  @Test
  void anEmptyInboxIsWellAndTemporaryFilesAreCounted() throws IOException {
    Files.writeString(house.home.resolve("inbox/~$学籍.xlsx"), "x");
    Files.writeString(house.home.resolve("inbox/a.tmp"), "x");

    assertThat(house.says(new InboxCheck()))
        .isEqualTo("ok: no file is waiting (and 2 temporary files, which do not count)");
  }

  @Test
  void filesWaitForTheNextRunByTheTimeOfTheirDrop() throws IOException {
    Path list = house.home.resolve("inbox/学籍.csv");
    Files.writeString(list, "姓名,身份证件号\n");
    Files.setLastModifiedTime(list, FileTime.from(House.NIGHT.minus(Duration.ofDays(900))));
    house.now = java.time.Instant.now();
    assertThat(house.says(new InboxCheck()))
        .startsWith("ok: 1 files wait for the next run, the oldest for 0 h");

    house.now = house.now.plus(Duration.ofHours(27));
    assertThat(house.says(new InboxCheck()))
        .isEqualTo("fail: 1 files were not taken, the oldest lies there for 27 h");
  }

  @Test
  void whatNoRunCanTakeIsNamed() throws IOException {
    Files.createSymbolicLink(house.home.resolve("inbox/link.xlsx"), Path.of("/dev/null"));

    assertThat(house.says(new InboxCheck())).startsWith("warn: 1 cannot be taken: link.xlsx ");
  }

  @Test
  void aMissingInboxIsToBeMended() throws IOException {
    Files.delete(house.home.resolve("inbox"));

    assertThat(house.says(new InboxCheck())).startsWith("fail: the inbox is not there: ");
  }

  @Test
  void aNightOfTodayIsWell() throws IOException {
    house.night(NEEDED);

    assertThat(house.says(new LastRunCheck())).isEqualTo("ok: published 6 h ago, as of 2025-11-03");
  }

  @Test
  void silenceOfTwentySevenHoursIsAFailure() throws IOException {
    house.night(NEEDED);
    house.now = House.NIGHT.plus(Duration.ofHours(26));
    assertThat(house.line(new LastRunCheck()).state()).isEqualTo(State.OK);

    house.now = House.NIGHT.plus(Duration.ofHours(27));
    assertThat(house.says(new LastRunCheck()))
        .isEqualTo(
            "fail: nothing was published for 27 h (more than 26 h); the newest report is as of"
                + " 2025-11-03");
  }

  @Test
  void businessDatesThatWereMissedAreCountedWhereOneIsAskedFor() throws IOException {
    house.night(NEEDED);
    house.asOf = Optional.of(LocalDate.of(2025, 11, 4));
    assertThat(house.line(new LastRunCheck()).state()).isEqualTo(State.OK);

    house.asOf = Optional.of(LocalDate.of(2025, 11, 7));
    assertThat(house.says(new LastRunCheck()))
        .isEqualTo(
            "fail: the newest report is as of 2025-11-03, 3 days are missing up to the as-of date");
  }

  @Test
  void aRunThatDidNotPublishIsTold() throws IOException {
    assertThat(house.line(new LastRunCheck()).state()).isEqualTo(State.OFF);

    house.journal(House.NIGHT, new Entry.RunStarted("R0", "nightly", House.AS_OF));
    assertThat(house.says(new LastRunCheck()))
        .isEqualTo("fail: a run began 2025-11-03 02:00, none was ever published");

    house
        .night(NEEDED)
        .journal(
            House.NIGHT.plus(Duration.ofHours(1)),
            new Entry.RunStarted("R2", "nightly", House.AS_OF));
    assertThat(house.says(new LastRunCheck()))
        .isEqualTo("warn: the run that began 2025-11-03 03:00 did not publish");
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
            "ok: the oldest log is of 0 days ago (1 files, 1 MB); no original is older than 90"
                + " days, nothing to purge yet");
  }

  @Test
  void logsThatWereClearedTooEarlyAreToBeWatched() throws IOException {
    house.night().journal(House.NIGHT.plus(Duration.ofDays(99)), House.purged());
    house.now = House.NIGHT.plus(Duration.ofDays(100));
    log(House.NIGHT.plus(Duration.ofDays(93)));

    assertThat(house.says(new RetentionCheck()))
        .isEqualTo(
            "warn: logs go back 7 days only, at least 180 are needed; the last purge was 1 days"
                + " ago, originals are kept for 90 days at most");
  }

  @Test
  void originalsThatAreOverAgeAreCountedUntilTheyAreGone() throws IOException {
    settings("retention: {raw-files: 30}\n");
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
            "warn: 1 originals are older than 30 days and not purged, the oldest was received"
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
