package cn.bidui.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EditsTest {

  private final Edits edits = new Edits();

  @Test
  void anEditReplacesLosesAddsOrSwaps() {
    assertThat(edits.count("abcd", "abxd")).isEqualTo(1);
    assertThat(edits.count("abcd", "abd")).isEqualTo(1);
    assertThat(edits.count("abcd", "abccd")).isEqualTo(1);
    assertThat(edits.count("abcd", "acbd")).isEqualTo(1);
    assertThat(edits.count("abcd", "abcd")).isZero();
  }

  @Test
  void noPlaceIsTouchedTwice() {
    assertThat(edits.count("ca", "abc")).isEqualTo(3);
  }

  @Test
  void nothingIsAllEdits() {
    assertThat(edits.count("", "abc")).isEqualTo(3);
    assertThat(edits.count("", "")).isZero();
  }

  @Test
  void chineseCharactersCountLikeOthers() {
    assertThat(edits.count("欧阳测试", "欧阳试测")).isEqualTo(1);
    assertThat(edits.count("测测试", "测试试")).isEqualTo(1);
  }

  @Test
  void shortAndLongTextsAreCountedAlike() {
    SplittableRandom random = new SplittableRandom(20121104);
    for (int i = 0; i < 3000; i++) {
      String left = text(random, 1 + random.nextInt(12));
      String right = text(random, 1 + random.nextInt(12));
      int inWords = edits.count(left, right);
      assertThat(inWords).as("%s %s", left, right).isEqualTo(inTable(left, right));
      assertThat(edits.count(right, left)).isEqualTo(inWords);
    }
  }

  /** A common beginning changes nothing but makes texts too long for one word. */
  private int inTable(String left, String right) {
    String beginning = "-".repeat(70);
    return edits.count(beginning + left, beginning + right);
  }

  private static String text(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abc测".charAt(random.nextInt(4)));
    }
    return text.toString();
  }
}
