package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YuanTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "312.5 | 312.50",
        "312.50 | 312.50",
        "1250 | 1250.00",
        "1,250.50元 | 1250.50",
        "12,345,678 | 12345678.00",
        "１，２５０元 | 1250.00",
        "￥625 | 625.00",
        "¥ 625.00 | 625.00",
        "625 元 | 625.00",
        "0 | 0.00",
        "0.00 | 0.00",
        "-500 | -500.00",
        "500.000 | 500.00",
        "0.01 | 0.01",
        "999999999999 | 999999999999.00"
      })
  void anAmountIsReadExactly(String typed, String printed) {
    assertThat(Yuan.read(typed)).map(Yuan::toString).contains(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "无",
        "五百",
        "312.505",
        "1,25",
        "12,5",
        "1,2345",
        "12元50",
        "1.2.3",
        "1e3",
        "1000000000000",
        "."
      })
  void anythingElseIsNoAmount(String typed) {
    assertThat(Yuan.read(typed)).isEmpty();
  }

  @Test
  void halfAYearlyAmountMayEndInHalfAYuan() {
    assertThat(Yuan.of(625).half()).hasToString("312.50");
    assertThat(Yuan.of(1250).half()).isEqualTo(Yuan.of(625));
  }

  @Test
  void anOddNumberOfFenHasNoHalf() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Yuan(1).half())
        .withMessage("does not halve into whole fen: 0.01");
  }

  @Test
  void sumsAndDifferencesAreExact() {
    assertThat(new Yuan(31250).plus(new Yuan(31250))).isEqualTo(Yuan.of(625));
    assertThat(Yuan.of(500).minus(Yuan.of(625))).hasToString("-125.00");
    assertThat(Yuan.ZERO).isLessThan(new Yuan(1));
  }
}
