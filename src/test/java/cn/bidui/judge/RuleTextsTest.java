package cn.bidui.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.night.RuleCard;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextsTest {

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
  @ValueSource(strings = {"rule", "policy", "outcome", "sheet"})
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
            "unfunded-eligible confirmed pending to-check sent-back area date guardian household",
            "unfunded-eligible recognized elsewhere moved",
            "underpaid sentence",
            "overpaid sentence",
            "wrong-standard sentence",
            "duplicate-aid twice excluded",
            "funded-not-enrolled sentence ended entering moved to-check sent-back",
            "funded-not-eligible sentence ended to-check",
            "never-enrolled sentence reason registered left entering to-check sent-back",
            "vanished-from-roll sentence recorded to-check sent-back",
            "leave-expired sentence no-end",
            "transfer-in-limbo sentence nowhere not-arrived to-check sent-back",
            "no-progression sentence no-changes graduate to-check sent-back",
            "absent sentence month not-compulsory dropped-out elsewhere",
            "disabled-unplaced sentence none expired no-roll no-end unapproved to-check sent-back",
            "status-conflict blank out reason grade",
            "out-of-county sentence transferred moved to-check sent-back",
            "id-invalid length characters birth-date check-character precision-lost",
            "id-suspected-typo sentence missing student-number changed",
            "id-shared sentence",
            "name-differs sentence",
            "birth-or-sex-differs birth birth-id sex sex-id",
            "duplicate-roll sentence without-id",
            "school-or-grade-differs sentence",
            "age-implausible young old",
            "undecided-identity sentence",
            "enrolled-missing sentence ended entering to-check sent-back differs",
            "enrolled-extra sentence ended entering to-check sent-back",
            "hardship-missing sentence stale pending to-check sent-back type level",
            "hardship-extra sentence unnamed off-roll entering to-check sent-back",
            "granted-not-paid sentence returned amount unclear guardian program to-check sent-back",
            "paid-not-granted sentence to-check sent-back unclear",
            "shared-account sentence family unknown to-check",
            "school-missing sentence to-check",
            "program-missing sentence",
            "field-missing sentence")
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
    said.addAll(IndicatorTextsTest.keys());

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
            "leave-expired",
            "transfer-in-limbo",
            "no-progression",
            "absent",
            "disabled-unplaced",
            "status-conflict",
            "out-of-county",
            "id-invalid",
            "id-suspected-typo",
            "id-shared",
            "name-differs",
            "birth-or-sex-differs",
            "duplicate-roll",
            "school-or-grade-differs",
            "age-implausible",
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
