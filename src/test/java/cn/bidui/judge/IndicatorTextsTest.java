package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.cohort.Indicator;
import cn.bidui.source.Messages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorTextsTest {

  /** Every key that a report may look up. */
  static List<String> keys() {
    Stream<String> codes =
        county().judge().population().indicators().stream().map(Indicator::code).distinct();
    return Stream.concat(Stream.of("cohorts"), codes)
        .flatMap(
            code ->
                Stream.of("title", "formula", "source", "caveat")
                    .map(text -> "rule.indicator." + code + "." + text))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyIndicatorSaysWhatItCountsAndWhatItDoesNot(String key) {
    assertThat(Messages.ZH.text(key)).isNotBlank().doesNotContain("{");
    assertThat(Messages.EN.text(key)).isNotBlank().doesNotContain("{");
  }
}
