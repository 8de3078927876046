package cn.bidui.cli.doctor;

import static cn.bidui.cli.doctor.House.answered;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Notice.Phase;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
        .isEqualTo("warn: the file of the database is gone; the journal knows 1 list");
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
    assertThat(house.says(new SettingsCheck())).isEqualTo("ok: no mistake in bidui.yml and 5 jobs");
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
        .startsWith("ok: 1 file waits for the next run, the oldest for 0 h");

    house.now = house.now.plus(Duration.ofHours(27));
    assertThat(house.says(new InboxCheck()))
        .isEqualTo("fail: 1 file was not taken, the oldest lies there for 27 h");
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
  void aReportOfAPeriodThatIsNotThereIsToldWhereItsJobEverRan() throws IOException {
    house.night(NEEDED);
    assertThat(house.says(new LastRunCheck())).startsWith("ok: ");

    house.journal(
        House.NIGHT, new Entry.JobEnded("month-end", House.AS_OF.minusMonths(1), 0, 1_000));

    assertThat(house.says(new LastRunCheck()))
        .isEqualTo(
            "warn: job month-end is overdue: it should have run at 2025-11-03 03:00 and is not"
                + " done");
  }

  @Test
  void aYearWhoseHolidaysAreMissingIsToldAMonthBefore() throws IOException {
    house.night(NEEDED);
    house.now = java.time.Instant.parse("2026-11-20T02:00:00Z");
    assertThat(house.says(new LastRunCheck())).doesNotContain("holidays");

    house.now = java.time.Instant.parse("2026-12-02T02:00:00Z");

    assertThat(house.says(new LastRunCheck()))
        .contains(
            "the holidays of 2027 are not known, its working days are told by weekends alone");
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
}
