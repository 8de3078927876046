package cn.bidui.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.night.RuleCard;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextsTest {

  private static final Map<String, String> UNITS =
      Map.of("days", "天", "grades", "个年级", "pupils", "人");

  private static final Path PAGE = Path.of("docs", "rules.md");

  static List<RuleCard> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasItsTextsInBothLanguages(RuleCard rule) {
    for (String text : List.of("title", "asks", "source", "closes")) {
      assertThat(Messages.ZH.text(rule.key(text))).isNotBlank();
      assertThat(Messages.EN.text(rule.key(text))).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "policy", "sheet"})
  void bothLanguagesHaveTheSameKeys(String catalog) throws IOException {
    assertThat(catalog("messages/" + catalog + "_en.properties").keySet())
        .isEqualTo(catalog("messages/" + catalog + ".properties").keySet());
  }

  @Test
  void sentencesAskAndDoNotJudge() throws IOException {
    assertThat(catalog("messages/rule.properties"))
        .allSatisfy(
            (key, text) -> {
              if (!key.equals("rule.id-invalid.title")) {
                assertThat(text).doesNotContain("非法", "无效", "禁止", "请");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void everySentenceIsThereInBothLanguages(String key) {
    Object[] words = {"甲", "乙", "丙", "丁", "戊", "己", "庚"};

    assertThat(Messages.ZH.text(key, words)).isNotBlank().doesNotContain("{");
    assertThat(Messages.EN.text(key, words)).isNotBlank().doesNotContain("{");
  }

  /** Every sentence that a rule may say; the tests of the rules see each of them once. */
  static Stream<String> sentences() {
    return Stream.of(
            "unfunded-eligible confirmed pending to-check area date guardian household",
            "unfunded-eligible recognized elsewhere moved",
            "underpaid sentence",
            "overpaid sentence",
            "wrong-standard sentence",
            "duplicate-aid twice excluded",
            "funded-not-enrolled sentence ended entering moved to-check",
            "funded-not-eligible sentence ended to-check",
            "never-enrolled sentence reason left entering to-check",
            "vanished-from-roll sentence to-check",
            "status-conflict blank out reason grade",
            "out-of-county sentence transferred to-check",
            "id-invalid length characters birth-date check-character precision-lost",
            "id-suspected-typo sentence missing student-number changed",
            "id-shared sentence",
            "name-differs sentence",
            "duplicate-roll sentence without-id",
            "school-or-grade-differs sentence",
            "undecided-identity sentence",
            "enrolled-missing sentence ended entering to-check differs",
            "enrolled-extra sentence ended entering to-check",
            "hardship-missing sentence stale pending to-check type level",
            "hardship-extra sentence unnamed off-roll entering to-check",
            "granted-not-paid sentence returned amount unclear guardian to-check",
            "paid-not-granted sentence to-check unclear",
            "shared-account sentence family unknown to-check",
            "school-missing sentence to-check",
            "program-missing sentence",
            "field-missing sentence column")
        .map(line -> line.split(" "))
        .flatMap(
            words -> Arrays.stream(words).skip(1).map(word -> "rule." + words[0] + "." + word));
  }

  @Test
  void noSentenceIsLeftThatNoRuleSays() throws IOException {
    Set<String> said = new TreeSet<>(sentences().toList());
    for (RuleCard rule : rules()) {
      List.of("title", "asks", "source", "closes").forEach(text -> said.add(rule.key(text)));
    }

    assertThat(catalog("messages/rule.properties").keySet()).isEqualTo(said);
  }

  @Test
  void rulesStandInTheOrderOfTheHandbook() {
    assertThat(rules())
        .extracting(RuleCard::code)
        .containsExactly(
            "unfunded-eligible",
            "underpaid",
            "overpaid",
            "wrong-standard",
            "duplicate-aid",
            "funded-not-enrolled",
            "funded-not-eligible",
            "never-enrolled",
            "vanished-from-roll",
            "status-conflict",
            "out-of-county",
            "id-invalid",
            "id-suspected-typo",
            "id-shared",
            "name-differs",
            "duplicate-roll",
            "school-or-grade-differs",
            "undecided-identity",
            "enrolled-missing",
            "enrolled-extra",
            "hardship-missing",
            "hardship-extra",
            "granted-not-paid",
            "paid-not-granted",
            "shared-account",
            "school-missing",
            "program-missing",
            "field-missing");
  }

  /** Run with {@code -Dbidui.write-docs=true} to write the page anew. */
  @Test
  void thePageOfRulesIsWhatTheRulesSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("bidui.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    String head =
        """
        # 核对规则

        每条规则提一个问题，由人核实；结果是“疑点”，不是结论。缺少所需名单时，规则显示“未核对”，不显示 0。
        本页由规则本身生成，不手工修改。

        """;
    return rules().stream().map(RuleTextsTest::section).collect(Collectors.joining("\n", head, ""));
  }

  private static String section(RuleCard rule) {
    StringBuilder section = new StringBuilder();
    section.append("## %s `%s`\n\n".formatted(text(rule, "title"), rule.code()));
    section.append("- 级别：%s\n".formatted(severity(rule)));
    section.append("- 所需名单：%s\n".formatted(needs(rule)));
    section.append("- 核对：%s\n".formatted(text(rule, "asks")));
    section.append("- 依据：%s\n".formatted(text(rule, "source")));
    section.append("- 销号：%s\n".formatted(text(rule, "closes")));
    new TreeMap<>(rule.limits()).forEach((name, limit) -> section.append(line(name, limit)));
    return section.toString();
  }

  private static String line(String name, Limit limit) {
    String unit = UNITS.getOrDefault(limit.unit(), "");
    return "- 参数 `%s`：%s。%s依据：%s。\n"
        .formatted(name, (limit.value() + " " + unit).strip(), limit.why(), limit.source());
  }

  private static String text(RuleCard rule, String text) {
    return Messages.ZH.text(rule.key(text));
  }

  private static String severity(RuleCard rule) {
    return switch (rule.severity()) {
      case HIGH -> "高";
      case MEDIUM -> "中";
      case LOW -> "低";
    };
  }

  private static String needs(RuleCard rule) {
    if (rule.needs().isEmpty() && rule.oneOf().isEmpty()) {
      return "任意 " + rule.lists() + " 份";
    }
    return Stream.concat(
            rule.needs().stream().map(ListKind::code),
            rule.oneOf().stream().map(RuleTextsTest::any))
        .collect(Collectors.joining("、"));
  }

  private static String any(List<ListKind> oneOf) {
    return oneOf.stream().map(ListKind::code).collect(Collectors.joining(" 或 "));
  }

  private static Map<String, String> catalog(String resource) throws IOException {
    Properties properties = new Properties();
    try (var stream = RuleTextsTest.class.getClassLoader().getResourceAsStream(resource)) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }
}
