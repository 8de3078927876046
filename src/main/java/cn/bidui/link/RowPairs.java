package cn.bidui.link;

import java.util.Arrays;

/** Numbers with the rows that they belong to, growing. */
final class RowPairs {

  private long[] keys = new long[16];
  private int[] rows = new int[16];
  private int size;

  void add(long key, int row) {
    if (size == rows.length) {
      keys = Arrays.copyOf(keys, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    keys[size] = key;
    rows[size++] = row;
  }

  static RowPairs joined(RowPairs[] parts) {
    RowPairs all = new RowPairs();
    int sum = Arrays.stream(parts).mapToInt(part -> part.size).sum();
    all.keys = new long[sum];
    all.rows = new int[sum];
    for (RowPairs part : parts) {
      System.arraycopy(part.keys, 0, all.keys, all.size, part.size);
      System.arraycopy(part.rows, 0, all.rows, all.size, part.size);
      all.size += part.size;
    }
    return all;
  }

  int size() {
    return size;
  }

  long key(int i) {
    return keys[i];
  }

  int row(int i) {
    return rows[i];
  }

  /** The numbers, as many as there are; to be read only. */
  long[] keys() {
    return size == keys.length ? keys : Arrays.copyOf(keys, size);
  }

  /** The rows, as many as there are; to be read only. */
  int[] rows() {
    return size == rows.length ? rows : Arrays.copyOf(rows, size);
  }
}
