package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup holds comes back, and nobody restores by mistake. */
class BackupTest {

  private static final String UNIT = "试验县教育局";
  private static final String LAST = Sample.asOf(2);

  @TempDir Path folder;
  private Office office;
  private Path passphrase;

  @BeforeEach
  void twoNights() throws IOException {
    office = Sample.after(2, folder.resolve("home"));
    Path settings = office.home().resolve("bidui.yml");
    Files.writeString(
        settings, Files.readString(settings).replaceFirst("unit: .*", "unit: \"" + UNIT + "\""));
    passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
  }

  private JournalState journal() throws IOException {
    return JournalReader.of(office.home()).state();
  }

  private List<Path> backups() throws IOException {
    try (Stream<Path> files = Files.list(office.home().resolve("backup"))) {
      return files.sorted().toList();
    }
  }

  private Path backup() throws IOException {
    Office.Said said = office.does("backup");
    assertThat(said.exit()).as(said.all()).isZero();
    return backups().get(0);
  }

  private Path escrow() {
    Path file = folder.resolve("escrow.json");
    Office.Said said =
        office.does(
            "keys", "escrow", "--to", file.toString(), "--passphrase-file", passphrase.toString());
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("两个信封");
    return file;
  }

  @Test
  void aLostMachineIsRestoredFromBackupAndEscrowAlone() throws IOException {
    Path backup = Files.move(backup(), folder.resolve("saved.bidui"));
    Path escrow = escrow();
    office.drop("补报.txt", "不是名单".getBytes(StandardCharsets.UTF_8));
    var expected = office.published(LAST);
    Files.move(office.home(), folder.resolve("lost"));

    Office.Said said =
        Office.bidui(
            "restore",
            "--from",
            backup.toString(),
            "--to",
            office.home().toString(),
            "--keys",
            escrow.toString(),
            "--passphrase-file",
            passphrase.toString());

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("重做后一致").doesNotContain("已移到");
    assertThat(office.published(LAST)).isEqualTo(expected);
    assertThat(office.home().resolve(".restoring")).doesNotExist();
    // Nothing of the night that was published last is missing, not even what that run told of
    // itself.
    Office.Said verified = office.does("audit", "verify", "--deep");
    assertThat(verified.exit()).as(verified.all()).isZero();
    assertThat(verified.out()).contains("结论：完好").contains("的报告文件夹已不在此处");
    Office.Said next = office.run(Sample.asOf(3));
    assertThat(next.exit()).as(next.all()).isIn(0, 2, 3);
    assertThat(office.runJson(Sample.asOf(3)).get("files").isEmpty()).isFalse();
  }

  @Test
  void aBackupIsJournaledAndNamesItsHead() throws IOException {
    Path backup = backup();
    Entry.BackedUp made = journal().safety().backups().get(0);

    assertThat(made.file()).isEqualTo(backup.getFileName().toString());
    assertThat(made.bytes()).isEqualTo(Files.size(backup));
    assertThat(made.why()).isEqualTo("asked");
    assertThat(made.head().seq()).isEqualTo(journal().head().seq() - 1);
  }

  @Test
  void restoringOverAWorkFolderNeedsItsNameTyped() throws IOException {
    Path backup = backup();
    var before = Office.digests(office.home().resolve("journal"));
    String[] line = {"restore", "--from", backup.toString(), "--to", office.home().toString()};

    for (String typed : List.of("\n\n", "", "y\n", "试验县\n")) {
      Office.Said said = typing(typed, line);
      assertThat(said.exit()).as(said.all()).isEqualTo(64);
      assertThat(said.err()).contains(UNIT).contains("什么也没有改动");
    }
    assertThat(Office.digests(office.home().resolve("journal"))).isEqualTo(before);
  }

  private Office.Said typing(String words, String... line) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
      return office.does(line);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void restoringOverAWorkFolderKeepsWhatWasThere() throws IOException {
    Path backup = backup();
    office.drop("还没收.csv", new byte[] {1});
    Office.Said wrong = office.run(Sample.asOf(3));
    assertThat(wrong.exit()).as(wrong.all()).isNotEqualTo(70);
    office.drop("还没收.csv", new byte[] {1});

    Office.Said said =
        typing(
            UNIT + "\n", "restore", "--from", backup.toString(), "--to", office.home().toString());

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("已移到");
    assertThat(journal().latest().orElseThrow().asOf()).hasToString(LAST);
    assertThat(office.inbox().resolve("还没收.csv")).exists();
    assertThat(backups()).isNotEmpty();
    try (Stream<Path> files = Files.list(office.home())) {
      Path safety =
          files
              .filter(file -> file.getFileName().toString().startsWith("restore-safety-"))
              .findFirst()
              .orElseThrow();
      assertThat(JournalReader.of(safety).state().latest().orElseThrow().asOf())
          .hasToString(Sample.asOf(3));
      assertThat(safety.resolve("archive")).isDirectory();
    }
    assertThat(office.does("rebuild").exit()).isZero();
  }

