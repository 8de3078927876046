package cn.bidui.normalize;

import java.util.Arrays;

/** The canonical order of rows: by sheet, then by row number, equal ones as they came. */
final class RowOrder {

  private RowOrder() {}

  /**
   * The indices of the first {@code size} rows in order.
   *
   * @param sheetRanks by sheet, its place in the order of sheets
   */
  static int[] of(int[] sheetRanks, int[] sheetOf, int[] rowNumbers, int size) {
    int[] starts = starts(sheetRanks, sheetOf, size);
    int[] next = Arrays.copyOf(starts, sheetRanks.length);
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      int at = next[sheetRanks[sheetOf[i]]]++;
      keys[at] = (long) rowNumbers[i] << 32 | i;
    }
    for (int rank = 0; rank < sheetRanks.length; rank++) {
      // Rows nearly always come in order, which the sort sees in one pass.
      Arrays.sort(keys, starts[rank], starts[rank + 1]);
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** Where the rows of each sheet start, and one place more for the end. */
  private static int[] starts(int[] sheetRanks, int[] sheetOf, int size) {
    int[] starts = new int[sheetRanks.length + 1];
    for (int i = 0; i < size; i++) {
      starts[sheetRanks[sheetOf[i]] + 1]++;
    }
    for (int rank = 0; rank < sheetRanks.length; rank++) {
      starts[rank + 1] += starts[rank];
    }
    return starts;
  }
}
