package cn.bidui.intake;

import cn.bidui.source.SheetRow;

/**
 * One row between the header and the last row with content, in the file's order. Each is exactly
 * one of these.
 */
public sealed interface ReadRow {

  /** The sheet's name; blank for text files. */
  String sheet();

  /** The row number that Excel shows; in text files the line on which the record starts. */
  int row();

  /** A row that should be a record. */
  record Data(SheetRow cells) implements ReadRow {
    @Override
    public String sheet() {
      return cells.header().sheet();
    }

    @Override
    public int row() {
      return cells.row();
    }

    /** The place only: the cells name a person. */
    @Override
    public String toString() {
      return "Data[" + sheet() + "!" + row() + "]";
    }
  }

  /** A row with nothing in it. */
  record Blank(String sheet, int row) implements ReadRow {}

  /** A row that is no record: totals, signatures, a header or title repeated on a new page. */
  record Note(String sheet, int row) implements ReadRow {}
}
