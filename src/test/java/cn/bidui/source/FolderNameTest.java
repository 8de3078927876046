package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every system takes for the name of a folder. */
class FolderNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"青石镇中心小学", "CONTROL", "COM", "COM10", "com.一小", "一小 (2)", "nul1", "a.CON"})
  void usualNamesFit(String name) {
    assertThat(FolderName.fits(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "con", "Prn.csv", "AUX", "nul .x", "COM1", "lpt9.一小", "COM²", "conin$", " ", ".x", "x.",
        "x ", "..", "a/b", "a\\b", "a:b", "a\u0007"
      })
  void whatSomeSystemReadsOtherwiseDoesNot(String name) {
    assertThat(FolderName.fits(name)).isFalse();
  }

  @Test
  void aNameHasSixtyCharactersAtMost() {
    assertThat(FolderName.fits("校".repeat(60))).isTrue();
    assertThat(FolderName.fits("校".repeat(61))).isFalse();
  }
}
