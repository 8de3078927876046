package cn.bidui.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  private static String folded(String raw) {
    return PersonName.of(raw).folded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"·", "•", "∙", "・", "●", "．", ".", "‧", "﹒", "･", "⋅", "。", "··", "• ·"})
  void everyDotIsTheSameDot(String dot) {
    assertThat(folded("阿依" + dot + "测试")).isEqualTo("阿依·测试");
  }

  @Test
  void dotsAtTheEndsAreDropped() {
    assertThat(folded("·测试三。")).isEqualTo("测试三");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "测试三",
        " 测试三 ",
        "测　试　三",
        "测 试\u00A0三",
        "测试\u200B三",
        "\uFEFF测试三",
        "测试\n三",
        "'测试三",
        "=\"测试三\"",
        "测试三（已转走）",
        "测试三(大)",
        "测试三(大)(已转走)",
        "测试三【休学】",
        "测试三〔已故〕",
        "测试三[2]",
        "测\uFE00试三",
        "测试三\uDB40\uDD00"
      })
  void whatIsNoPartOfANameIsFoldedAway(String typed) {
    assertThat(folded(typed)).isEqualTo("测试三");
  }

  @Test
  void theRawTextIsKept() {
    assertThat(PersonName.of(" 测试三（大） ").raw()).isEqualTo(" 测试三（大） ");
  }

  @Test
  void aRareCharacterDescribedInBracketsIsNoRemark() {
    assertThat(folded("李（石羡）")).isEqualTo("李(石羡)");
    assertThat(folded("（石羡）")).isEqualTo("(石羡)");
  }

  @Test
  void aBracketThatWasNeverOpenedStays() {
    assertThat(folded("测试三)")).isEqualTo("测试三)");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreWholeCharacters() {
    PersonName name = PersonName.of("𠮷𡈽（大）");

    assertThat(name.folded()).isEqualTo("𠮷𡈽");
    assertThat(name.masked()).isEqualTo("𠮷*");
    assertThat(folded("𠮷（大）")).isEqualTo("𠮷(大)");
  }

  @Test
  void compatibilityIdeographsAndRadicalsBecomeUnifiedOnes() {
    assertThat(folded("\uFA1D")).isEqualTo("精");
    assertThat(folded("\u2F00")).isEqualTo("一");
  }

  @Test
  void privateUseCharactersAreKept() {
    assertThat(folded("测\uE815三")).isEqualTo("测\uE815三");
  }

  @Test
  void lettersAreComparedInUpperCaseAndNarrow() {
    assertThat(folded("ａbＣ")).isEqualTo("ABC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NULL", "null", "无", "-", "/", "\u3000", "·", "暂无"})
  void wordsForNothingAreNoName(String text) {
    assertThat(PersonName.of(text).isBlank()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"测试三, 测**", "测, 测", "阿依·测试, 阿****"})
  void onlyTheFirstCharacterIsShown(String name, String masked) {
    assertThat(PersonName.of(name)).hasToString(masked);
    assertThat(PersonName.of(name).isBlank()).isFalse();
  }

  @Test
  void nothingIsMaskedAsNothing() {
    assertThat(PersonName.of("").masked()).isEmpty();
  }
}
