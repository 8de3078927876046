package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.BiduiApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Files made to do harm, in one night with good ones, in a process that is watched from outside.
 */
class HostileNightTest {

  private static final String FIRST = Sample.asOf(1);
  private static final Path QUIRKS = Sample.INPUTS.resolve("quirks");
  private static final int GOOD = 9;
  private static final int ENTRIES = 100_001;

  private static final List<String> REFUSED =
      List.of(
          "zip-bomb.xlsx",
          "billion-laughs.xlsx",
          "external-entity.xlsx",
          "doctype.xlsx",
          "xml2003-doctype.xls",
          "duplicate-entry.xlsx",
          "crc-mismatch.xlsx");

  @TempDir private Path folder;

  @Test
  void theGoodOnesAreTakenTheBadOnesAnsweredAndNobodyIsCalled() throws Exception {
    Office office = Office.open(folder.resolve("home"));
    byte[] plain = Files.readAllBytes(QUIRKS.resolve("xlsx-transitional.xlsx"));
    for (String name : REFUSED) {
      office.drop(name, Files.readAllBytes(QUIRKS.resolve(name)));
    }
    office.drop("十万项.xlsx", manyEntries(plain));
    office.drop("自称四GB.xlsx", saidToBeLarge(plain));
    office.drop("外部链接.xlsx", with(plain, "xl/externalLinks/externalLink1.xml", EXTERNAL));
    office.drop("嵌入对象.xlsx", with(plain, "xl/embeddings/oleObject1.bin", "OLE".repeat(99)));
    office.drop("外部实体.xlsx", reading(plain, Files.writeString(folder.resolve("secret.txt"), "x")));
    office.drop("宏.xlsm", Files.readAllBytes(QUIRKS.resolve("xlsx-macro-enabled.xlsm")));
    List<String> lines = new String(Sample.bytes(1, "受助学生名单_20251102.csv"), "GBK").lines().toList();
    for (int i = 0; i < GOOD; i++) {
      String one = lines.get(0) + "\n" + lines.get(2 + i) + "\n";
      office.drop("好" + i + ".csv", one.getBytes(StandardCharsets.UTF_8));
    }
    long began = System.nanoTime();

    Path said = folder.resolve("said.txt");
    Process process = start(said, "run", "--as-of", FIRST, "--home", office.home().toString());
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

    String all = Files.readString(said);
    assertThat(process.exitValue()).as(all).isEqualTo(3);
    assertThat(all).doesNotContain("OutOfMemory", "Exception");
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(240);
    Map<String, String> states = new TreeMap<>();
    for (JsonNode file : office.runJson(FIRST).get("files")) {
      states.put(file.get("name").asString(), file.get("state").asString());
    }
    for (int i = 0; i < GOOD; i++) {
      // Each speaks for the county, so that the next one takes its place.
      assertThat(states.get("好" + i + ".csv")).isEqualTo(i < GOOD - 1 ? "superseded" : "accepted");
    }
    for (String name : REFUSED) {
      assertThat(states).containsEntry(name, "refused");
    }
    assertThat(states).containsEntry("十万项.xlsx", "refused").containsEntry("外部实体.xlsx", "refused");
    // Its size is measured, not believed: it says the same as the one with the link.
    assertThat(states)
        .containsEntry("外部链接.xlsx", "accepted")
        .containsEntry("自称四GB.xlsx", "duplicate");
    assertThat(office.waiting()).isEmpty();
    assertThat(Office.files(office.feedback()))
        .filteredOn(path -> path.toString().endsWith("__未通过.xlsx"))
        .hasSizeGreaterThanOrEqualTo(REFUSED.size() + 1);
    if (watched()) {
      String calls = Files.readString(folder.resolve("calls.txt"));
      assertThat(calls.lines().filter(line -> line.contains("AF_INET"))).isEmpty();
      assertThat(calls).doesNotContain("secret.txt").contains("bidui.yml");
    }
  }

  private static final String EXTERNAL =
      "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<ddeLink ddeService=\"cmd\" ddeTopic=\"/C calc\"/></externalLink>";

  private static boolean watched() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "strace")));
  }

  private Process start(Path said, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    if (watched()) {
      line.addAll(List.of("strace", "-f", "-qq", "-e", "trace=connect,open,openat", "-o"));
      line.add(folder.resolve("calls.txt").toString());
    }
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    line.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(BiduiApplication.class.getName());
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  private byte[] with(byte[] workbook, String part, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      copy(workbook, zip);
      zip.putNextEntry(new ZipEntry(part));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** Its sheet asks for the text of {@code secret}. */
  private byte[] reading(byte[] workbook, Path secret) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String entity = "?><!DOCTYPE x [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    Path file = Files.write(folder.resolve("plain.xlsx"), workbook);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : Zip.parts(file).entrySet()) {
        boolean sheet = part.getKey().startsWith("xl/worksheets/sheet");
        String text = sheet ? part.getValue().replaceFirst("\\?>", entity) : part.getValue();
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private byte[] manyEntries(byte[] workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      copy(workbook, zip);
      for (int i = 0; i < ENTRIES; i++) {
        zip.putNextEntry(new ZipEntry("x/" + i));
      }
    }
    return out.toByteArray();
  }

  private void copy(byte[] workbook, ZipOutputStream zip) throws IOException {
    Path file = Files.write(folder.resolve("plain.xlsx"), workbook);
    for (Map.Entry<String, String> part : Zip.parts(file).entrySet()) {
      zip.putNextEntry(new ZipEntry(part.getKey()));
      zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** In the list of contents, every entry claims to unpack to four gigabytes but one byte. */
  private static byte[] saidToBeLarge(byte[] workbook) {
    byte[] bytes = workbook.clone();
    for (int i = 0; i + 46 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 24] = (byte) 0xFE;
        bytes[i + 25] = (byte) 0xFF;
        bytes[i + 26] = (byte) 0xFF;
        bytes[i + 27] = (byte) 0xFF;
      }
    }
    return bytes;
  }
}
