package cn.bidui.report.forms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTextsTest {

  private static final Path SOURCES = Path.of("src/main/java/cn/bidui/report/forms");
  private static final Pattern NAMED =
      Pattern.compile("\"((?:form\\.)?(?:dossier|written|notice|letter|office)\\.[a-z.-]+)\"");

  private static Set<String> keys(Messages messages) {
    return new TreeSet<>(messages.keys("form."));
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(keys(Messages.EN)).hasSizeGreaterThan(100).isEqualTo(keys(Messages.ZH));
  }

  @Test
  void everyKeyThatAFormNamesIsThereAndNoOther() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.sorted().toList()) {
        NAMED
            .matcher(Files.readString(source))
            .results()
            .map(found -> "form." + found.group(1))
            .forEach(named::add);
      }
    }
    // Keys that end in a dot are put together with a code.
    assertThat(named)
        .hasSizeGreaterThan(90)
        .allSatisfy(key -> assertThat(keys(Messages.ZH)).anyMatch(text -> text.startsWith(key)));
    assertThat(keys(Messages.ZH))
        .filteredOn(
            key ->
                Stream.of("dossier", "letter", "notice", "written")
                    .anyMatch(key.substring(5)::startsWith))
        .allSatisfy(key -> assertThat(named).anyMatch(key::startsWith));
  }

  @Test
  void noTextFindsFaultWithTheReader() {
    List<String> rude = List.of("非法", "无效", "禁止", "系统异常");

    assertThat(keys(Messages.ZH))
        .allSatisfy(key -> assertThat(rude).noneMatch(Messages.ZH.text(key)::contains));
  }
}
