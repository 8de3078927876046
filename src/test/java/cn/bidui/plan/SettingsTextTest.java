package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {

  private static final Settings.Database SERVER =
      new Settings.Database("jdbc:postgresql://h:5432/库", "bidui", "C:\\密\"码.txt");

  private static String with(String text) {
    return SettingsText.withDatabase(text, SERVER).orElseThrow();
  }

  @Test
  void onlyTheThreeValuesChangeInTheTemplate() throws IOException {
    String template;
    try (InputStream in = SettingsText.class.getResourceAsStream("/cn/bidui/cli/bidui.yml")) {
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String changed = with(template);

    assertThat(changed)
        .isEqualTo(
            template
                .replace("  url: \"\"\n", "  url: \"jdbc:postgresql://h:5432/库\"\n")
                .replace("  user: \"\"\n", "  user: \"bidui\"\n")
                .replace("  password-file: \"\"\n", "  password-file: \"C:\\\\密\\\"码.txt\"\n"));
    assertThat(SettingsText.withDatabase(changed, Settings.Database.EMBEDDED)).contains(template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unit: 云溪岭县 # 注",
        "unit: 𠮷县\r\ndatabase:\r\n  url: x # 说明\r\nthreads: 4\r\n",
        "database:\nthreads: 4\n",
        "database: {url: jdbc:h2:mem:x, user: a}\n",
        "database: {user: a}\n",
        "threads: 4\ndatabase:\n    # 说明\n    user: a\n",
        "database:\n  url:\n  user:\n  password-file:\n",
      })
  void howeverTheyAreWrittenTheRestStays(String text) {
    String valid = text.replace("url: x", "url: jdbc:h2:mem:x");
    String changed = with(valid);
    Mistakes mistakes = new Mistakes();
    assertThat(Settings.read("", changed, mistakes))
        .isEqualTo(Settings.read("", valid, new Mistakes()).with(SERVER));
    assertThat(mistakes.none()).isTrue();
    valid
        .lines()
        .filter(line -> line.contains("#"))
        .forEach(line -> assertThat(changed).contains(line.substring(line.indexOf('#'))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"database: 5\n", "threads: x\n", "database:\n\turl: x\n", "other: 1\n"})
  void whatIsWrongIsNotChanged(String text) {
    assertThat(SettingsText.withDatabase(text, SERVER)).isEmpty();
  }
}
