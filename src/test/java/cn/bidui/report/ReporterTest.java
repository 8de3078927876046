package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterTest {

  @TempDir private Path folder;

  private Path write(String name, NightReport night) throws IOException {
    Path target = Files.createDirectory(folder.resolve(name));
    new Reporter().write(night, target);
    return target;
  }

  private static Map<String, byte[]> tree(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString(), bytes(file)));
    }
    return files;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void aNightPublishesTheseFilesAndNoOthers() throws IOException {
    assertThat(tree(write("r", SmallCounty.night())).keySet())
        .containsExactlyInAnyOrder(
            "data/rejects.csv",
            "data/links.csv",
            "data/undecided.csv",
            "data/findings.csv",
            "data/cases.csv",
            "data/entitlements.csv",
            "data/run.json",
            "index.html",
            "清单/全部.html",
            "清单/个案.html",
            "清单/duplicate-roll.html",
            "清单/name-differs.html",
            "清单/never-enrolled.html",
            "清单/overpaid.html",
            "清单/status-conflict.html",
            "清单/unfunded-eligible.html",
            "清单/学校 白水镇小学.html",
            "清单/学校 青石镇中心小学.html",
            "清单/学校 （未落到学校）.html",
            "差异清单.xlsx",
            "疑似辍学台账.xlsx",
            "控制总账.xlsx",
            "指标.xlsx",
            "学校/青石镇中心小学.xlsx",
            "学校/白水小学.xlsx",
            "学校/白水镇小学.xlsx",
            "乡镇/青石镇.xlsx",
            "乡镇/白水镇.xlsx",
            "更正清单/资助系统.xlsx",
            "更正清单/学籍系统.xlsx",
            "更正清单/防返贫系统.xlsx");
  }

  @Test
  void theSameNightGivesTheSameBytesLaterExceptRunJson() throws Exception {
    Map<String, byte[]> first = tree(write("a", SmallCounty.night()));
    // Container times count in steps of two seconds.
    Thread.sleep(2100);
    Map<String, byte[]> second = tree(write("b", new SmallCounty().took(2).build()));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    assertThat(first.keySet().stream().filter(f -> !Arrays.equals(first.get(f), second.get(f))))
        .containsExactly("data/run.json");
  }

  @Test
  void thePageIsSelfContainedAndNamesNoPerson() throws IOException {
    String page = Files.readString(write("r", SmallCounty.night()).resolve("index.html"));
    assertThat(page)
        .doesNotContain("http://", "https://", "src=", "<script", "@import", "url(")
        .doesNotContain("安安", "白博", "乔乔", "990101");
  }

  @Test
  void everyLinkOfThePageLeadsToAFile() throws IOException {
    Path root = write("r", SmallCounty.night());
    Matcher link =
        Pattern.compile("href=\"([^\"]+)\"").matcher(Files.readString(root.resolve("index.html")));
    int links = 0;
    for (; link.find(); links++) {
      String[] parts = link.group(1).split("#", 2);
      String path = java.net.URLDecoder.decode(parts[0], java.nio.charset.StandardCharsets.UTF_8);
      Path file = path.isEmpty() ? root.resolve("index.html") : root.resolve(path);
      assertThat(file).exists();
      if (parts.length == 2) {
        assertThat(Files.readString(file)).contains("id=\"" + parts[1] + "\"");
      }
    }
    assertThat(links).isEqualTo(50);
  }

  @Test
  void noWorkbookTellsTheRunOrTheHour() throws IOException {
    Path root = write("r", SmallCounty.night());
    Map<String, String> parts = Opened.parts(root.resolve("差异清单.xlsx"));
    assertThat(parts.get("docProps/core.xml"))
        .contains("<dc:creator>Bidui</dc:creator>", "2026-05-12T00:00:00Z")
        .doesNotContain("2026-05-11");
    assertThat(parts.values()).noneMatch(part -> part.contains("R-7") || part.contains("f00d"));
    assertThat(parts.keySet().iterator().next()).isEqualTo("[Content_Types].xml");
  }

  @Test
  void noHalfWrittenSheetIsLeftBehind() throws IOException {
    Path root = write("r", SmallCounty.night());
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".") || name.endsWith(".xml"));
    }
  }
}
