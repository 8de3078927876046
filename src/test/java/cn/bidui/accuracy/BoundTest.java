package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundTest {

  @Test
  void withoutAnErrorItIsThreeInTheNumberOfTrials() {
    assertThat(Bound.upper(0, 5_000_000)).isCloseTo(2.99573 / 5_000_000, within(1e-10));
  }

  @Test
  void aFewErrorsRaiseIt() {
    // Clopper and Pearson: the 95 % quantile of Beta(3, 98) and of Beta(6, 995).
    assertThat(Bound.upper(2, 100)).isCloseTo(0.06162, within(1e-5));
    assertThat(Bound.upper(5, 1000)).isCloseTo(0.010478, within(1e-5));
  }

  @Test
  void nothingTriedSaysNothing() {
    assertThat(Bound.upper(0, 0)).isEqualTo(1);
    assertThat(Bound.upper(3, 3)).isEqualTo(1);
  }
}
