package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/policies.md says is so. */
class PoliciesPageTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/policies.md"));
  }

  static Stream<String> files() throws IOException {
    return BLOCK.matcher(page()).results().map(block -> block.group(1));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileOfThePageIsFaultless(String file) {
    Mistakes mistakes = new Mistakes();

    new PolicyCheck(List.of(PolicyFixture.file("national")), mistakes)
        .check(new NamedText("page", file));

    assertThat(mistakes.all()).isEmpty();
  }

  @Test
  void thePageHasItsExamples() throws IOException {
    assertThat(files()).hasSize(4);
  }

  /** Every key that the reader allows, as the code of the reader names it. */
  @Test
  void everyKeyIsExplained() throws IOException {
    String page = page();
    String code =
        Files.readString(Path.of("src/main/java/cn/bidui/plan/PolicyReader.java"))
            + Files.readString(Path.of("src/main/java/cn/bidui/plan/PolicyCheck.java"))
            + Files.readString(Path.of("src/main/java/cn/bidui/plan/StandardReader.java"))
            + Files.readString(Path.of("src/main/java/cn/bidui/plan/AmountReader.java"));
    List<String> keys =
        Pattern.compile("\\.at\\(\"([a-z-]+)\"\\)|has\\(\"([a-z]+)\"\\)")
            .matcher(code)
            .results()
            .map(PoliciesPageTest::key)
            .distinct()
            .toList();

    assertThat(keys).contains("within", "tiers", "entered", "paid-within", "spellings");
    assertThat(keys).allSatisfy(key -> assertThat(page).containsPattern("`" + key + "[`:]"));
  }

  private static String key(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  @Test
  void everyWordIsExplained() throws IOException {
    String page = page();
    Stream<Enum<?>> words =
        Stream.of(
                Category.values(),
                Stage.values(),
                Boarding.values(),
                Province.values(),
                Level.values(),
                Program.Payer.values())
            .flatMap(Arrays::stream);

    assertThat(words)
        .allSatisfy(word -> assertThat(page).contains("`" + PolicyWords.code(word) + "`"));
    assertThat(Category.values())
        .allSatisfy(
            category -> assertThat(page).contains("`" + category.code() + "` " + category.label()));
  }
}
