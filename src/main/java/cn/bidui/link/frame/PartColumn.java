package cn.bidui.link.frame;

import java.util.Arrays;

/** One field of a part of a list in codes of the frame; arrays are made where anything stands. */
final class PartColumn {

  /** Of no rows. */
  static final PartColumn NONE = new PartColumn(new long[0], 0);

  private final int rows;
  private int[] codes = new int[0];
  private long[] packed;

  /**
   * Of valid ids.
   *
   * @param packed by row; may end before the part does
   */
  PartColumn(long[] packed, int rows) {
    this.packed = packed;
    this.rows = rows;
  }

  /** What a row holds, 0 for nothing; a number that is there already stays. */
  void put(int row, int code, long number) {
    if (code != 0) {
      codes = codes.length == 0 ? new int[rows] : codes;
      codes[row] = code;
    }
    if (number != 0) {
      packed = packed.length == rows ? packed : Arrays.copyOf(packed, rows);
      packed[row] |= number;
    }
  }

  /** Gives each number a code below 0: those above are of texts. */
  void number(IdNumbers numbers) {
    for (int row = 0; row < packed.length; row++) {
      if (packed[row] != 0) {
        put(row, -numbers.number(packed[row]), 0);
      }
    }
  }

  void copyCodes(int[] target, int from) {
    System.arraycopy(codes, 0, target, from, codes.length);
  }

  void copyPacked(long[] target, int from) {
    System.arraycopy(packed, 0, target, from, packed.length);
  }
}
