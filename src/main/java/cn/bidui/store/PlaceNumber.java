package cn.bidui.store;

/**
 * File, sheet and row of a kept row in one number: file 20 bits, sheet 12, row 31. Rows are
 * clustered by it, so that those of one file stand together in the order in which they are read
 * back, and no second index has to be kept.
 */
final class PlaceNumber {

  private static final int ROW_BITS = 31;
  private static final int SHEET_BITS = 12;
  private static final int FILE_BITS = 20;

  private PlaceNumber() {}

  /** The place of a row. */
  static long of(int file, int sheet, int row) {
    if (file >>> FILE_BITS != 0 || sheet >>> SHEET_BITS != 0 || row < 0) {
      throw new IllegalArgumentException("no such place: " + file + "/" + sheet + "/" + row);
    }
    return ((long) file << SHEET_BITS | sheet) << ROW_BITS | row;
  }

  /** No row of {@code file} stands before it. */
  static long first(int file) {
    return of(file, 0, 0);
  }

  /** No row of {@code file} stands after it. */
  static long last(int file) {
    return of(file, (1 << SHEET_BITS) - 1, Integer.MAX_VALUE);
  }

  static int sheet(long place) {
    return (int) (place >>> ROW_BITS) & ((1 << SHEET_BITS) - 1);
  }

  static int row(long place) {
    return (int) place & Integer.MAX_VALUE;
  }
}
