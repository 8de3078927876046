package cn.bidui.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.bidui.cli.Bidui;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed, and that nothing of the machine gets into it. */
class MakeReleaseTest {

  private static final Build BUILD =
      new Build("0.1.0", "df7dc0f1a2b3", Instant.parse("2026-11-23T00:07:54Z"));
  private static final byte[] BILL =
      "{\"bomFormat\" : \"CycloneDX\"}\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path folder;
  private static final SortedMap<String, ZipArchiveEntry> ENTRIES = new TreeMap<>();
  private static final SortedMap<String, byte[]> FILES = new TreeMap<>();

  /** The sources of this build, with a program of two small jars. */
  @BeforeAll
  static void pack() throws IOException {
    Path parts = Files.createDirectories(folder.resolve("parts/libraries"));
    Files.writeString(parts.resolve("a-1.jar"), "a");
    Files.writeString(parts.resolveSibling("bidui.jar"), "bidui");
    make("one");
    try (ZipFile zip = ZipFile.builder().setPath(folder.resolve("one/bidui-0.1.0.zip")).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String name = entry.getName().replaceFirst("^bidui-0.1.0/", "");
        ENTRIES.put(name, entry);
        FILES.put(name, zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static List<Path> make(String out) throws IOException {
    return MakeRelease.make(Path.of(""), folder.resolve("parts"), BILL, BUILD, folder.resolve(out));
  }

  private static String text(String file) {
    return new String(FILES.get(file), StandardCharsets.UTF_8);
  }

  @Test
  void anotherZoneGivesTheSameBytes() throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      for (Path made : make("two")) {
        assertThat(made)
            .hasSameBinaryContentAs(folder.resolve("one").resolve(made.getFileName().toString()));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void theProgramFolderHoldsWhatItsUsersNeedAndNoMore() {
    assertThat(FILES.keySet())
        .contains(
            "bin/bidui",
            "bin/bidui.cmd",
            "bin/init.cmd",
            "bin/demo.cmd",
            "conf/bidui.example.yml",
            "docs/handbook.zh.md",
            "docs/pictures/morning-page.png",
            "jobs/nightly/job.yml",
            "lib/bidui.jar",
            "lib/libraries/a-1.jar",
            "samples/night-1/inbox/受助学生名单_20251102.csv",
            "sbom.cdx.json",
            "先看这里.txt",
            "LICENSE",
            "SHA256SUMS",
            "VERSION")
        .noneMatch(
            name -> name.startsWith("bin/") && name.matches(".*(check|bench|release|try-deb).*"));
    assertThat(text("VERSION")).isEqualTo("bidui 0.1.0 (df7dc0f1a2b3, 2026-11-23T00:07:54Z)\n");
    assertThat(text("conf/bidui.example.yml")).startsWith("# Bidui 比对 —— 本工作目录的设置");
  }

  @Test
  void everyFileHasItsChecksum() {
    List<String> sums = text("SHA256SUMS").lines().toList();

    assertThat(sums).hasSize(FILES.size() - 1);
    assertThat(sums)
        .allSatisfy(
            sum ->
                assertThat(ProgramFolder.sha256(FILES.get(sum.substring(66))))
                    .isEqualTo(sum.substring(0, 64)));
  }

  @Test
  void onlyScriptsMayBeStartedAndTimesAreThatOfTheCommit() {
    assertThat(ENTRIES)
        .allSatisfy(
            (name, entry) -> {
              // PowerShell asks for no mark; what lies in a folder of its own is a template.
              boolean script =
                  name.startsWith("bin/") && !name.contains(".d/") && !name.endsWith(".ps1");
              assertThat(entry.getUnixMode()).as(name).isEqualTo(script ? 0100755 : 0100644);
              assertThat(entry.getTimeLocal()).isEqualTo(BUILD.local());
              assertThat(entry.getGeneralPurposeBit().usesUTF8ForNames()).isTrue();
            });
  }

  @Test
  void scriptsForWindowsAreGbkWithItsLineEnds() {
    Charset gbk = Charset.forName("GBK");

    assertThat(FILES.keySet().stream().filter(name -> name.endsWith(".cmd")).toList())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            name -> {
              String script = new String(FILES.get(name), gbk);
              assertThat(script.replace("\r\n", "")).as(name).doesNotContain("\r", "\n");
              assertThat(script.getBytes(gbk)).isEqualTo(FILES.get(name));
              assertThat(script).startsWith("@echo off\r\n").doesNotContain("\uFFFD");
            });
    assertThat(new String(FILES.get("bin/init.cmd"), gbk)).contains("工作目录", "chcp 936");
    assertThat(text("先看这里.txt")).startsWith("\uFEFFBidui 比对").contains("\r\n一、建工作目录");
  }

  /**
   * The interpreter reads a script in the code page of the console, which differs from one to the
   * next.
   */
  @Test
  void theScriptThatSetsTheCodePageItselfIsPlain() {
    assertThat(text("bin/bidui.cmd")).matches("[\\r\\n -~]*");
  }

  /** A path with blanks, brackets or an ampersand must not fall apart. */
  @Test
  void pathsInScriptsForWindowsStandInQuotes() {
    String paths = "%(ROOT|JAR|JAVA|CLASSES|HOME_DIR|PAGE|MADE|~dp0)%?";
    for (String name : List.of("bin/bidui.cmd", "bin/init.cmd", "bin/demo.cmd")) {
      String script = new String(FILES.get(name), Charset.forName("GBK"));
      assertThat(
              script
                  .lines()
                  .filter(
                      line ->
                          !line.startsWith("rem ")
                              && !line.matches(" *(chcp|for /f) .*|.*%PAGE% >nul"))
                  .map(line -> line.replaceAll("\"[^\"]*\"", ""))
                  .filter(line -> !line.matches(" *echo .*"))
                  .filter(line -> line.matches(".*" + paths + ".*")))
          .as(name)
          .isEmpty();
    }
  }

  /** The interpreter tells of a label that is not there only when it gets there. */
  @Test
  void everyLabelThatAScriptForWindowsGoesToIsThere() {
    var jump = java.util.regex.Pattern.compile("(?:goto |call :)([a-z]+)");
    for (String name : List.of("bin/bidui.cmd", "bin/init.cmd", "bin/demo.cmd")) {
      String script = new String(FILES.get(name), Charset.forName("GBK"));
      assertThat(jump.matcher(script).results().map(found -> "\n:" + found.group(1) + "\r\n"))
          .as(name)
          .allSatisfy(label -> assertThat(script).contains(label));
    }
  }

  @Test
  void theOptionsThatWindowsPassesOnAreThere() {
    String script = new String(FILES.get("bin/init.cmd"), Charset.forName("GBK"));
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      Bidui.execute("init", "--help");
    } finally {
      System.setOut(out);
    }

    assertThat(java.util.regex.Pattern.compile(" --[a-z]+").matcher(script).results())
        .hasSizeGreaterThan(3)
        .filteredOn(option -> !option.group().equals(" --prepare"))
        .allSatisfy(
            option -> assertThat(said.toString(StandardCharsets.UTF_8)).contains(option.group()));
  }

  @Test
  void linksOfTheManualLeadToFilesThatCameAlong() {
    var links = java.util.regex.Pattern.compile("]\\((?!http|#)([^)#]+)[^)]*\\)");
    for (String page : List.of("docs/handbook.zh.md", "docs/privacy.zh.md", "docs/problems.md")) {
      assertThat(links.matcher(text(page)).results().map(link -> link.group(1)).toList())
          .as(page)
          .allSatisfy(
              link ->
                  assertThat(FILES)
                      .containsKey(Path.of(page).resolveSibling(link).normalize().toString()));
    }
  }

  @Test
  void theImageIsMadeOfFilesOfTheZipAndDoesNotRunAsRoot() {
    List<String> lines =
        text("Dockerfile")
            .replace("\\\n", " ")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<String> verbs =
        lines.stream().filter(line -> !line.isBlank()).map(line -> line.split(" ", 2)[0]).toList();
    List<String> copied =
        lines.stream()
            .filter(line -> line.startsWith("COPY "))
            .map(line -> line.split(" ", -1))
            .flatMap(words -> List.of(words).subList(1, words.length - 1).stream())
            .toList();

    assertThat(verbs)
        .startsWith("FROM", "RUN", "ENV", "COPY")
        .containsSubsequence("USER", "VOLUME", "HEALTHCHECK", "CMD")
        .isSubsetOf(
            "FROM", "RUN", "ENV", "COPY", "USER", "WORKDIR", "VOLUME", "HEALTHCHECK", "CMD");
    assertThat(lines).contains("USER 10001");
    // A warning of doctor must not have the container started again.
    assertThat(lines)
        .filteredOn(line -> line.startsWith("HEALTHCHECK"))
        .singleElement()
        .asString()
        .endsWith(" CMD bidui jobs --alarm || exit 1");
    assertThat(copied)
        .allSatisfy(
            from ->
                assertThat(FILES.keySet())
                    .anyMatch(name -> name.equals(from) || name.startsWith(from + "/")))
        .allSatisfy(from -> assertThat(text(".dockerignore")).contains("\n!" + from + "\n"));
  }

  private static SortedMap<String, byte[]> members() throws IOException {
    SortedMap<String, byte[]> members = new TreeMap<>();
    try (InputStream stream = Files.newInputStream(folder.resolve("one/bidui_0.1.0_all.deb"));
        ArArchiveInputStream deb = new ArArchiveInputStream(stream)) {
      for (ArArchiveEntry member = deb.getNextEntry();
          member != null;
          member = deb.getNextEntry()) {
        members.put(member.getName(), deb.readAllBytes());
      }
    }
    return members;
  }

  private static SortedMap<String, TarArchiveEntry> tar(
      byte[] bytes, SortedMap<String, String> texts) throws IOException {
    SortedMap<String, TarArchiveEntry> entries = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new ByteArrayInputStream(bytes)), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.put(entry.getName(), entry);
        texts.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void theDebianPackageTellsWhatDpkgHasToKnow() throws IOException {
    SortedMap<String, byte[]> members = members();
    SortedMap<String, String> control = new TreeMap<>();
    tar(members.get("control.tar.gz"), control);
    SortedMap<String, String> data = new TreeMap<>();
    tar(members.get("data.tar.gz"), data);

    assertThat(members.keySet()).containsExactly("control.tar.gz", "data.tar.gz", "debian-binary");
    assertThat(control.get("./control"))
        .contains("Package: bidui\nVersion: 0.1.0\nArchitecture: all\n", "java17-runtime-headless")
        .doesNotContain("@VERSION@", "@SIZE@");
    assertThat(control.keySet())
        .containsExactly("./control", "./md5sums", "./postinst", "./postrm", "./prerm");
    assertThat(control.get("./md5sums").lines())
        .hasSize((int) data.keySet().stream().filter(name -> !name.endsWith("/")).count());
  }

  @Test
  void theDebianPackagePutsRootsFilesWhereTheyBelong() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    SortedMap<String, TarArchiveEntry> data = tar(members().get("data.tar.gz"), texts);

    assertThat(data.keySet())
        .contains(
            "./",
            "./usr/lib/bidui/lib/libraries/",
            "./usr/lib/bidui/lib/bidui.jar",
            "./usr/bin/bidui",
            "./usr/lib/systemd/system/bidui-run.timer",
            "./usr/lib/systemd/system/bidui-alarm.timer",
            "./usr/share/doc/bidui/copyright")
        .noneMatch(name -> name.endsWith(".cmd") || name.startsWith("./var"));
    assertThat(data.values())
        .allSatisfy(
            entry -> {
              assertThat(entry.getUserName() + ":" + entry.getLongUserId()).isEqualTo("root:0");
              assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(BUILD.time());
              assertThat(entry.getMode() & 0777)
                  .as(entry.getName())
                  .isEqualTo(
                      entry.isDirectory() || entry.getName().matches(".*/bin/[a-z]+")
                          ? 0755
                          : 0644);
            });
    assertThat(texts.get("./usr/lib/systemd/system/bidui-run.service"))
        .contains(
            "User=bidui\n",
            "ExecStart=\"/usr/lib/bidui/bin/bidui\" run ",
            "--home \"/var/lib/bidui\"")
        .doesNotContain("@PROGRAM@", "@HOME@", "@USER@");
  }

  /** No script of the package removes the work folder, not even on purge. */
  @Test
  void noPackageManagerDeletesTheRecord() throws IOException {
    for (String script : List.of("prerm", "postrm")) {
      assertThat(Files.readString(Path.of("scripts/release.d/deb").resolve(script)))
          .doesNotContainPattern("rm -r|rmdir|deluser|userdel|rm [^\n]*/var/lib/bidui");
    }
  }

  @Test
  void dpkgReadsThePackage() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb");
    Process dpkg =
        new ProcessBuilder(
                "dpkg-deb", "--info", folder.resolve("one/bidui_0.1.0_all.deb").toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(dpkg.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("new Debian package, version 2.0", "Package: bidui");
    assertThat(dpkg.waitFor()).isZero();
  }

  @Test
  void theBillOfMaterialsComesFromTheJar() throws IOException {
    Path jar = folder.resolve("with.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("META-INF/sbom/application.cdx.json"));
      zip.write(BILL);
    }
    Path without = folder.resolve("without.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(without))) {
      zip.putNextEntry(new ZipEntry("a"));
    }

    assertThat(MakeRelease.bill(jar)).isEqualTo(BILL);
    assertThatThrownBy(() -> MakeRelease.bill(without))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Maven leaves it out when offline");
  }

  @Test
  void whatGbkDoesNotKnowStopsTheBuild() throws IOException {
    Path script = Files.writeString(folder.resolve("odd.cmd"), "echo 𠅤\n");

    assertThatThrownBy(() -> WindowsText.script("bin/odd.cmd", script).content().read())
        .isInstanceOf(IOException.class);
  }
}
