package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnWordsTest {

  private static final OwnWords.Codes CODES =
      new OwnWords.Codes(Set.of("absent", "underpaid"), Set.of("A2", "D6"), Set.of("visit"));

  private final Mistakes mistakes = new Mistakes();

  private OwnWords read(String... lines) {
    return OwnWords.read("words.yml", String.join("\n", lines), CODES, mistakes);
  }

  private List<String> mistakes() {
    return mistakes.all().stream()
        .map(each -> each.line() + " " + each.key() + " " + each.words())
        .toList();
  }

  @Test
  void wordsAreFoundWhateverTheirWidthAndBrackets() {
    OwnWords words =
        read(
            "topics:",
            "  - words: [疑似辍学, 缺勤]",
            "    rules: [absent]",
            "outcomes:",
            "  - code: A2",
            "    words: [县外就读]",
            "evidence:",
            "  - code: visit",
            "    words: [家访记录]");
    assertThat(mistakes()).isEmpty();
    assertThat(words.rules(" 疑似 辍学（初中）")).containsExactly("absent");
    assertThat(words.rules("别的")).isEmpty();
    assertThat(words.outcome("县外就读（西安）")).contains("A2");
    assertThat(words.outcome("不知道")).isEmpty();
    assertThat(words.evidence("家访记录")).contains("visit");
  }

  @Test
  void theLongestKindOfProblemInATitleCounts() {
    OwnWords words =
        read(
            "topics:",
            "  - words: [金额]",
            "    rules: [underpaid]",
            "  - words: [缺勤金额]",
            "    rules: [absent]");
    assertThat(words.topicIn("城关镇缺勤金额台账 2025年秋")).contains("缺勤金额");
    assertThat(words.topicIn("金额台账")).contains("金额");
    assertThat(words.topicIn("台账")).isEmpty();
  }

  @Test
  void whatIsNoCodeAndWhatHasTwoMeaningsIsAMistakeOfItsLine() {
    read(
        "topics:",
        "  - words: [缺勤]",
        "    rules: [absent, abcent]",
        "outcomes:",
        "  - code: A2",
        "    words: [外出, 外出]",
        "  - code: D6",
        "    words: [外出]",
        "  - code: Z9",
        "  - words: [无]",
        "more: []");
    assertThat(mistakes())
        .containsExactly(
            "11 plan.unknown-key [more, topics, outcomes, evidence]",
            "3 plan.unknown-rule [abcent]",
            "8 plan.own.twice [外出]",
            "9 plan.own.unknown [Z9, A2、D6]",
            "10 plan.missing-key [code]");
  }
}
