package cn.bidui.link.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMarksTest {

  @ParameterizedTest
  @CsvSource({
    "林测试, 林测式", "林测试, 林測試", "林测试, 林试测", "林测试, 测林试", "林测试, 林测", "林测试, 测试",
    "林测, 测林", "林?试, 林测试", "林lei, 林磊", "欧阳测试, 欧阳测式", "阿依努尔·买买提, 阿依努尔", "林(石羡), 林磊"
  })
  void namesThatMayAgreeAreNotFar(String left, String right) {
    assertThat(far(left, right)).isFalse();
    assertThat(far(right, left)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"林测试, 吴甲乙", "林测试, 吴林甲", "林测, 吴甲", "林测试, 吴甲"})
  void namesThatShareNoCharacterAreFar(String left, String right) {
    assertThat(far(left, right)).isTrue();
    assertThat(far(right, left)).isTrue();
    assertThat(NameComparer.compare(left, right)).isEqualTo(NameAgreement.DIFFERENT);
  }

  @Test
  void whatIsFarIsDifferent() {
    String characters = "林测试吴甲乙?a丽麗伟炜";
    for (int i = 0; i < 20_000; i++) {
      String left = name(characters, i);
      String right = name(characters, i * 31 + 7);
      if (far(left, right)) {
        assertThat(NameComparer.compare(left, right)).isEqualTo(NameAgreement.DIFFERENT);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "林测试, 林测式",
    "林测试, 林甲试",
    "林测试, 林试测",
    "林测试, 测林试",
    "单测试, 山测试",
    "林伟磊, 林玮雷",
    "林伟晴, 林伟睛",
    "林麗磊, 林丽雷"
  })
  void namesOfThreeThatMayAgreeAreNotUnlike(String left, String right) {
    assertThat(unlike(left, right)).isFalse();
    assertThat(unlike(right, left)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"林测试, 林甲乙", "林测试, 吴测甲", "林测试, 试测林", "林测试, 吴甲乙"})
  void oneCharacterInCommonIsNotEnough(String left, String right) {
    assertThat(unlike(left, right)).isTrue();
    assertThat(unlike(right, left)).isTrue();
    assertThat(NameComparer.compare(left, right)).isEqualTo(NameAgreement.DIFFERENT);
  }

  @Test
  void whatIsUnlikeIsDifferent() {
    String characters = "林单山测试吴甲丽麗伟炜玮雷磊晴睛";
    int unlike = 0;
    for (int i = 0; i < 20_000; i++) {
      String left = three(characters, i);
      String right = three(characters, i * 31 + 7);
      if (unlike(left, right)) {
        unlike++;
        assertThat(NameComparer.compare(left, right)).isEqualTo(NameAgreement.DIFFERENT);
      }
    }
    assertThat(unlike).isGreaterThan(15_000);
  }

  private static String three(String characters, int number) {
    int mixed = (number * 0x9E3779B9) >>> 8;
    return ""
        + characters.charAt(mixed & 15)
        + characters.charAt((mixed >> 4) & 15)
        + characters.charAt((mixed >> 8) & 15);
  }

  private static boolean unlike(String left, String right) {
    String[] texts = {"", left, right};
    long[] sounds = new long[texts.length];
    long[] marks = NameMarks.of(i -> texts[i], sounds);
    return NameMarks.unlike(marks[1], sounds[1], marks[2], sounds[2]);
  }

  private static String name(String characters, int number) {
    StringBuilder name = new StringBuilder();
    for (int rest = number % 20_000 + 11; rest > 0; rest /= 12) {
      name.append(characters.charAt(rest % 12));
    }
    return name.toString();
  }

  private static boolean far(String left, String right) {
    long mark = NameMarks.of(left);
    return NameMarks.far(mark, NameMarks.against(mark), NameMarks.of(right));
  }
}
