package cn.bidui.link.frame;

import java.util.Arrays;

/**
 * One field of all rows that were joined so far, in codes of the frame. Parts are written where
 * they stay: arrays of their own would be moved by the collector, and then copied once more. Arrays
 * are made where anything stands.
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

  /** Rows from {@code row} on hold nothing again. */
  void clear(int row) {
    Arrays.fill(codes, Math.min(row, codes.length), codes.length, 0);
    Arrays.fill(packed, Math.min(row, packed.length), packed.length, 0);
  }
}
