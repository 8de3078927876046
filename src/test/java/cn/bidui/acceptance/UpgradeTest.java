package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.canary.InTheClear;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work folders of every release live on under this one, and newer ones are left alone. */
class UpgradeTest {

  private static final String FROM_BEFORE =
      "the folder is left as a version wrote it that kept its database in the clear";

  @TempDir Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private JournalState journal() throws IOException {
    return JournalReader.of(home()).state();
  }

  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  void aFrozenFolderIsUpgradedByItself(String version) throws IOException {
    Office office = FrozenHome.thaw(version, home());
    Head then = JournalReader.of(home()).verify(List.of()).sound();
    SortedMap<String, String> published = Office.digests(home().resolve("reports"));

    Office.Said said = office.does("rebuild");

    // Another version may word a page otherwise; the figures for programs are the same.
    assertThat(said.exit()).as(said.all()).isIn(0, 3);
    assertThat(said.out()).doesNotContain("data/findings.csv", "data/links.csv", "data/cases.csv");
    assertThat(Office.digests(home().resolve("reports"))).isEqualTo(published);
    assertThat(JournalReader.of(home()).verify(List.of(then))).isInstanceOf(Verdict.Intact.class);
    assertThat(journal().safety().format())
        .hasValueSatisfying(now -> assertThat(now.format()).isEqualTo(HomeFormat.CURRENT));
    List<Backups.Listed> backups = Backups.in(home().resolve("backup")).list();
    assertThat(backups).hasSize(1);
    assertThat(backups.get(0).head().head()).isEqualTo(then);
    assertThat(backups.get(0).head().format()).isEqualTo(1);
    nothingInClear();
  }

