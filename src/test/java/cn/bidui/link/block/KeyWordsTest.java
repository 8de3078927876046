package cn.bidui.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.KeyShape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyWordsTest {

  @Test
  void aWholeTextIsItsOwnWord() {
    assertThat(words(KeyShape.WHOLE, 0, "lin")).containsExactly("lin");
    assertThat(words(KeyShape.WHOLE, 0, "")).isEmpty();
  }

  @Test
  void aPrefixAndASuffixHaveTheirLengthOrWhatThereIs() {
    assertThat(words(KeyShape.PREFIX, 3, "mitchell")).containsExactly("mit");
    assertThat(words(KeyShape.SUFFIX, 3, "mitchell")).containsExactly("ell");
    assertThat(words(KeyShape.PREFIX, 9, "wu")).containsExactly("wu");
    assertThat(words(KeyShape.SUFFIX, 9, "wu")).containsExactly("wu");
  }

  @Test
  void aYearIsTheFirstFourDigitsWhateverIsBetweenThem() {
    assertThat(words(KeyShape.YEAR, 0, "2012-05-18")).containsExactly("2012");
    assertThat(words(KeyShape.YEAR_MONTH, 0, "2012-05-18")).containsExactly("201205");
    assertThat(words(KeyShape.YEAR, 0, "12")).isEmpty();
  }

  @Test
  void deletionsAreTheTextAndAllThatOneCharacterLessGives() {
    assertThat(words(KeyShape.DELETIONS, 0, "abb")).containsExactly("abb", "bb", "ab");
    assertThat(words(KeyShape.DELETIONS, 0, "a")).containsExactly("a");
  }

  @Test
  void everyWordOfATextIsAKey() {
    assertThat(words(KeyShape.WORDS, 0, "data base, data mining"))
        .containsExactly("data", "base", "mining");
    assertThat(words(KeyShape.WORDS, 0, "--")).isEmpty();
    assertThat(KeyWords.several(new KeyPart("title", KeyShape.WORDS, 0))).isTrue();
  }

  @Test
  void aNameSoundsAsItsReadingsSay() {
    KeyPart part = new KeyPart("name", KeyShape.SOUND, 0);
    assertThat(KeyWords.of(part, "x", name -> List.of("yi", "er"))).containsExactly("yi", "er");
    assertThat(KeyWords.several(part)).isTrue();
  }

  @Test
  void aWordOfAnAlphabetSoundsByItsConsonants() {
    assertThat(words(KeyShape.PHONETIC, 0, "Robert")).containsExactly("R163");
    assertThat(words(KeyShape.PHONETIC, 0, "rupert")).containsExactly("R163");
    assertThat(words(KeyShape.PHONETIC, 0, "Ashcraft")).containsExactly("A261");
    assertThat(words(KeyShape.PHONETIC, 0, "Tymczak")).containsExactly("T522");
    assertThat(words(KeyShape.PHONETIC, 0, "lee")).containsExactly("L000");
    assertThat(words(KeyShape.PHONETIC, 0, "42")).isEmpty();
  }

  private static Set<String> words(KeyShape shape, int length, String text) {
    return KeyWords.of(new KeyPart("x", shape, length), text, List::of);
  }
}
