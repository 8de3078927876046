package cn.bidui.report.forms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.forms.Script.Stretch;
import org.junit.jupiter.api.Test;

class ScriptTest {

  @Test
  void usualTextStaysInOneStretch() {
    assertThat(Script.of("安安·A1，2026年", Face.HEI))
        .containsExactly(new Stretch("安安·A1，2026年", Face.HEI));
  }

  @Test
  void rareCharactersOfTheFirstPlaneStandInSong() {
    assertThat(Script.of("龙㛃安", Face.FANGSONG))
        .containsExactly(
            new Stretch("龙", Face.FANGSONG),
            new Stretch("㛃", Face.SONG),
            new Stretch("安", Face.FANGSONG));
    assertThat(Script.of("\u9FB4\uE864", Face.HEI))
        .containsExactly(new Stretch("\u9FB4\uE864", Face.SONG));
  }

  @Test
  void charactersOfFurtherPlanesStandInAFontOfTheirOwn() {
    assertThat(Script.of("龙𠅤", Face.SONG))
        .containsExactly(new Stretch("龙", Face.SONG), new Stretch("𠅤", Face.RARE));
  }

  @Test
  void halfCharactersAndControlsAreReplaced() {
    assertThat(Script.of("龙\uD840安\u0007\uFFFE", Face.SONG))
        .containsExactly(new Stretch("龙\uFFFD安\uFFFD\uFFFD", Face.SONG));
  }

  @Test
  void nothingHasNoStretch() {
    assertThat(Script.of("", Face.SONG)).isEmpty();
  }
}
