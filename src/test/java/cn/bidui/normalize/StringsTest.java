package cn.bidui.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StringsTest {

  private final Strings strings = new Strings();

  @Test
  void blankIsCodeZero() {
    assertThat(strings.code("")).isZero();
    assertThat(strings.text(0)).isEmpty();
    assertThat(strings.size()).isEqualTo(1);
  }

  @Test
  void codesAreGivenInTheOrderOfFirstUse() {
    assertThat(List.of("甲", "乙", "甲", "丙")).extracting(strings::code).containsExactly(1, 2, 1, 3);
    assertThat(strings.text(2)).isEqualTo("乙");
    assertThat(strings.size()).isEqualTo(4);
  }

  @Test
  void textsOfOneHashAreTold() {
    // Both hash to 2112.
    assertThat(strings.code("Aa")).isNotEqualTo(strings.code("BB"));
    assertThat(strings.text(strings.code("BB"))).isEqualTo("BB");
  }

  @Test
  void everyTextKeepsItsCodeWhileTheDictionaryGrows() {
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      codes.add(strings.code("测试" + i));
    }
    for (int i = 0; i < 50_000; i++) {
      assertThat(strings.code("测试" + i)).isEqualTo(codes.get(i));
      assertThat(strings.text(codes.get(i))).isEqualTo("测试" + i);
    }
    assertThat(strings.size()).isEqualTo(50_001);
  }
}
