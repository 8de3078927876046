package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.DayOrder;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.KeyShape;
import cn.bidui.plan.LinkPlan.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/link-plans.md says is so. */
class LinkPlansPageTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/link-plans.md"));
  }

  static Stream<String> plans() throws IOException {
    return BLOCK.matcher(page()).results().map(block -> block.group(1));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyPlanOfThePageIsFaultless(String plan) {
    Mistakes mistakes = new Mistakes();

    LinkPlan.read("page", plan, mistakes);

    assertThat(mistakes.all()).isEmpty();
  }

  @Test
  void thePageHasItsExamples() throws IOException {
    assertThat(plans().map(LinkPlansPageTest::name))
        .contains("febrl4", "duplicates", "products", "papers");
  }

  private static String name(String plan) {
    return plan.lines()
        .filter(line -> line.startsWith("plan: "))
        .findFirst()
        .orElse("")
        .replace("plan: ", "");
  }

  @Test
  void theFirstExampleIsTheShippedPlan() throws IOException {
    String shipped = Files.readString(Path.of("jobs/link/febrl4.yml"));
    String withoutHead = shipped.substring(shipped.indexOf("plan: "));

    assertThat(plans()).contains(withoutHead);
  }

  @Test
  void everyWordOfAPlanIsExplained() throws IOException {
    String page = page();
    List<Class<? extends Enum<?>>> words =
        List.of(
            Outcome.class, FieldKind.class, DayOrder.class, KeyShape.class, ComparisonKind.class);

    assertThat(words.stream().flatMap(type -> Arrays.stream(type.getEnumConstants())))
        .allSatisfy(
            word ->
                assertThat(page)
                    .containsPattern("`" + LinkPlan.word((Enum<?>) word) + "(\\(.*)?`"));
  }
}
