package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.store.ServerLook;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the command line: the same keys in both languages, and the keys that code uses. */
class CommandTextsTest {

  private static final Path SOURCES = Path.of("src/main/java/cn/bidui/cli");

  @ParameterizedTest
  @ValueSource(strings = {"cli", "usage", "database", "status"})
  void bothLanguagesHaveTheSameKeys(String catalog) throws IOException {
    assertThat(texts(catalog + "_en").stringPropertyNames())
        .isEqualTo(texts(catalog).stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cli",
        "cli_en",
        "usage",
        "usage_en",
        "database",
        "database_en",
        "status",
        "status_en"
      })
  void noTextIsBlank(String catalog) throws IOException {
    assertThat(texts(catalog).values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
  }

  /** Keys that end in a dot are put together with a code. */
  @Test
  void everyKeyThatTheCodeNamesIsThereAndNoOther() throws IOException {
    Set<String> named = named("\"(cli\\.[a-z0-9.-]+)\"");
    Set<String> known = texts("cli").stringPropertyNames();

    assertThat(named).allSatisfy(key -> assertThat(known).anyMatch(text -> names(key, text)));
    assertThat(known).allSatisfy(text -> assertThat(named).anyMatch(key -> names(key, text)));
  }

  @Test
  void everyTextAboutDatabasesIsNamedByTheCode() throws IOException {
    Set<String> named = named("\"(database\\.[a-z0-9.-]+)\"");
    assertThat(texts("database").stringPropertyNames())
        .allSatisfy(
            text ->
                assertThat(named)
                    .anyMatch(key -> names(key, text.replaceFirst("-unpublished$", ""))));
    for (ServerLook.Why why : ServerLook.Why.values()) {
      assertThat(texts("database")).containsKey("database.server." + why.code());
    }
  }

  @Test
  void everyOptionAndArgumentHasItsDescription() throws IOException {
    assertThat(texts("usage").stringPropertyNames())
        .containsAll(named("descriptionKey = \"([a-z0-9.-]+)\""));
  }

  private static boolean names(String key, String text) {
    return key.endsWith(".") ? text.startsWith(key) : text.equals(key);
  }

  private static Set<String> named(String pattern) throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
        code.append(Files.readString(source));
      }
    }
    return Pattern.compile(pattern)
        .matcher(code)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll(pattern, "$1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String catalog) throws IOException {
    Properties texts = new Properties();
    try (InputStream stream =
        CommandTextsTest.class.getResourceAsStream("/messages/" + catalog + ".properties")) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
