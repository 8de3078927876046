package cn.bidui.link.block;

/**
 * Sorts keys with a row each, by the key, without a change among equal keys: by digits of 11 bits.
 */
final class KeySort {

  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private long[] keys;
  private int[] rows;
  private long[] otherKeys;
  private int[] otherRows;

  private KeySort(long[] keys, int[] rows) {
    this.keys = keys;
    this.rows = rows;
    this.otherKeys = new long[keys.length];
    this.otherRows = new int[rows.length];
  }

  /** Sorts the two arrays as unsigned keys. */
  static void sort(long[] keys, int[] rows) {
    KeySort sort = new KeySort(keys, rows);
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      sort.byDigit(shift);
    }
    if (sort.keys != keys) {
      System.arraycopy(sort.keys, 0, keys, 0, keys.length);
      System.arraycopy(sort.rows, 0, rows, 0, rows.length);
    }
  }

  private void byDigit(int shift) {
    int[] starts = new int[BUCKETS + 1];
    for (long key : keys) {
      starts[digit(key, shift) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      if (starts[bucket + 1] == keys.length) {
        return;
      }
      starts[bucket + 1] += starts[bucket];
    }
    for (int i = 0; i < keys.length; i++) {
      int to = starts[digit(keys[i], shift)]++;
      otherKeys[to] = keys[i];
      otherRows[to] = rows[i];
    }
    swap();
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (BUCKETS - 1);
  }

  private void swap() {
    long[] sortedKeys = otherKeys;
    int[] sortedRows = otherRows;
    otherKeys = keys;
    otherRows = rows;
    keys = sortedKeys;
    rows = sortedRows;
  }
}
