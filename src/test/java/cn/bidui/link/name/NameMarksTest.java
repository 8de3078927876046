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
