package cn.bidui.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of the machine: each where it is well, and where it is not. */
class MachineChecksTest {

  @TempDir private Path folder;
  private House house = new House(Path.of("none"));

  @BeforeEach
  void build() throws IOException {
    house = House.made(folder.resolve("home"));
  }

  @Test
  void programAndJavaAreToldWithTheMemory() {
    assertThat(house.says(new VersionCheck()))
        .isEqualTo("ok: program 0.1.0, Java 17 (invented), memory to use 2.0 GB");
  }

  @Test
  void anOldJavaAndALittleMemoryAreTold() {
    house.java = 11;
    house.heap = 256_000_000;

    assertThat(house.says(new VersionCheck()))
        .startsWith("fail: Java is 11, at least 17 is needed; only 256 MB of memory to use");
  }

  @Test
  void aProgramOlderThanTheOneThatPublishedIsTold() throws IOException {
    house.night();
    house.software = "0.0.9";
    assertThat(house.says(new VersionCheck()))
        .startsWith("fail: the last report was published by program 0.1.0, which is newer than");

    house.software = "0.2.0";
    assertThat(house.line(new VersionCheck()).state()).isEqualTo(State.OK);
    house.software = "dev";
    assertThat(house.line(new VersionCheck()).state()).isEqualTo(State.OK);
  }

  @Test
  void linesThatOnlyANewerProgramKnowsAreCounted() throws IOException {
    house.night().foreign(House.NIGHT, "dreamt", "{\"of\":\"sheep\"}");

    assertThat(house.says(new VersionCheck()))
        .startsWith("fail: 1 line of the journal is not known to program 0.1.0");
    assertThat(house.line(new JournalCheck()).state()).isEqualTo(State.OK);
  }

