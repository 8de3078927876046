package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowIndexTest {

  private static final int FEW = 1_000;
  private static final int MANY = 70_000;

  /** Undoes the multiplication by which numbers are spread. */
  private static final long GATHER = 0xF1DE83E19937733DL;

  private static void findsAll(int size, IntToLongFunction number) {
    long[] keys = IntStream.range(0, size).mapToLong(number).toArray();
    RowIndex index = new RowIndex(keys);
    Map<Long, Integer> after = new HashMap<>();
    for (int entry = size - 1; entry >= 0; entry--) {
      if (keys[entry] != 0) {
        assertThat(index.next(entry)).isEqualTo(after.getOrDefault(keys[entry], -1));
        after.put(keys[entry], entry);
      }
    }
    for (int entry = 0; entry < size; entry++) {
      boolean first = keys[entry] != 0 && after.get(keys[entry]) == entry;
      assertThat(index.first(keys[entry])).isEqualTo(after.getOrDefault(keys[entry], -1));
      assertThat(index.leads(entry)).isEqualTo(first && index.next(entry) >= 0);
    }
  }

  @Test
  void differentNumbersAreFoundEach() {
    findsAll(FEW, row -> 1 + row);
    findsAll(MANY, row -> Keys.mix(1 + row));
  }

  @Test
  void numbersThatSeveralEntriesHaveAreChainedInTheirOrder() {
    findsAll(FEW, row -> 1 + row % 300);
    findsAll(MANY, row -> 110101_2012_0203_001L + row % 20_000);
  }

  @Test
  void oneNumberForAllIsOneChain() {
    findsAll(FEW, row -> 7);
    findsAll(MANY, row -> -7);
  }

  @Test
  void zeroIsNoNumber() {
    findsAll(FEW, row -> 0);
    findsAll(MANY, row -> row % 3 == 0 ? 0 : row % 5_000);
    assertThat(new RowIndex(new long[MANY]).first(5)).isEqualTo(-1);
    assertThat(new RowIndex(new long[0]).first(5)).isEqualTo(-1);
  }

  @Test
  void numbersWhoseHashesAllLieInOneHalfHaveRoom() {
    for (int size : new int[] {65_533, 65_534, MANY}) {
      findsAll(size, row -> ((long) (1 + row) << 31) * GATHER);
      findsAll(size, row -> (((long) (1 + row) << 31) | 1L << 63) * GATHER);
      RowIndex index =
          new RowIndex(
              IntStream.range(0, size).mapToLong(row -> ((1L + row) << 31) * GATHER).toArray());
      assertThat(index.first(((1L + size) << 31) * GATHER)).isEqualTo(-1);
    }
  }

  @Test
  void numbersOfOneHashAreToldApart() {
    findsAll(FEW, row -> ((5L << 31) | (1 + row)) * GATHER);
  }

  @Test
  void allEntriesOfANumberAreTold() {
    RowIndex index = new RowIndex(new long[] {3, 0, 4, 3, 3});

    assertThat(index.all(3)).containsExactly(0, 3, 4);
    assertThat(index.all(5)).isEmpty();
    assertThat(index.count(0, 10)).isEqualTo(3);
    assertThat(index.count(0, 2)).isEqualTo(2);
  }
}
