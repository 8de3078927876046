package cn.bidui.link;

/**
 * Finds the rows that have the same code of a dictionary: a chain through the rows of each,
 * ascending. Codes are small numbers, so that they need no table by hash, as {@link RowIndex} does.
 */
final class RowsOfCode {

  /** By code its first row, plus one; 0 is none. */
  private final int[] first;

  /** By row the one that follows it, plus one; 0 is none. */
  private final int[] next;

  /** Of rows 0 … {@code codeOfRow.length - 1}; those with the code 0 are left out. */
  RowsOfCode(int[] codeOfRow) {
    int largest = 0;
    for (int code : codeOfRow) {
      largest = Math.max(largest, code);
    }
    first = new int[largest + 1];
    next = new int[codeOfRow.length];
    for (int row = codeOfRow.length - 1; row >= 0; row--) {
      int code = codeOfRow[row];
      if (code != 0) {
        next[row] = first[code];
        first[code] = row + 1;
      }
    }
  }

  /** One more than the largest code. */
  int codes() {
    return first.length;
  }

  /** The first row with a code, or -1. */
  int first(int code) {
    return first[code] - 1;
  }

  /** The row after {@code row} with the same code, or -1. */
  int next(int row) {
    return next[row] - 1;
  }

  /** How many rows have a code, up to {@code most}. */
  int count(int code, int most) {
    int count = 0;
    for (int row = first(code); row >= 0 && count < most; row = next(row)) {
      count++;
    }
    return count;
  }
}
