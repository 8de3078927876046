package cn.bidui.link.frame;

import java.util.Arrays;

/**
 * One field of all rows that were joined so far, in codes of the frame. Parts are written where
 * they stay: arrays of their own would be moved by the collector, and then copied once more. Arrays
 * are made as soon as anything may stand there.
 */
final class JoinedColumn {

  private int[] codes = {};
  private long[] packed = {};

  /**
   * Codes by row, those of rows that follow 0.
   *
   * @param room for so many rows, at least
   */
  int[] codes(int room) {
    codes = codes.length < room ? Arrays.copyOf(codes, room) : codes;
    return codes;
  }

  /** Packed numbers by row, in the same way. */
  long[] packed(int room) {
    packed = packed.length < room ? Arrays.copyOf(packed, room) : packed;
    return packed;
  }

  /** The codes of so many rows and of nothing else; they are kept no longer. */
  int[] takeCodes(int rows) {
    int[] taken = codes.length == rows ? codes : Arrays.copyOf(codes, rows);
    codes = new int[0];
    return taken;
  }

  /** The packed numbers, in the same way. */
  long[] takePacked(int rows) {
    long[] taken = packed.length == rows ? packed : Arrays.copyOf(packed, rows);
    packed = new long[0];
    return taken;
  }

  /** Rows from {@code row} on hold nothing again. */
  void clear(int row) {
    Arrays.fill(codes, Math.min(row, codes.length), codes.length, 0);
    Arrays.fill(packed, Math.min(row, packed.length), packed.length, 0);
  }
}
