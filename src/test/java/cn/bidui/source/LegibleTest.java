package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "学籍 (2).xlsx", "👨‍👩‍👧🎒", "𠅤䶮", "e\u0301", "\uE000", "阿·不都"})
  void whatCanBeSeenStays(String text) {
    assertThat(Legible.line(text)).isSameAs(text);
  }

  @Test
  void commandsToTheTerminalAreTold() {
    assertThat(Legible.line("a\u001b[2Jb\r\nc\u0000\u0085d"))
        .isEqualTo("a<U+001B>[2Jb<U+000D><U+000A>c<U+0000><U+0085>d");
  }

  @Test
  void whatTurnsTheDirectionOfWritingIsTold() {
    assertThat(Legible.line("名单\u202Exslx.exe\u2066\u200F"))
        .isEqualTo("名单<U+202E>xslx.exe<U+2066><U+200F>");
  }

  @Test
  void otherLineBreaksAndHalvesOfCharactersAreTold() {
    assertThat(Legible.line("一\u2028二\u2029三\uD840")).isEqualTo("一<U+2028>二<U+2029>三<U+D840>");
  }
}