  @Test
  void aRestoredJournalSaysSoAndIsHeldAgainstNoHeadThatWasSetAside() throws IOException {
    Path backup = backup();
    office.run(Sample.asOf(3));
    JournalLine.Head lost = journal().head();
    office.does(
        "restore",
        "--from",
        backup.toString(),
        "--to",
        office.home().toString(),
        "--confirm",
        UNIT,
        "--by",
        "王老师");

    Entry.Restored restored = journal().safety().restorations().get(0);
    assertThat(restored.over()).isEqualTo(lost);
    assertThat(restored.by()).isEqualTo("王老师");
    Office.Said said = office.does("audit", "verify", "--chain", "--anchor", lost.text());
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out())
        .contains("结论：完好")
        .contains("由 王老师 从备份恢复：原来的第 " + (restored.from().seq() + 1) + " 至 " + lost.seq() + " 条");
    assertThat(office.does("audit", "verify", "--chain", "--json").out())
        .contains("\"restored\":[{");
    JournalLine.Head later = new JournalLine.Head(lost.seq() + 1, lost.hash());
    assertThat(office.does("audit", "verify", "--anchor", later.text()).exit()).isEqualTo(74);
    assertThat(office.run(Sample.asOf(3)).exit()).isNotEqualTo(70);
    assertThat(office.does("audit", "verify", "--chain").exit()).isZero();
  }

  @Test
  void theListSaysAgeSizeAndLastDay() throws IOException {
    assertThat(office.does("restore").out()).contains("没有备份");
    backup();

    Office.Said said = office.does("restore");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("0 小时前").contains("MB").contains("最近发布 " + LAST).contains(UNIT);
    assertThat(office.does("restore", "--in", folder.toString()).out()).contains("没有备份");
  }

  @Test
  void aDrillPassesAndLeavesNothingBehind() throws IOException {
    assertThat(office.does("drill").exit()).isEqualTo(3);
    backup();

    Office.Said said = office.does("drill");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("恢复演练通过").contains("现用密钥");
    assertThat(office.home().resolve(".drill")).doesNotExist();
    Entry.Drilled drilled = journal().safety().lastDrill().orElseThrow();
    assertThat(drilled.trouble()).isEmpty();
    assertThat(drilled.blobs()).isPositive();
    assertThat(drilled.escrow()).isFalse();
  }

  @Test
  void aDrillWithTheEscrowedKeySaysSo() throws IOException {
    backup();
    office.setting(
        "  nightly: true\n",
        "  nightly: true\n  escrow: \"%s\"\n  passphrase-file: \"%s\"\n"
            .formatted(escrow(), passphrase));

    Office.Said said = office.does("drill");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).doesNotContain("现用密钥");
    assertThat(journal().safety().lastDrill().orElseThrow().escrow()).isTrue();
    Files.writeString(passphrase, "another passphrase");
    assertThat(office.does("drill").err()).contains("密钥打不开");
  }

  @Test
  void aDrillOfADamagedBackupIsRed() throws IOException {
    Path backup = backup();
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Files.write(backup, bytes);

    Office.Said said = office.does("drill");

    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("没有通过");
    assertThat(office.home().resolve(".drill")).doesNotExist();
    assertThat(journal().safety().lastDrill().orElseThrow().trouble()).isNotEmpty();
  }

  @Test
  void aNightOfServiceEndsWithABackupAndADrillOnce() throws IOException {
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    Office.Said said = office.run(today);

    assertThat(said.out()).as(said.all()).contains("恢复演练通过");
    assertThat(journal().safety().backups()).hasSize(1);
    assertThat(journal().safety().lastDrill().orElseThrow().trouble()).isEmpty();
    assertThat(office.run(today).out()).doesNotContain("恢复演练");
  }

  @Test
  void aNightThatEndsAfterMidnightIsBackedUpToo() throws IOException {
    LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);

    office.run(yesterday.toString());

    assertThat(journal().safety().backups())
        .extracting(Entry.BackedUp::asOf)
        .containsExactly(yesterday);
  }

  @Test
  void aMissingSecondDiskIsToldAndMadeUpForNothing() throws IOException {
    Path settings = office.home().resolve("bidui.yml");
    Path second = folder.resolve("usb");
    Files.writeString(
        settings, Files.readString(settings).replace("second: \"\"", "second: \"" + second + "\""));

    Office.Said missing = office.does("backup");
    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.err()).contains(second.toString());
    assertThat(second).doesNotExist();

    Files.createDirectories(second);
    assertThat(office.does("backup").exit()).isZero();
    assertThat(second).isNotEmptyDirectory();
  }

  @Test
  void keysAreCheckedAndKeptApart() throws IOException {
    Path escrow = escrow();
    String word = passphrase.toString();

    assertThat(office.does("keys", "check", escrow.toString(), "--passphrase-file", word).out())
        .contains("就是这个工作目录的密钥");
    Path wrong = Files.writeString(folder.resolve("wrong"), "another passphrase");
    assertThat(
            office
                .does("keys", "check", escrow.toString(), "--passphrase-file", wrong.toString())
                .exit())
        .isEqualTo(3);
    assertThat(
            office
                .does(
                    "keys",
                    "escrow",
                    "--to",
                    office.home().resolve("e").toString(),
                    "--passphrase-file",
                    word)
                .err())
        .contains("工作目录里");
    Files.writeString(passphrase, "short");
    assertThat(
            office
                .does(
                    "keys",
                    "escrow",
                    "--to",
                    folder.resolve("e").toString(),
                    "--passphrase-file",
                    word)
                .err())
        .contains("12 个字符");
    assertThat(folder.resolve("e")).doesNotExist();
  }

  @Test
  void anotherKeyRestoresNothing() throws IOException {
    Path backup = backup();
    Office other = Sample.after(1, folder.resolve("other"));
    other.key("6".repeat(64));

    Office.Said said =
        Office.bidui(
            "restore",
            "--from",
            backup.toString(),
            "--to",
            folder.resolve("new").toString(),
            "--home",
            other.home().toString());

    assertThat(said.exit()).isEqualTo(74);
    assertThat(said.err()).contains("密钥打不开");
    assertThat(folder.resolve("new/archive")).doesNotExist();
  }
}
