package cn.bidui.link.frame;

import java.util.Arrays;

/** One field of a part of a list in codes of the frame; arrays are made where anything stands. */
final class PartColumn {

  static final long[] NO_NUMBERS = {};

  /** Of no rows. */
  static final PartColumn NONE = new PartColumn(new int[0], NO_NUMBERS, 0);

  private final int rows;
  private int[] codes;
  private long[] packed;

  /**
   * Of what is known of some rows.
   *
   * @param codes by row; may end before the part does
   * @param packed by row; may end before the part does
   */
  PartColumn(int[] codes, long[] packed, int rows) {
    this.codes = codes;
    this.packed = packed;
    this.rows = rows;
  }

  /** What a row holds of which nothing is known yet; 0 for nothing. */
  void put(int row, int code, long number) {
    if (code != 0) {
      codes = codes.length == rows ? codes : Arrays.copyOf(codes, rows);
      codes[row] = code;
    }
    if (number != 0) {
      packed = packed.length == rows ? packed : Arrays.copyOf(packed, rows);
      packed[row] = number;
    }
  }

  void copyCodes(int[] target, int from) {
    System.arraycopy(codes, 0, target, from, codes.length);
  }

  void copyPacked(long[] target, int from) {
    System.arraycopy(packed, 0, target, from, packed.length);
  }
}
