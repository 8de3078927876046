package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RarityTest {

  private final int[] left = {0, 90, 9, 1};
  private final int[] right = {0, 80, 19, 1};

  @Test
  void rareValuesSayMoreAndUsualOnesLess() {
    Rarity rarity = Rarity.of(left, right, false);
    assertThat(rarity.weight(1)).isEqualTo(-21);
    assertThat(rarity.weight(2)).isEqualTo(235);
    assertThat(rarity.weight(3)).isEqualTo(563);
  }

  @Test
  void noneSaysMoreOrLessThanItsLimits() {
    Rarity rarity = Rarity.of(new int[] {0, 100_000, 1}, new int[] {0, 100_000, 0}, false);
    assertThat(rarity.weight(2)).isEqualTo(Rarity.MOST);
    assertThat(rarity.weight(7)).as("seen on no list").isEqualTo(Rarity.MOST);
    Rarity onOneListOnly = Rarity.of(new int[] {0, 100_000, 1}, new int[] {0, 0, 1}, false);
    assertThat(onOneListOnly.weight(1)).isEqualTo(Rarity.LEAST);
  }

  @Test
  void aListWithItselfIsCountedByItsPairs() {
    int[] counts = {0, 3, 1};
    assertThat(Rarity.of(counts, counts, true).weight(2)).isEqualTo(78);
  }

  @Test
  void nothingSaysNothing() {
    assertThat(Rarity.of(left, right, false).weight(0)).isZero();
    assertThat(Rarity.of(new int[0], right, false).weight(1)).isZero();
  }
}
