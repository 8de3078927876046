package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.List;

/**
 * One row before anything is known about the sheet; cells after the last filled one are left out.
 *
 * @param number as Excel shows it; in text files the line on which the record starts
 * @param hidden whether the workbook hides it, by hand or by a filter
 */
record RawRow(int number, List<Cell> cells, boolean hidden) {

  /** A row in plain sight. */
  RawRow(int number, List<Cell> cells) {
    this(number, cells, false);
  }

  boolean blank() {
    for (Cell cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  String text(int column) {
    return cell(column).text().strip();
  }

  /** The place only: the cells may name a person. */
  @Override
  public String toString() {
    return "RawRow[" + number + "]";
  }
}