  @Test
  void chineseNamesCanBeOpenedInUtf8() {
    assertThat(house.says(new CharsetCheck()))
        .isEqualTo(
            "ok: file names in UTF-8, text in UTF-8; files with Chinese names can be opened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "GBK"})
  void anotherCharsetOfFileNamesIsTold(String charset) {
    house.fileNames = Charset.forName(charset);

    assertThat(house.says(new CharsetCheck())).startsWith("fail: file names are in " + charset);
  }

  @Test
  void anotherCharsetOfTextIsToBeWatched() {
    house.text = StandardCharsets.ISO_8859_1;

    assertThat(house.says(new CharsetCheck()))
        .isEqualTo("warn: text is in ISO-8859-1 by default, should be UTF-8");
  }

  @Test
  void aClockAfterEverythingThatWasWrittenIsRight() throws IOException {
    house.night();
    touchJournal(House.NIGHT);

    assertThat(house.says(new ClockCheck()))
        .isEqualTo("ok: now 2025-11-03 08:00 in Beijing, time zone of the machine Asia/Shanghai");
  }

  @Test
  void aClockBehindTheJournalIsToldInMinutes() throws IOException {
    house.night();
    touchJournal(House.NIGHT);
    house.now = House.NIGHT.minus(Duration.ofMinutes(90));

    assertThat(house.says(new ClockCheck()))
        .isEqualTo(
            "fail: the clock of the machine 2025-11-03 00:30 is behind the newest time of the"
                + " journal 2025-11-03 02:00 by 90 minutes");
  }

  @Test
  void aClockBehindTheFilesIsTold() throws IOException {
    house.night();
    touchJournal(house.now.plus(Duration.ofDays(1)));

    assertThat(house.says(new ClockCheck())).startsWith("fail: ").contains("by 1440 minutes");
  }

  @Test
  void aClockBeforeTheTimeOfTheProgramIsTold() {
    house.now = Instant.parse("1970-01-01T00:10:00Z");

    assertThat(house.says(new ClockCheck()))
        .startsWith("fail: the clock of the machine says 1970-01-01 08:10");
  }

  @Test
  void aClockThatWasSetBackAndAnotherTimeZoneAreToBeWatched() throws IOException {
    house.night().journal(House.NIGHT.minus(Duration.ofHours(2)), new Entry.Accepted("x", "王老师"));
    touchJournal(House.NIGHT);
    house.zone = ZoneId.of("UTC");

    assertThat(house.says(new ClockCheck()))
        .isEqualTo(
            "warn: a line of the journal is 120 minutes earlier than one before it: the clock was"
                + " set back; the time zone of the machine UTC is not at the time of Asia/Shanghai;"
                + " crontab lines and tasks written by hand go by the machine");
  }

  private void touchJournal(Instant at) throws IOException {
    Files.setLastModifiedTime(
        house.home.resolve("journal").resolve("000001.jsonl"), FileTime.from(at));
  }

  @Test
  void roomIsToldInTheSizeOfTheLastNight() throws IOException {
    assertThat(house.says(new DiskCheck())).isEqualTo("ok: 100.0 GB free, nothing was run yet");

    house.night();
    report(5_000_000);
    assertThat(house.says(new DiskCheck()))
        .isEqualTo("ok: 100.0 GB free, the last night wrote 5 MB");
  }

  @Test
  void littleRoomIsToBeWatchedAndLessIsToBeMended() throws IOException {
    house.night();
    report(1_000_000);
    house.free = 1_200_000_000;
    assertThat(house.says(new DiskCheck()))
        .isEqualTo("warn: 1.2 GB free, not enough for 30 more nights (the last one wrote 1 MB)");

    house.free = 400_000_000;
    assertThat(house.says(new DiskCheck()))
        .isEqualTo(
            "fail: 400 MB free, not enough for 3 more nights (the last one wrote 1 MB);"
                + " only 400 MB free where temporary files are, at least 500 MB are needed");
  }

  private void report(int bytes) throws IOException {
    Path report = house.home.resolve("reports").resolve(House.AS_OF.toString());
    Files.createDirectories(report);
    Files.write(report.resolve("差异清单.xlsx"), new byte[bytes]);
  }

  @Test
  void databaseAndJournalOnADiskOfTheMachineAreWell() {
    assertThat(house.says(new LocalDiskCheck()))
        .isEqualTo("ok: database and journal lie on a disk of this machine (ext4)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nfs", "nfs4", "cifs", "smb3", "CIFS", "9p", "fuse.sshfs", "vboxsf", "davfs"})
  void aNetworkShareIsToBeMended(String type) {
    house.disk = type;

    assertThat(house.says(new LocalDiskCheck()))
        .isEqualTo("fail: on a network share: data (" + type + "), journal (" + type + ")");
    assertThat(house.line(new LocalDiskCheck()).found(Messages.ZH)).startsWith("放在网络共享上：data (");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "NTFS", "apfs", "fuseblk"})
  void aLocalDiskIsNone(String type) {
    house.disk = type;

    assertThat(house.says(new LocalDiskCheck())).startsWith("ok: ").endsWith("(" + type + ")");
  }

  @Test
  void anArchiveOnAShareIsToBeWatched() {
    house.archiveDisk = "nfs";

    assertThat(house.says(new LocalDiskCheck()))
        .isEqualTo("warn: the archive is on a network share: archive (nfs)");
  }

  @Test
  void theDisksOfThisMachineAreTold() throws IOException {
    assertThat(Disks.REAL.usableBytes(folder.resolve("not/there/yet"))).isPositive();
    assertThat(Disks.REAL.type(folder)).isNotBlank();
  }

  @Test
  void rareCharactersThatCannotBeDrawnAreNamed() {
    assertThat(house.line(new FontsCheck()).state()).isEqualTo(State.OK);

    house.pen = character -> character < 0x10000;
    assertThat(house.says(new FontsCheck()))
        .isEqualTo("warn: rare characters that cannot be drawn: 𠅤, 𫖯, 𬀩");

    house.pen = character -> character < 0x80;
    assertThat(house.says(new FontsCheck())).isEqualTo("warn: no Chinese font");
  }

  @Test
  void thePenDrawsWhatAFontHas() {
    assertThat(Pen.REAL.draws('A')).isTrue();
    assertThat(Pen.REAL.draws(' ')).isFalse();
    assertThat(Pen.REAL.draws(0x10FFFD)).isFalse();
  }

  @Test
  void foldersThatAreThereAreWell() {
    assertThat(house.says(new FoldersCheck()))
        .isEqualTo(
            "ok: 8 folders are there and can be read and written (owner " + house.user + ")");
  }

  @Test
  void missingFoldersAreNamed() throws IOException {
    Files.delete(house.home.resolve("inbox"));
    Files.delete(house.home.resolve("logs"));

    assertThat(house.says(new FoldersCheck())).isEqualTo("fail: folders missing: inbox, logs");
  }

  @Test
  void secretsThatOthersCanReadAreNamed() throws IOException {
    Files.createDirectories(house.home.resolve("keys"));
    for (String secret :
        new String[] {"bidui.key", "keys/archive.keys", "mail.password", "d.url"}) {
      Files.writeString(house.home.resolve(secret), "x");
      Files.setPosixFilePermissions(
          house.home.resolve(secret), PosixFilePermissions.fromString("rw-r-----"));
    }
    Files.writeString(
        house.home.resolve("bidui.yml"),
        """
        notify:
          mail: {host: smtp.example.cn, from: a@example.cn, to: [b@example.cn], password-file: mail.password}
          dingtalk: {url-file: d.url}
        """);

    assertThat(house.says(new FoldersCheck()))
        .isEqualTo(
            "fail: keys or passwords that others can read: bidui.key, archive.keys,"
                + " mail.password, d.url");
  }

  @Test
  void anotherUserThanTheOwnerIsToBeWatched() {
    house.user = "nobody-else";

    assertThat(house.says(new FoldersCheck()))
        .startsWith("warn: the work folder belongs to ")
        .endsWith("the program is run by nobody-else");
  }

  @Test
  void theMachineThatRunsThisIsDescribed() {
    Machine here = Machine.here();

    assertThat(here.feature()).isGreaterThanOrEqualTo(17);
    assertThat(here.heapBytes()).isPositive();
    assertThat(here.user()).isNotBlank();
  }

  @Test
  void aBusinessDateThatWasAskedForIsTheDay() {
    house.asOf = java.util.Optional.of(LocalDate.of(2026, 1, 2));

    assertThat(house.premises().today()).isEqualTo(LocalDate.of(2026, 1, 2));
  }
}
