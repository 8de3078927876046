package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarginTest {

  @Test
  void theMoreWasCountedTheLessItCanBeOff() {
    // Three standard errors: 1 / √100 each for a hundred, 1 / √10,000 for ten thousand.
    assertThat(Bits.hundredths(Margin.of(99.5).factor())).isEqualTo(43);
    assertThat(Bits.hundredths(Margin.of(9999.5).factor())).isEqualTo(4);
    assertThat(Bits.hundredths(Margin.of(0).factor())).isEqualTo(612);
  }

  @Test
  void bothCountsOfARatioCanBeOff() {
    assertThat(Bits.hundredths(Margin.of(99.5, 100).factor())).isEqualTo(61);
    assertThat(Margin.of(99.5, 0)).isEqualTo(Margin.of(99.5, .5));
  }

  @Test
  void whatIsKnownBeforeStandsWithinTheMargin() {
    Margin margin = new Margin(4);
    assertThat(margin.nearest(.08, .1)).isEqualTo(.1);
    assertThat(margin.nearest(.08, .5)).isEqualTo(.32);
    assertThat(margin.nearest(.08, .01)).isEqualTo(.02);
  }

  @Test
  void nothingSeenIsNotNever() {
    assertThat(Margin.share(0, 999)).isCloseTo(.0005, within(1e-9));
  }
}
