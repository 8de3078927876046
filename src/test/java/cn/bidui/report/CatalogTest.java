package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.score.Goal;
import cn.bidui.ledger.FindingState;
import cn.bidui.source.Field;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Path SOURCES = Path.of("src/main/java/cn/bidui/report");
  private static final Path CATALOGS = Path.of("src/main/resources/messages");
  private static final Pattern KEY = Pattern.compile("\"(report\\.[a-z0-9.-]*[a-z0-9])\"");

  private static Set<String> keys(String catalog) throws IOException {
    try (Stream<String> lines = Files.lines(CATALOGS.resolve(catalog))) {
      return new TreeSet<>(
          lines.filter(line -> line.startsWith("report.")).map(l -> l.split("=", 2)[0]).toList());
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(keys("report_en.properties")).isEqualTo(keys("report.properties"));
  }

  @Test
  void everyKeyThatTheRoomNamesIsThere() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      sources.filter(Files::isRegularFile).forEach(source -> named.addAll(named(source)));
    }
    assertThat(named).hasSizeGreaterThan(150).isSubsetOf(keys("report.properties"));
  }

  private static Set<String> named(Path source) {
    try {
      Set<String> named = new TreeSet<>();
      KEY.matcher(Files.readString(source)).results().forEach(key -> named.add(key.group(1)));
      return named;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void everythingThatIsChosenHasItsWords() {
    for (Words words : new Words[] {Words.ZH, new Words(Messages.EN)}) {
      assertThat(Stream.of(ListKind.values()).map(words::list)).doesNotContain("");
      assertThat(Stream.of(Field.values()).map(words::field)).doesNotContain("");
      assertThat(Stream.of(Severity.values()).map(words::severity)).doesNotContain("");
      assertThat(Stream.of(FindingState.values()).map(words::state)).doesNotContain("");
      assertThat(Stream.of(FileState.values()).map(words::fileState)).doesNotContain("");
      assertThat(Stream.of(Topic.values()).map(topic -> topic.label(words))).doesNotContain("");
      assertThat(Stream.of(Owner.values()).map(owner -> owner.label(words))).doesNotContain("");
      assertThat(Stream.of(Goal.values()).map(goal -> words.text("report.goal." + goal.code())))
          .doesNotContain("");
      Stream.of(FileState.values())
          .forEach(state -> words.text("report.feedback.verdict." + state.code()));
    }
  }

  @Test
  void noMessageOrdersOrScolds() throws IOException {
    assertThat(Files.readString(CATALOGS.resolve("report.properties")))
        .doesNotContain("非法", "无效", "禁止", "系统异常", "请");
  }

  @Test
  void aFindingOfAnEarlierVersionIsStillTold() {
    assertThat(Words.ZH.rule("rule-of-long-ago")).isEqualTo("rule-of-long-ago");
    assertThat(Words.ZH.why(new cn.bidui.judge.finding.Explanation("nowhere", java.util.List.of())))
        .isEqualTo("nowhere");
    assertThat(
            Words.ZH.note(
                new cn.bidui.ledger.FileEntry.Note("report.nowhere", java.util.List.of())))
        .isEqualTo("report.nowhere");
  }

  @Test
  void everyListHasAnOwner() {
    assertThat(Owner.of(ListKind.ROLL_CHANGES)).isEqualTo(Owner.ROLL);
    assertThat(Owner.of(ListKind.HARDSHIP)).isEqualTo(Owner.AID);
    assertThat(Owner.of(ListKind.CIVIL)).isEqualTo(Owner.CIVIL);
    assertThat(Owner.of(ListKind.DISABILITY)).isEqualTo(Owner.DISABILITY);
    assertThat(Owner.of(ListKind.PAYMENTS)).isEqualTo(Owner.OTHER);
  }

  @Test
  void rulesThatNoTopicNamesStandUnderCompleteness() {
    assertThat(Topic.of("enrolled-missing")).isEqualTo(Topic.QUALITY);
    assertThat(Topic.of("out-of-county")).isEqualTo(Topic.DROPOUT);
  }

  @Test
  void fileNamesAreSafeAndDiffer() {
    Folder folder = new Folder(Path.of("学校"));
    assertThat(folder.file("一小/分校:*?")).isEqualTo(Path.of("学校/一小_分校___.xlsx"));
    assertThat(folder.file("ABC")).isEqualTo(Path.of("学校/ABC.xlsx"));
    assertThat(folder.file("abc")).isEqualTo(Path.of("学校/abc (2).xlsx"));
    assertThat(Folder.safe("con")).isEqualTo("_con");
    assertThat(Folder.safe("..")).isEqualTo("_");
    assertThat(Folder.safe("校".repeat(99))).hasSize(60);
  }

  @Test
  void barsAreDrawnToScaleAndLabelsEscaped() {
    java.util.Map<String, Integer> values = new java.util.LinkedHashMap<>();
    values.put("<b>", 4);
    values.put("一", 1);
    values.put("无", 0);
    assertThat(BarChart.svg("a\"b", values))
        .contains("aria-label=\"a&quot;b\"", "&lt;b&gt;", "width=\"400\"", "width=\"100\"")
        .contains("width=\"0\"")
        .doesNotContain("<b>");
    assertThat(BarChart.svg("x", java.util.Map.of())).startsWith("<svg");
  }

  @Test
  void linksAreEncoded() {
    assertThat(Html.address("学校/a#b %.xlsx")).isEqualTo("%E5%AD%A6%E6%A0%A1/a%23b%20%25.xlsx");
  }
}
