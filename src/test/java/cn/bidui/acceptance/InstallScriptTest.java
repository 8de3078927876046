package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/**
 * {@code scripts/install} beside a program in a folder with blanks and Chinese in its name. The
 * program and {@code crontab} are stand-ins that note what they are called with.
 */
class InstallScriptTest {

  private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();

  private static final String RUN_WHAT_IS_DUE = "[run]\n[--due]\n[--quiet]\n[--home]\n[%s]";

  @TempDir private Path folder;
  private Path program;
  private Path home;
  private Path table;

  /** How the script ended and what it said. */
  private record Said(int exit, String text) {}

  @BeforeEach
  void standInForTheProgram() throws IOException {
    program = Files.createDirectories(folder.resolve("程序 100% $HOME/bin"));
    home = Files.createDirectories(folder.resolve("比对 数据's 50% $A"));
    Files.writeString(home.resolve("bidui.yml"), "unit: 云水县教育局\n");
    Files.createDirectories(home.resolve("logs"));
    Files.copy(SCRIPTS.resolve("install"), program.resolve("install"));
    Path templates = Files.createDirectories(program.resolve("install.d"));
    try (Stream<Path> files = Files.list(SCRIPTS.resolve("install.d"))) {
      for (Path file : files.toList()) {
        Files.copy(
            file, templates.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    script(program.resolve("bidui"), "for word; do echo \"[$word]\"; done");
    table = folder.resolve("table");
    script(
        Files.createDirectories(folder.resolve("path")).resolve("crontab"),
        "[[ $1 == -l ]] && { cat \"$TABLE\" 2>/dev/null; exit; }; cat >\"$TABLE\"");
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Said run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      Map<String, String> environment = builder.environment();
      environment.put("PATH", folder.resolve("path") + ":" + environment.get("PATH"));
      environment.put("TABLE", table.toString());
      environment.put("LC_ALL", "C.UTF-8");
      environment.put("JAVA_HOME", "/opt/java 17");
      Path said = folder.resolve("said.txt");
      Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return new Said(process.exitValue(), Files.readString(said));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private Said install(String... words) {
    List<String> command = new ArrayList<>(List.of("bash", program.resolve("install").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--home", home.toString()));
    return run(command);
  }

  // --- cron ----------------------------------------------------------------------------------

  private List<String> lines() throws IOException {
    return Files.readAllLines(table);
  }

  @Test
  void installedTwiceTheCrontabHasOneLineMoreAndRemovedNone() throws IOException {
    Files.writeString(table, "MAILTO=it\n5 4 * * * /usr/bin/true # bidui elsewhere\n");

    assertThat(install("--cron").exit()).isZero();
    assertThat(install("--cron").exit()).isZero();
    assertThat(lines()).hasSize(3).startsWith("MAILTO=it");

    assertThat(install("--cron", "--remove").exit()).isZero();
    assertThat(lines()).containsExactly("MAILTO=it", "5 4 * * * /usr/bin/true # bidui elsewhere");
  }

  /** As cron reads it: five fields, then a command in which a percent sign is escaped. */
  @Test
  void theLineIsACommandThatRunsWhatIsDue() throws IOException {
    assertThat(install("--cron").exit()).isZero();

    String line = lines().get(0);
    assertThat(line).startsWith("*/15 * * * * ");
    String command = line.substring("*/15 * * * * ".length());
    assertThat(Pattern.compile("(?<!\\\\)%").matcher(command).find()).isFalse();
    Said said = run(List.of("sh", "-c", command.replace("\\%", "%")));
    assertThat(said).isEqualTo(new Said(0, ""));
    try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
      assertThat(logs)
          .singleElement()
          .satisfies(
              log -> assertThat(log.getFileName().toString()).matches("cron-\\d{4}-\\d\\d\\.txt"))
          .satisfies(log -> assertThat(log).hasContent(RUN_WHAT_IS_DUE.formatted(home)));
    }
    assertThat(command).contains("JAVA_HOME='/opt/java 17' ");
  }

  @Test
  void anEmptyCrontabStaysEmptyAfterRemoval() throws IOException {
    install("--cron");
    assertThat(install("--cron", "--remove").exit()).isZero();
    assertThat(table).isEmptyFile();
  }

  // --- systemd -------------------------------------------------------------------------------

  @Test
  void systemdUnitsAreSoundAndGoneAfterRemoval() throws IOException {
    Path units = folder.resolve("units");
    for (String how : List.of("--systemd", "--timer")) {
      Said said = install(how, "--to", units.toString(), "--user", "root", "--also", "/mnt/第二 盘");
      assertThat(said.exit()).as(said.text()).isZero();
    }
    assertThat(units.resolve("bidui.service"))
        .content()
        .contains("\nExecStart=\"" + program.toString().replace("%", "%%") + "/bidui\" watch ")
        .contains(" --home \"" + home.toString().replace("%", "%%").replace("$", "$$") + "\"\n")
        .contains("\nReadWritePaths=\"-/mnt/第二 盘\"\n")
        .contains("\nEnvironment=\"JAVA_HOME=/opt/java 17\"\n")
        .doesNotContain("@");
    assertThat(units.resolve("bidui-run.timer")).content().contains("\nPersistent=true\n");
    assertThat(units.resolve("bidui-run.service"))
        .content()
        .contains("\nSuccessExitStatus=2 3 75 143\n");
    assertThat(units.resolve("bidui.service")).content().contains("\nSuccessExitStatus=143\n");
    assertThat(units.resolve("bidui-alarm.timer"))
        .content()
        .contains("\nOnCalendar=*-*-* 08:00:00\n");
    verified(units);

    install("--systemd", "--to", units.toString(), "--remove");
    assertThat(names(units))
        .containsExactly(
            "bidui-alarm.service", "bidui-alarm.timer", "bidui-run.service", "bidui-run.timer");
    install("--timer", "--to", units.toString(), "--remove");
    assertThat(units).isEmptyDirectory();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void verified(Path units) throws IOException {
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    try (Stream<Path> files = Files.list(units)) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    if (run(List.of("sh", "-c", "command -v systemd-analyze")).exit() != 0) {
      System.out.println("no systemd-analyze here: the units were read by nobody but this test");
      return;
    }
    assertThat(run(command)).isEqualTo(new Said(0, ""));
  }

  // --- Windows -------------------------------------------------------------------------------

  private static Document parsed(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static String text(Document task, String element) {
    assertThat(task.getElementsByTagName(element).getLength()).as(element).isEqualTo(1);
    return task.getElementsByTagName(element).item(0).getTextContent();
  }

  @Test
  void tasksForWindowsAreUtf16AndHaveWhatTheTaskSchedulerNeeds() throws Exception {
    Path to = Files.createDirectory(folder.resolve("tasks"));
    Said said =
        run(
            List.of(
                "bash",
                program.resolve("install").toString(),
                "--task",
                "--to",
                to.toString(),
                "--user",
                "县局\\信息员",
                "--home",
                "D:\\比对 & <数据>"));
    assertThat(said.exit()).as(said.text()).isZero();

    byte[] xml = Files.readAllBytes(to.resolve("bidui-task.xml"));
    assertThat(xml).startsWith(0xff, 0xfe);
    assertThat(new String(xml, StandardCharsets.UTF_16)).contains("\r\n").doesNotContain("@");
    Document task = parsed(xml);
    assertThat(task.getDocumentElement().getAttribute("version")).isEqualTo("1.2");
    assertThat(text(task, "Arguments")).isEqualTo("run --due --quiet --home \"D:\\比对 & <数据>\"");
    assertThat(text(task, "Command")).startsWith("\"").endsWith("bidui.cmd\"");
    assertThat(text(task, "UserId")).isEqualTo("县局\\信息员");
    assertThat(text(task, "StartWhenAvailable")).isEqualTo("true");
    assertThat(text(task, "Interval")).isEqualTo("PT15M");
    Document wake = parsed(Files.readAllBytes(to.resolve("bidui-wake.xml")));
    assertThat(text(wake, "WakeToRun")).isEqualTo("true");
    assertThat(wake.getElementsByTagName("Repetition").getLength()).isZero();
  }

  /** A backslash before the closing quotation mark would take it along. */
  @ParameterizedTest
  @CsvSource({"D:\\比对\\, D:\\比对", "D:\\a\\\\, D:\\a", "D:\\, D:\\\\"})
  void aWorkFolderThatEndsInABackslashIsOneWord(String given, String word) {
    List<String> command = List.of("bash", program.resolve("install").toString(), "--task");
    Said said =
        run(Stream.concat(command.stream(), Stream.of("--dry-run", "--home", given)).toList());
    assertThat(said.text()).contains("--home \"" + word + "\"</Arguments>");
  }

  @Test
  void thePowerShellScriptTellsATaskThatStayed() throws IOException {
    assertThat(Files.readString(SCRIPTS.resolve("install.ps1")))
        .containsSubsequence(
            "/Delete /TN $name /F", "$LASTEXITCODE -ne 0", "if ($left)", "exit 70");
  }

  @Test
  void thePowerShellScriptHasTheMarkWithoutWhichChineseIsLost() throws IOException {
    assertThat(Files.readAllBytes(SCRIPTS.resolve("install.ps1"))).startsWith(0xef, 0xbb, 0xbf);
  }

  // --- mistakes ------------------------------------------------------------------------------

  @Test
  void mistakesAreToldAndNothingIsWritten() throws IOException {
    assertThat(install().text()).contains("--systemd, --timer, --cron or --task");
    assertThat(install("--cron", "--task").exit()).isEqualTo(64);
    assertThat(install("--sytemd").text()).contains("unknown option --sytemd");
    assertThat(install("--cron", "--user").exit()).isEqualTo(64);
    assertThat(install("--cron", "--also", "/mnt").text()).contains("--also is for --systemd");
    assertThat(install("--task", "--also", "/mnt").exit()).isEqualTo(64);
    assertThat(install("--cron", "--to", "/etc").text()).contains("--to is not for --cron");
    assertThat(install("--timer", "--dry-run", "--user", "nobody-at-all").text())
        .isEqualTo(
            "install: there is no user 'nobody-at-all' on this machine;"
                + " name one that is there with --user\n");
    Files.delete(home.resolve("bidui.yml"));
    Said said = install("--cron");
    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.text()).contains("there is no work folder", "init");
    assertThat(table).doesNotExist();
  }

  @Test
  void aDryRunShowsEverythingAndChangesNothing() {
    Path units = folder.resolve("units");
    assertThat(install("--systemd", "--dry-run", "--to", units.toString()).text())
        .contains(
            "# " + units + "/bidui.service", "[Install]", "# " + units + "/bidui-alarm.service")
        .contains("# " + units + "/bidui-alarm.timer");
    assertThat(install("--cron", "--dry-run").text()).startsWith("*/15 * * * * ");
    assertThat(install("--task", "--dry-run").text()).contains("</Task>");
    assertThat(install("--timer", "--remove", "--dry-run", "--to", units.toString()).text())
        .contains("rm " + units + "/bidui-run.timer");
    assertThat(units).doesNotExist();
    assertThat(table).doesNotExist();
  }

  @Test
  void helpTellsEveryOption() {
    assertThat(install("--help").text())
        .contains("--systemd", "--timer", "--cron", "--task", "--home", "--user", "--also", "--to")
        .contains("--dry-run", "--remove");
  }
}
