package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdeographsTest {

  @Test
  void differentNamesAreDifferentNumbers() {
    Set<Long> numbers = new HashSet<>();
    for (String name : new String[] {"一", "龥", "一一", "一龥", "龥一", "张三", "三张", "欧阳小明"}) {
      numbers.add(Ideographs.packed(name));
    }

    assertThat(numbers).hasSize(8).doesNotContain(0L);
  }

  @Test
  void theTextComesBack() {
    assertThat(Ideographs.text(Ideographs.packed("欧阳小明"))).isEqualTo("欧阳小明");
    assertThat(Ideographs.text(Ideographs.packed("\u4E00"))).isEqualTo("\u4E00");
    assertThat(Ideographs.text(Ideographs.packed("张\u9FFF"))).isEqualTo("张\u9FFF");
    assertThat(Ideographs.text(0)).isEmpty();
  }

  @Test
  void whateverElseStandsThereIsNone() {
    for (String other : new String[] {"", "古丽巴哈尔", "阿·依", "张a", "㐀", "abc", "王\uD842\uDFB7"}) {
      assertThat(Ideographs.packed(other)).describedAs(other).isZero();
    }
    byte[] cut = "张三".getBytes(StandardCharsets.UTF_8);

    assertThat(Ideographs.packed(cut, 0, 5)).isZero();
  }

  @Test
  void charactersAreToldByTheirPlace() {
    long name = Ideographs.packed("欧阳明");

    assertThat(Ideographs.first(name)).isEqualTo('欧');
    assertThat(Ideographs.last(name)).isEqualTo('明');
    assertThat(Ideographs.first(Ideographs.packed("明"))).isEqualTo('明');
    assertThat(Ideographs.all(name, point -> point > '一')).isTrue();
    assertThat(Ideographs.all(name, point -> point != '阳')).isFalse();
  }

  @Test
  void shortOnesAreTold() {
    assertThat(Ideographs.one(Ideographs.packed("空"))).isTrue();
    assertThat(Ideographs.one(Ideographs.packed("暂无"))).isFalse();
    assertThat(Ideographs.few(Ideographs.packed("暂无"))).isTrue();
    assertThat(Ideographs.few(Ideographs.packed("张小三"))).isFalse();
  }
}
