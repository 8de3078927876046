package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlocksTest {

  @Test
  void numbersThatSeveralRowsHaveAreFoundHoweverFarApart() {
    int size = 120_000;
    Blocks blocks = Blocks.ofRepeated(size, row -> row == size - 1 ? 8 : row == 3 ? 0 : 1 + row);

    assertThat(blocks.rows(8)).containsExactly(7, size - 1);
    assertThat(blocks.rows(4)).isEmpty();
  }

  @Test
  void hardlyAnyOtherRowIsKept() {
    int size = 120_000;
    Blocks blocks = Blocks.ofRepeated(size, row -> Keys.mix(1 + row % 100_000));

    assertThat(blocks.size()).isBetween(40_000, 60_000);
    assertThat(blocks.rows(Keys.mix(1 + 17))).containsExactly(17, 100_017);
  }

  @Test
  void rowsOfOneCodeStandInAChain() {
    RowsOfCode rows = new RowsOfCode(new int[] {3, 0, 1, 3, 3});

    assertThat(rows.codes()).isEqualTo(4);
    assertThat(rows.first(3)).isZero();
    assertThat(rows.next(0)).isEqualTo(3);
    assertThat(rows.next(3)).isEqualTo(4);
    assertThat(rows.next(4)).isNegative();
    assertThat(rows.first(2)).isNegative();
    assertThat(rows.count(3, 10)).isEqualTo(3);
    assertThat(rows.count(3, 2)).isEqualTo(2);
  }
}
