package cn.bidui.source;

/**
 * A place that a person can open: file, sheet, the row number that Excel shows (in text files the
 * line on which the record starts) and the column letters, blank for the whole row. Ordered by
 * file, sheet, row, column.
 */
public record CellRef(String file, String sheet, int row, String column)
    implements Comparable<CellRef> {

  /** A whole row. */
  public static CellRef ofRow(String file, String sheet, int row) {
    return new CellRef(file, sheet, row, "");
  }

  /** Column letters of a 0-based column index: 0 → A, 26 → AA. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** The 0-based column index of column letters: A → 0, AA → 26. */
  public static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** The form in published data: {@code file!sheet!row}. */
  public String label() {
    return file + "!" + sheet + "!" + row;
  }

  @Override
  public int compareTo(CellRef other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : sheet.compareTo(other.sheet);
    order = order != 0 ? order : Integer.compare(row, other.row);
    order = order != 0 ? order : Integer.compare(column.length(), other.column.length());
    return order != 0 ? order : column.compareTo(other.column);
  }
}
