package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.cli.doctor.Examination;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bidui doctor} on work folders that nights were run in. */
class DoctorTest {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @TempDir private Path folder;

  private Office office() throws IOException {
    return Sample.after(1, folder.resolve("home"));
  }

  /** By code, the state and what was found, in English. */
  private static Map<String, String> told(String json) {
    Map<String, String> told = new TreeMap<>();
    for (JsonNode line : JsonMapper.shared().readTree(json)) {
      told.put(
          line.get("code").asString(),
          line.get("state").asString() + ": " + line.get("found").asString());
    }
    return told;
  }

  private static Map<String, String> examined(Office office) {
    return told(office.does("doctor", "--json", "--lang", "en").out());
  }

  private static Map<String, String> examined(Office office, Duration later) {
    Clock clock = Clock.fixed(Instant.now().plus(later), BEIJING);
    return told(
        Examination.of(
                new WorkFolder(office.home()),
                Path.of("jobs"),
                clock,
                Optional.empty(),
                "dev",
                false,
                false)
            .json(Messages.EN));
  }

  /** The number of the newest migration. */
  private static int newestTables() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files
          .map(file -> file.getFileName().toString())
          .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
          .max()
          .orElseThrow();
    }
  }

  @Test
  void aNightThatWentWellIsWell() throws IOException {
    Office office = office();
    SortedMap<String, String> before = Office.digests(office.home());

    Map<String, String> told = examined(office);

    assertThat(told).hasSize(20);
    assertThat(told.get("database"))
        .isEqualTo("ok: opens, all 5 lists are in it, tables of version " + newestTables());
    assertThat(told.get("balance"))
        .startsWith("ok: 2025-11-03: 5 files with 1809 rows add up, ")
        .endsWith(" findings open, files as published");
    // The lists of the sample are of 2025: by now they are over age.
    assertThat(told.get("retention")).startsWith("warn: 5 originals are older than 90 days");
    for (String code :
        List.of(
            "version",
            "charset",
            "disk",
            "folders",
            "local-disk",
            "lease",
            "notices",
            "settings",
            "lists",
            "inbox",
            "last-run",
            "journal",
            "archive")) {
      assertThat(told.get(code)).as(code).startsWith("ok: ");
    }
    assertThat(Office.digests(office.home())).isEqualTo(before);
  }

  @Test
  void everyLineSaysWhatItMeansAndWhatToDoInBothLanguages() throws IOException {
    Office office = office();
    for (String language : List.of("zh", "en")) {
      Office.Said said = office.does("doctor", "--json", "--lang", language);
      JsonNode lines = JsonMapper.shared().readTree(said.out());

      assertThat(said.exit()).isEqualTo(3);
      assertThat(lines).hasSize(20);
      for (JsonNode line : lines) {
        assertThat(line.propertyNames())
            .containsExactly("code", "state", "found", "meaning", "remedy");
        assertThat(line.get("meaning").asString()).isNotBlank();
        boolean fine = List.of("ok", "off").contains(line.get("state").asString());
        assertThat(line.get("remedy").asString().isBlank()).as(line.toString()).isEqualTo(fine);
      }
    }
  }

  @Test
  void theScreenHasOneColumnForTheStateAndOneForTheName() throws IOException {
    Office.Said said = office().does("doctor");

    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("好      数据库")
        .contains("要处理  备份")
        .contains("怎么办：运行 bidui backup")
        .containsPattern("共 20 项：好 \\d+，留意 \\d+，要处理 1，未设 \\d+\n");
  }

  @Test
  void quietTellsOnlyWhatIsNotWell() throws IOException {
    Office.Said said = office().does("doctor", "--quiet", "--lang", "en");

    assertThat(said.out()).contains("mend   Backup").doesNotContain("Local disk");
  }

  @Test
  void aFolderThatDoesNotExistIsToldAndNotMade() {
    Office nowhere = new Office(folder.resolve("none"));

    Office.Said said = nowhere.does("doctor", "--json", "--lang", "en");

    assertThat(said.exit()).isEqualTo(3);
    assertThat(told(said.out()).get("settings")).startsWith("fail: ");
    assertThat(nowhere.home()).doesNotExist();
  }

  @Test
  void aFolderBeforeItsFirstRunHasNothingToMend() {
    Office fresh = Office.open(folder.resolve("fresh"));

    Office.Said said = fresh.does("doctor", "--json", "--lang", "en");

    assertThat(said.exit()).isIn(0, 2);
    assertThat(told(said.out()).get("last-run")).startsWith("off: ");
    assertThat(fresh.home().resolve("data/bidui.mv.db")).doesNotExist();
  }

  @Test
  void itLooksBesideARunThatHasTheLease() throws Exception {
    Office office = office();
    Path said = folder.resolve("said.txt");
    Process other = Outside.start(LeaseTest.Holder.class, said, List.of(office.home().toString()));
    try {
      while (other.isAlive() && Files.size(said) == 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      Map<String, String> told = examined(office);

      assertThat(told.get("lease")).startsWith("ok: process " + other.pid());
      assertThat(told.get("database"))
          .isEqualTo("ok: in use by process " + other.pid() + ", not opened");
      assertThat(told.get("journal")).startsWith("ok: ");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(examined(office).get("lease"))
        .startsWith("warn: the last program (process " + other.pid());
  }

  @Test
  void silenceOfTwentySevenHoursEndsWith3() throws IOException {
    assertThat(examined(office(), Duration.ofHours(27)).get("last-run"))
        .startsWith("fail: nothing was published for 27 h (more than 26 h)");
  }

  @Test
  void aClockInThePastIsTold() throws IOException {
    assertThat(examined(office(), Duration.ofDays(-3)).get("clock"))
        .startsWith("fail: the clock of the machine ")
        .contains("is behind the newest time of the journal");
  }

  @Test
  void aDatabaseThatWasDamagedOrDeletedIsTold() throws IOException {
    Office office = office();
    Path database = office.home().resolve("data/bidui.mv.db");
    Files.write(database, new byte[20_000]);
    assertThat(examined(office).get("database")).startsWith("fail: the database does not open (");

    Files.delete(database);
    assertThat(examined(office).get("database"))
        .isEqualTo("warn: the file of the database is gone; the journal knows 5 lists");
  }

  @Test
  void aDatabaseOfAnEarlierNightIsBehindTheJournal() throws IOException {
    Office earlier = office();
    Office later = Sample.after(2, folder.resolve("later"));
    Files.copy(
        earlier.home().resolve("data/bidui.mv.db"),
        later.home().resolve("data/bidui.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(examined(later).get("database"))
        .matches("warn: of \\d+ lists of the journal \\d+ are not in the database");
  }

  @Test
  void aPublishedFileThatWasChangedIsNamed() throws IOException {
    Office office = office();
    Path findings = office.report(Sample.asOf(1)).resolve("data/findings.csv");
    Files.writeString(findings, Files.readString(findings).replace(",new,", ",old,"));

    assertThat(examined(office).get("balance"))
        .isEqualTo(
            "fail: of 2025-11-03, 1 published files were changed or are gone: data/findings.csv");
  }

  @Test
  void aWorkbookThatWasChangedIsSeenByTheDeepLook() throws IOException {
    Office office = office();
    Files.writeString(office.report(Sample.asOf(1)).resolve("差异清单.xlsx"), "x");

    assertThat(examined(office).get("balance")).startsWith("ok: ");
    assertThat(told(office.does("doctor", "--deep", "--json", "--lang", "en").out()).get("balance"))
        .endsWith("1 published files were changed or are gone: 差异清单.xlsx");
  }

  @Test
  void aJournalThatWasRewrittenIsNotTheOneOfTheReport() throws IOException {
    Office office = office();
    Path segment = office.home().resolve("journal/000001.jsonl");
    List<String> lines = Files.readAllLines(segment);
    List<String> types = lines.stream().map(DoctorTest::type).toList();
    Files.write(segment, lines.subList(0, types.indexOf("published") - 1));

    assertThat(examined(office).get("journal")).startsWith("fail: ");
  }

  private static String type(String line) {
    return line.replaceFirst("^.*?\"type\":\"([^\"]+)\".*$", "$1");
  }

  @Test
  void anotherKeyIsToldAndNoneIsMade() throws IOException {
    Office office = office();
    office.key("6".repeat(64));
    assertThat(examined(office).get("keys")).startsWith("fail: bidui.key does not fit");

    Files.delete(office.home().resolve("bidui.key"));
    assertThat(examined(office).get("keys")).isEqualTo("fail: bidui.key is gone");
    assertThat(office.home().resolve("bidui.key")).doesNotExist();
  }

  @Test
  void noLineNamesAPerson() throws IOException {
    Office office = office();
    String said = office.does("doctor").all() + office.does("doctor", "--json").all();

    assertThat(said).doesNotContain("高若涵").doesNotContainPattern("\\d{17}[0-9Xx]");
  }

  /** Root may write anywhere, so that right is taken from it first. */
  @Test
  void foldersThatCannotBeWrittenAreNamed() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    Path setpriv = Path.of("/usr/bin/setpriv");
    Assumptions.assumeTrue(!root || Files.isExecutable(setpriv));
    Office office = office();
    for (String closed : List.of("feedback", "archive")) {
      Files.setPosixFilePermissions(
          office.home().resolve(closed), PosixFilePermissions.fromString("r-xr-xr-x"));
    }
    List<String> line = new ArrayList<>();
    if (root) {
      String without = "-dac_override,-dac_read_search";
      line.addAll(
          List.of(setpriv.toString(), "--bounding-set=" + without, "--inh-caps=" + without));
    }
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "cn.bidui.BiduiApplication",
            "doctor",
            "--json",
            "--lang",
            "en",
            "--home",
            office.home().toString()));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(line)
            .redirectError(folder.resolve("errors.txt").toFile())
            .redirectOutput(said.toFile())
            .start();

    assertThat(Outside.end(process)).isEqualTo(3);
    assertThat(told(Files.readString(said)).get("folders"))
        .isEqualTo("fail: folders that cannot be written: feedback, archive");
  }
}
