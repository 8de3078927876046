package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Path CATALOGS = Path.of("src/main/resources/messages");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

  @Test
  void aTextIsChineseOrEnglishWithItsWordsFilledIn() {
    assertThat(Messages.ZH.text("sample.rows", 12345, "甲")).isEqualTo("甲有12345行");
    assertThat(Messages.EN.text("sample.rows", 12345, "A")).isEqualTo("A's rows: 12345");
    assertThat(Messages.of("zh")).isSameAs(Messages.ZH);
    assertThat(Messages.of("en")).isSameAs(Messages.EN);
  }

  @Test
  void oneThingIsNotSeveral() {
    assertThat(Messages.EN.text("sample.files", 1)).isEqualTo("1 file");
    assertThat(Messages.EN.text("sample.files", "0")).isEqualTo("0 files");
    assertThat(Messages.EN.text("sample.files", 12345)).isEqualTo("12345 files");
    assertThat(Messages.EN.text("sample.files", "1,234")).isEqualTo("1,234 files");
    assertThat(Messages.ZH.text("sample.files", 1)).isEqualTo("1 份");
  }

  @Test
  void aCatalogSaysWhichKeysItHas() {
    assertThat(Messages.ZH.has("sample.rows")).isTrue();
    assertThat(Messages.ZH.has("sample.columns")).isFalse();
  }

  @Test
  void aKeyWithoutACatalogIsABug() {
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> Messages.ZH.text("rows"));
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> Messages.ZH.text("absent.rows"));
  }

  @Test
  void everyCatalogHasTheSameKeysInBothLanguages() throws IOException {
    for (Path chinese : chineseCatalogs()) {
      assertThat(keys(english(chinese))).as(chinese.toString()).isEqualTo(keys(chinese));
    }
  }

  @Test
  void everyTextUsesTheSameWordsInBothLanguages() throws IOException {
    List<String> differing = new ArrayList<>();
    for (Path chinese : chineseCatalogs()) {
      Properties zh = load(chinese);
      Properties en = load(english(chinese));
      for (String key : keys(chinese)) {
        if (!arguments(zh.getProperty(key)).equals(arguments(en.getProperty(key, "")))) {
          differing.add(key);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void everyTextCanBeFormatted() throws IOException {
    List<String> unfilled = new ArrayList<>();
    Object[] words = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"};
    for (Path chinese : chineseCatalogs()) {
      if (chinese.endsWith("usage.properties")) {
        // Picocli reads this one, by keys of its own.
        continue;
      }
      for (String key : keys(chinese)) {
        for (Messages messages : List.of(Messages.ZH, Messages.EN)) {
          if (ARGUMENT.matcher(messages.text(key, words)).find()) {
            unfilled.add(key);
          }
        }
      }
    }
    assertThat(unfilled).isEmpty();
  }

  private static List<Path> chineseCatalogs() throws IOException {
    if (!Files.isDirectory(CATALOGS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(CATALOGS)) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith("_en.properties"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Path english(Path chinese) {
    String name = chinese.getFileName().toString();
    return chinese.resolveSibling(name.replace(".properties", "_en.properties"));
  }

  private static SortedSet<String> keys(Path catalog) throws IOException {
    return new TreeSet<>(load(catalog).stringPropertyNames());
  }

  private static SortedSet<String> arguments(String pattern) {
    return ARGUMENT
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(Path catalog) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(catalog, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
