package cn.bidui.link.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSoundsTest {

  @ParameterizedTest
  @CsvSource({"王婷,王亭", "李暐,李玮", "单明,善明", "劉明,刘铭", "阿依努尔·买买提,阿依努尔买买提", "王lei,王磊", "Tom,TOM"})
  void namesOfOneSoundHaveOnePrimaryKey(String left, String right) {
    assertThat(NameSounds.of(left).primary()).isEqualTo(NameSounds.of(right).primary());
  }

  @ParameterizedTest
  @CsvSource({"王明,王亮", "王明,明王", "王明,王", "王明,王明明", "王?,王*明", "Tom,Tim", "王𪛔,王𪛕"})
  void namesOfOtherSoundsHaveOtherKeys(String left, String right) {
    assertThat(keys(left)).doesNotContainAnyElementsOf(keys(right));
  }

  private static List<Long> keys(String name) {
    return LongStream.of(NameSounds.of(name).all()).boxed().toList();
  }

  @Test
  void aCharacterOfTwoReadingsGivesTwoKeysTheUsualOneFirst() {
    NameSounds sounds = NameSounds.of("王乐");
    assertThat(sounds.all())
        .containsExactly(NameSounds.of("王鳓").primary(), NameSounds.of("王月").primary());
    assertThat(sounds.primary()).isEqualTo(sounds.all()[0]);
    assertThat(sounds.isCut()).isFalse();
  }

  @Test
  void aNameThatCanBeReadInTooManyWaysIsCutAndSaysSo() {
    NameSounds sounds = NameSounds.of("乐乐乐乐乐·乐乐乐");
    assertThat(sounds.all()).hasSize(NameSounds.MOST_KEYS).doesNotHaveDuplicates();
    assertThat(sounds.isCut()).isTrue();
  }

  @Test
  void longNamesHaveKeysOfTheirOwn() {
    String name = "古丽巴哈尔·买买提江";
    assertThat(NameSounds.of(name).primary())
        .isEqualTo(NameSounds.of("古力巴哈尔·买买提将").primary())
        .isNotEqualTo(NameSounds.of(name + "提").primary());
  }

  @Test
  void noNameHasOneKey() {
    assertThat(NameSounds.of("").all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"劉麗,刘丽", "阿依努尔·买买提,阿依努尔买买提", "王小明,王小明", "Tom,Tom"})
  void plainNamesAreWithoutVariantsAndDots(String name, String plain) {
    assertThat(PlainName.of(name)).isEqualTo(plain);
  }
}
