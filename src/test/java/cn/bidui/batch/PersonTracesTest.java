package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Cell;
import org.junit.jupiter.api.Test;

class PersonTracesTest {

  @Test
  void wholeNumbersAreShownWithoutTheDecimalThatTheFileStores() {
    assertThat(PersonTraces.shown(new Cell("5.0", Cell.Kind.NUMBER))).isEqualTo("5");
    assertThat(PersonTraces.shown(new Cell("312.5", Cell.Kind.NUMBER))).isEqualTo("312.5");
    assertThat(PersonTraces.shown(new Cell(" 版本 5.0", Cell.Kind.TEXT))).isEqualTo("版本 5.0");
  }
}
