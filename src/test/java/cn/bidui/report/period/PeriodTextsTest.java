package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of periodic reports: complete in both languages, and none that nobody uses. */
class PeriodTextsTest {

  private static final Path SOURCES = Path.of("src/main/java/cn/bidui");
  private static final Pattern TEXT = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([a-z0-9.-]+)\"");
  private static final Pattern KEY = Pattern.compile("\"period\\.([a-z0-9.-]+[a-z0-9])\"");

  private static Set<String> named() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
    }
    Set<String> named = new TreeSet<>();
    for (Path file : files) {
      String source = Files.readString(file);
      if (file.getParent().endsWith("period")) {
        TEXT.matcher(source).results().forEach(each -> named.add(each.group(1)));
      }
      KEY.matcher(source).results().forEach(each -> named.add(each.group(1)));
    }
    // The name of a file.
    named.remove("css");
    return named;
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(Messages.EN.keys("period."))
        .isEqualTo(Messages.ZH.keys("period."))
        .hasSizeGreaterThan(200);
  }

  @Test
  void everyKeyThatTheCodeNamesIsThere() throws IOException {
    assertThat(named())
        .hasSizeGreaterThan(60)
        .allMatch(
            key ->
                key.endsWith(".")
                    ? !Messages.ZH.keys("period." + key).isEmpty()
                    : Messages.ZH.has("period." + key));
  }

  @Test
  void everyColumnOfEveryTableHasItsTitle() {
    for (Period.Kind kind : Period.Kind.values()) {
      String code =
          switch (kind) {
            case MONTH -> "2026-10";
            case QUARTER -> "2026Q4";
            case HALF_YEAR -> "2026H2";
          };
      PeriodFigures figures =
          new PeriodFigures(
              Period.find(code).orElseThrow(),
              "",
              List.of(),
              List.of(),
              List.of(),
              new java.util.TreeMap<>(),
              cn.bidui.ledger.Figures.EMPTY);
      PeriodDocument report = PeriodReports.of(figures, true);
      assertThat(Stream.concat(report.front().stream(), report.further().stream()))
          .allSatisfy(
              table ->
                  assertThat(table.heads()).extracting(PeriodTable.Head::title).doesNotContain(""));
    }
  }

  @Test
  void noMessageOrdersOrScolds() {
    assertThat(Messages.ZH.keys("period."))
        .noneMatch(
            key ->
                Stream.of("非法", "无效", "禁止", "系统异常", "请").anyMatch(Messages.ZH.text(key)::contains));
  }
}
