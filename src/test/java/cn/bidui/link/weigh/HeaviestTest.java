package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaviestTest {

  @Test
  void allAreKeptWhereTheyAreFew() {
    assertThat(seeing(4, -400, -350, 10, 900).floor()).isEqualTo(-400);
  }

  @Test
  void whatIsTooManyIsLeftOutByWholeBits() {
    Heaviest heaviest = seeing(2, -400, -350, 10, 900, -401);
    assertThat(heaviest.seen()).isEqualTo(4);
    assertThat(heaviest.floor()).isEqualTo(-300);
  }

  @Test
  void equalWeightsAreLeftOutTogether() {
    assertThat(seeing(2, 100_000, 100_000, 100_000).floor()).isEqualTo(-400 + 256 * 100);
  }

  @Test
  void aPartNeverAsksForMoreThanTheWhole() {
    Heaviest part = seeing(2, 0, 10, 500);
    Heaviest whole = seeing(2, 700, 700);
    int floorOfPart = part.floor();
    whole.add(part);
    assertThat(floorOfPart).isEqualTo(100).isLessThan(whole.floor());
  }

  private static Heaviest seeing(int most, int... weights) {
    Heaviest heaviest = new Heaviest(-400, most);
    for (int weight : weights) {
      heaviest.see(weight);
    }
    return heaviest;
  }
}
