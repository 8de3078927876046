package cn.bidui.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeySortTest {

  @Test
  void equalKeysKeepTheOrderOfTheirRows() {
    long[] keys = {5, 1L << 40, 5, 0x7FF, 1L << 40};
    int[] rows = {0, 1, 2, 3, 4};
    KeySort.sort(keys, rows);
    assertThat(rows).containsExactly(0, 2, 3, 1, 4);
    assertThat(keys).containsExactly(5, 5, 0x7FF, 1L << 40, 1L << 40);
  }

  @Test
  void keysAreUnsigned() {
    long[] keys = {-1, 3};
    int[] rows = {0, 1};
    KeySort.sort(keys, rows);
    assertThat(keys).containsExactly(3, -1);
  }

  @Test
  void nothingIsSortedAlready() {
    long[] keys = {};
    KeySort.sort(keys, new int[0]);
    assertThat(keys).isEmpty();
  }
}
