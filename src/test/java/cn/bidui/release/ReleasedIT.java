package cn.bidui.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The release as somebody gets it who has a Java and nothing else of ours: no Maven, no sources, no
 * network. Runs after the jar was built ({@code scripts/check}).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasedIT {

  /** From nothing to a report and a clean bill of health. */
  private static final int MOST_ACTIONS = 6;

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** What the start script may call besides Java: what every Linux has. */
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "basename",
          "bash",
          "cat",
          "dirname",
          "env",
          "head",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "stat",
          "tr");

  private static final Path OUT = Path.of("target/release-trial");
  private static final Path TOLD = Path.of("target/first-run.txt");

  @TempDir private static Path folder;
  private static Path tools;
  private static Path program;
  private static boolean alone;
  private static final Map<String, Duration> ACTIONS = new LinkedHashMap<>();

  /** How a command ended and what it printed. */
  private record Told(int exit, String text) {}

  @BeforeAll
  static void pack() throws Exception {
    Told packed = run(Path.of(""), Map.of(), null, "scripts/release", "--built", "--out", "" + OUT);
    assertThat(packed.exit()).as(packed.text()).isZero();
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), found(tool));
    }
    Files.createSymbolicLink(
        tools.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
    alone = run(Path.of(""), Map.of(), null, "unshare", "-n", "true").exit() == 0;
  }

  private static Path found(String tool) {
    return Stream.of("/usr/bin", "/bin")
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(tool));
  }

  private static Told run(Path where, Map<String, String> words, String typed, String... line)
      throws Exception {
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(where.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    if (!words.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(words);
    }
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      if (typed != null) {
        in.write(typed.getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    return new Told(process.waitFor(), Files.readString(said));
  }

  /** The program, with nothing around it but Java and the tools of every Linux. */
  private static Told bidui(String... words) throws Exception {
    List<String> line = new ArrayList<>(alone ? List.of("/usr/bin/unshare", "-n") : List.of());
    line.add("bin/bidui");
    line.addAll(List.of(words));
    return run(program, bare(), null, line.toArray(String[]::new));
  }

  private static Map<String, String> bare() {
    return Map.of("PATH", tools.toString());
  }

  /** One thing that somebody does, and how long it takes. */
  private static Told action(String name, Action action) throws Exception {
    long begin = System.nanoTime();
    Told told = action.act();
    ACTIONS.put(name, Duration.ofNanos(System.nanoTime() - begin));
    return told;
  }

  @FunctionalInterface
  private interface Action {
    Told act() throws Exception;
  }

  private static Told unzip(Path into) throws IOException {
    Files.createDirectories(into);
    try (ZipFile zip = ZipFile.builder().setPath(zip()).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, file);
        }
        if ((entry.getUnixMode() & 0100) != 0) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
    try (Stream<Path> entries = Files.list(into)) {
      program = entries.findFirst().orElseThrow();
    }
    return new Told(0, "");
  }

  private static Path zip() throws IOException {
    return made(".zip");
  }

  private static Path made(String ending) throws IOException {
    try (Stream<Path> files = Files.list(OUT)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  @Test
  @Order(1)
  void fromAZipToAReportTakesAFewActionsAndNoSettings() throws Exception {
    action("unzip", () -> unzip(folder.resolve("比对 试用（一）")));
    Told init = action("init", () -> bidui("init"));
    Told demo = action("demo", () -> bidui("demo"));
    Told doctor = action("doctor", () -> bidui("doctor"));

    assertThat(init.exit()).as(init.text()).isZero();
    assertThat(program.resolve("bidui-home/bidui.yml"))
        .hasSameBinaryContentAs(program.resolve("conf/bidui.example.yml"));
    assertThat(demo.exit()).as(demo.text()).isZero();
    assertThat(demo.text())
        .contains("收件 5 份共 1809 行，新问题 47 个", "报告：用浏览器打开 " + program.toRealPath());
    assertThat(program.resolve("bidui-demo/reports/2025-11-03/index.html")).isRegularFile();
    assertThat(doctor.exit()).as(doctor.text()).isIn(0, 2);
    assertThat(doctor.text()).contains("要处理 0");
    Duration all = ACTIONS.values().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(ACTIONS).hasSizeLessThanOrEqualTo(MOST_ACTIONS);
    assertThat(all).isLessThan(LONGEST);
    Files.writeString(TOLD, "first run from the zip: " + ACTIONS.size() + " actions, " + told(all));
  }

  private static String told(Duration all) {
    return ACTIONS.entrySet().stream()
        .map(action -> "%s %.1f".formatted(action.getKey(), action.getValue().toMillis() / 1000.0))
        .collect(Collectors.joining(", ", "%d s (".formatted(all.toSeconds()), ")"))
        .concat(alone ? ", without a network\n" : "\n");
  }

  @Test
  @Order(2)
  void theFirstStartLeftAnArchiveOfClassesThatFits() throws Exception {
    Told version = bidui("--version");

    assertThat(version.exit()).isZero();
    assertThat(version.text())
        .as("nothing is made ready again")
        .matches("bidui \\S+( \\(.*\\))?\\R");
    assertThat(program.resolve("lib/bidui.jsa")).isRegularFile();
  }

  /** Nothing of the program may have changed but what its first start adds. */
  @Test
  @Order(3)
  void theChecksumsHoldAfterUse() throws Exception {
    for (String sum : Files.readAllLines(program.resolve("SHA256SUMS"))) {
      assertThat(ProgramFolder.sha256(Files.readAllBytes(program.resolve(sum.substring(66)))))
          .as(sum.substring(66))
          .isEqualTo(sum.substring(0, 64));
    }
  }

  @Test
  @Order(4)
  void onATerminalInitAsksAndTakesWhatIsTyped() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script(1)");
    Path home = folder.resolve("工作 目录");
    Path command =
        Files.writeString(folder.resolve("init.sh"), "exec '" + program + "/bin/bidui' init\n");

    Told told =
        run(
            program,
            Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"),
            home + "\n青石县教育局\n一小、二小\n",
            "script",
            "-qec",
            "bash '" + command + "'",
            "/dev/null");

    assertThat(told.exit()).as(told.text()).isZero();
    assertThat(told.text()).contains("工作目录（名单、报告和记录都在里面）[", "报送单位，各建一个收件子文件夹", "已建好工作目录：" + home);
    assertThat(home.resolve("inbox/一小")).isDirectory();
    assertThat(home.resolve("bidui.yml")).content().contains("unit: \"青石县教育局\"\n");
    assertThat(home.resolve("先看这里.txt"))
        .content()
        .contains("'" + program + "/bin/install' --timer --home '" + home + "'");
  }

  @Test
  @Order(5)
  void anOlderJavaIsToldApartBeforeItStumbles() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jre8/bin"));
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"1.8.0_412\"\n");
    Files.copy(found("bash"), old.resolve("java"));

    Told told =
        run(
            program,
            Map.of("PATH", tools.toString(), "JAVA_HOME", old.getParent().toString()),
            null,
            "bin/bidui",
            "--version");

    assertThat(told.exit()).isEqualTo(70);
    assertThat(told.text())
        .startsWith("bidui: this is an older Java")
        .contains("17 or newer is needed");
  }

  @Test
  @Order(6)
  void theDebianPackageIsInstalledItsTimerFiresAndItIsRemoved() throws Exception {
    Told told = run(Path.of(""), Map.of(), null, "scripts/try-deb", made(".deb").toString());

    assumeTrue(told.exit() != 77, told.text());
    assertThat(told.exit()).as(told.text()).isZero();
    assertThat(told.text())
        .contains(
            "ok    the timer fires and the night is published",
            "ok    the record is left even then");
  }
}