  /** No file of the archive is plain, and no id stands in the index. */
  private void nothingInClear() throws IOException {
    Archive archive = Archive.of(home());
    assertThat(archive.unsealed()).isZero();
    assertThat(archive.all()).isNotEmpty();
    Pattern id = Pattern.compile("990101(19|20)\\d{2}[01]\\d[0-3]\\d\\d{3}[0-9X]");
    String rolls = "";
    for (String sha256 : archive.all()) {
      rolls += new String(archive.content(sha256).bytes(), StandardCharsets.ISO_8859_1);
    }
    assertThat(id.matcher(rolls).find()).as("ids stand in the lists").isTrue();
    try (Stream<Path> files = Files.list(home().resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(id.matcher(bytes).find()).as(file.toString()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  void theNextNightGoesOnFromTheLast(String version) throws IOException {
    Office office = FrozenHome.thaw(version, home());
    List<String> before = findings(office, FrozenHome.LAST);

    assertThat(office.run("2025-11-06").exit()).isIn(0, 2, 3);

    assertThat(findings(office, "2025-11-06")).isEqualTo(before);
    assertThat(journal().signed()).hasSize(1);
    nothingInClear();
    assertThat(journal().safety().backups()).hasSize(1);
    assertThat(office.run("2025-11-07").exit()).isIn(0, 2, 3);
    assertThat(journal().safety().backups()).as("one upgrade, one backup").hasSize(1);
  }

  private static List<String> findings(Office office, String asOf) throws IOException {
    return office
        .table(asOf, "findings.csv")
        .where(row -> !row.get("state").equals("resolved"))
        .stream()
        .map(row -> row.get("finding_id") + " " + row.get("state").equals("explained"))
        .toList();
  }

  @Test
  void theBackupBeforeAnUpgradeIsTheOldFolder() throws IOException {
    Office office = FrozenHome.thaw("0.1.0", home());
    SortedMap<String, String> old = Office.digests(home().resolve("archive"));
    office.does("rebuild");

    Office.Said said =
        office.does(
            "restore",
            "--from",
            Backups.in(home().resolve("backup")).list().get(0).file().toString(),
            "--to",
            folder.resolve("old").toString());

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(Office.digests(folder.resolve("old/archive"))).isEqualTo(old);
    assertThat(JournalReader.of(folder.resolve("old")).state().safety().format()).isEmpty();
  }

  @Test
  void aDamagedFileDoesNotKeepAFolderFromBeingUpgradedAndBackedUp() throws IOException {
    Office office = FrozenHome.thaw("0.1.0", home());
    String sha256 = journal().answeredFiles().get(0).file().sha256();
    Path file =
        home().resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    Files.delete(file);
    Files.writeString(file, "damaged");
    String name = journal().answeredFiles().get(0).file().name();

    Office.Said said = office.does("backup", "--as-of", FrozenHome.LAST);
    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(said.err()).contains("1 个文件").contains(name);
    office.does("answer", "F0", "A2", "--by", "王干部");

    Office.Said drilled = office.does("drill");
    assertThat(drilled.exit()).as(drilled.all()).isEqualTo(3);
    assertThat(journal().safety().format()).isPresent();
    Office.Said restored =
        office.does(
            "restore",
            "--from",
            Backups.in(home().resolve("backup")).list().get(0).file().toString(),
            "--to",
            folder.resolve("new").toString());
    assertThat(restored.exit()).as(restored.all()).isEqualTo(3);
    assertThat(restored.err()).contains("1 个存档文件在备份时就已损坏");
  }

  @Test
  @InTheClear(FROM_BEFORE)
  void anOlderProgramOnANewerFolderNamesBothVersionsAndChangesNothing() throws Exception {
    Office office = FrozenHome.thaw("0.1.0", home());
    append("formatted", "{\"format\":%d,\"software\":\"9.9.9\"}".formatted(HomeFormat.CURRENT + 1));
    SortedMap<String, String> before = Office.digests(home());

    for (String command : List.of("run", "watch", "rebuild", "backup", "drill", "cases")) {
      Office.Said said = office.does(command);
      assertThat(said.exit()).as(command + said.all()).isEqualTo(74);
      assertThat(said.err()).as(command).contains("9.9.9 版本写的", "本程序是 dev 版本");
    }
    assertThat(Office.digests(home())).isEqualTo(before);
  }

  @Test
  @InTheClear(FROM_BEFORE)
  void aLineOfAKindThatIsNotKnownIsLeftAlone() throws Exception {
    Office office = FrozenHome.thaw("0.1.0", home());
    append("formatted", "{\"format\":2,\"software\":\"0.9.0\"}");
    append("told-by-tomorrow", "{}");
    SortedMap<String, String> before = Office.digests(home());

    Office.Said said = office.does("run", "--lang", "en");

    assertThat(said.exit()).as(said.all()).isEqualTo(74);
    assertThat(said.err()).contains("written by version 0.9.0; this is version dev");
    assertThat(Office.digests(home())).isEqualTo(before);
  }

  /** Appends a line that follows, as another version would. */
  private void append(String type, String data) throws Exception {
    Head head = JournalReader.of(home()).verify(List.of()).sound();
    String open =
        "{\"seq\":%d,\"epoch\":99,\"at\":\"2026-11-22T00:00:00Z\",\"type\":\"%s\",\"data\":%s,\"prev\":\"%s\""
            .formatted(head.seq() + 1, type, data, head.hash());
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(open.getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        home().resolve("journal/000001.jsonl"),
        open + ",\"hash\":\"" + HexFormat.of().formatHex(hash) + "\"}\n",
        StandardOpenOption.APPEND);
  }

  @Test
  void aNewFolderHasTheNewestFormatAndNeedsNoBackup() throws IOException {
    Office office = Office.open(home());
    office.does("answer", "--list");
    assertThat(office.run("2025-11-06").exit()).isEqualTo(3);

    assertThat(office.journal(Entry.Formatted.class))
        .containsExactly(new Entry.Formatted(HomeFormat.CURRENT, "dev"));
    assertThat(home().resolve("backup")).doesNotExist();
    try (Stream<Path> files = Files.list(home())) {
      assertThat(files.map(file -> file.getFileName().toString())).doesNotContain(".restoring");
    }
  }
}
