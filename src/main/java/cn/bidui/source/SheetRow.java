package cn.bidui.source;

/**
 * One data row as read: its header, its row number and its cells by column. Rows shorter than the
 * header read as empty at the end; {@link #tooWide()} tells of longer ones.
 */
public record SheetRow(Header header, int row, java.util.List<Cell> cells) {

  /** The cell of {@code field}; empty if the sheet has no such column. */
  public Cell cell(Field field) {
    int column = header.column(field);
    return column < 0 || column >= cells.size() ? Cell.EMPTY : cells.get(column);
  }

  /** The text of {@code field}, stripped; blank if there is none. */
  public String text(Field field) {
    return cell(field).text().strip();
  }

  /**
   * Whether cells stand right of the header's last column: in text files a sign that a delimiter
   * inside a value has shifted them.
   */
  public boolean tooWide() {
    return cells.size() > header.width();
  }

  /** Where {@code field} stands. */
  public CellRef place(Field field) {
    return header.cell(row, field);
  }
}
