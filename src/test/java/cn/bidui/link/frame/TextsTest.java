package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.CitizenId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final long ID = 99010120120305123L;

  private final Texts texts = new Texts();

  @Test
  void aNameHasOneCodeHoweverItIsAskedFor() {
    int code = texts.code("张三");

    assertThat(texts.code(Ideographs.packed("张三"))).isEqualTo(code);
    assertThat(texts.text(code)).isEqualTo("张三");
    assertThat(texts.ideographs(code)).isEqualTo(Ideographs.packed("张三"));
    assertThat(texts.code("张三丰")).isNotEqualTo(code);
  }

  @Test
  void aStudentNumberIsWrittenWithItsId() {
    int code = texts.studentNumber(ID);

    assertThat(texts.studentNumber(ID)).isEqualTo(code);
    assertThat(texts.text(code)).isEqualTo("G" + new CitizenId(ID).text());
    assertThat(texts.ideographs(code)).isZero();
  }

  @Test
  void onlyWhatIsThereIsKnown() {
    int three = texts.code("张三");
    int number = texts.studentNumber(ID);
    long[] names = {0, Ideographs.packed("李四"), Ideographs.packed("张三")};

    int[] codes = {7, 7, 7, 7, 7};

    texts.known(names, 3, codes, 1);
    assertThat(codes).containsExactly(7, 0, 0, three, 7);
    texts.knownStudentNumbers(new long[] {ID, 0, ID + 1}, 2, codes, 0);
    assertThat(codes).containsExactly(number, 0, 0, three, 7);
  }

  @Test
  void manyTextsOfAllKindsKeepTheirCodes() {
    for (int i = 0; i < 3_000; i++) {
      assertThat(texts.code("" + (char) (0x4E00 + i))).isEqualTo(3 * i + 1);
      assertThat(texts.code("number " + i)).isEqualTo(3 * i + 2);
      assertThat(texts.studentNumber(ID + i)).isEqualTo(3 * i + 3);
    }

    assertThat(texts.code("number 77")).isEqualTo(3 * 77 + 2);
    assertThat(texts.text(3 * 2_999 + 1)).isEqualTo("" + (char) (0x4E00 + 2_999));
    assertThat(texts.size()).isEqualTo(9_001);
  }

  @Test
  void aTextIsComparedWithBytes() {
    int name = texts.code("张三");
    int word = texts.code("north road");

    assertThat(is(name, "张三")).isTrue();
    assertThat(is(name, "张五")).isFalse();
    assertThat(is(word, "north road")).isTrue();
    assertThat(is(word, "south road")).isFalse();
    assertThat(is(word, "the north road")).isFalse();
    assertThat(is(0, "张三")).isFalse();
  }

  private boolean is(int code, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return texts.is(code, bytes, 0, bytes.length);
  }
}
