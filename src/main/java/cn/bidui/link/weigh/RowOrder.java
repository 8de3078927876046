package cn.bidui.link.weigh;

/** Sorts pairs of rows with what is said of each, by bytes from the last to the first. */
final class RowOrder {

  private static final int BUCKETS = 1 << 8;

  private RowOrder() {}

  static void sort(long[] rows, long[] said) {
    long[] fromRows = rows;
    long[] fromSaid = said;
    long[] toRows = new long[rows.length];
    long[] toSaid = new long[rows.length];
    for (int shift = 0; shift < Long.SIZE; shift += 8) {
      byByte(shift, fromRows, fromSaid, toRows, toSaid);
      long[] sortedRows = toRows;
      long[] sortedSaid = toSaid;
      toRows = fromRows;
      toSaid = fromSaid;
      fromRows = sortedRows;
      fromSaid = sortedSaid;
    }
  }

  private static void byByte(
      int shift, long[] fromRows, long[] fromSaid, long[] toRows, long[] toSaid) {
    int[] starts = new int[BUCKETS + 1];
    for (long row : fromRows) {
      starts[(int) (row >>> shift & 0xFF) + 1]++;
    }
    for (int i = 0; i < BUCKETS; i++) {
      starts[i + 1] += starts[i];
    }
    for (int i = 0; i < fromRows.length; i++) {
      int to = starts[(int) (fromRows[i] >>> shift & 0xFF)]++;
      toRows[to] = fromRows[i];
      toSaid[to] = fromSaid[i];
    }
  }
}
