package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.List;

/**
 * One row before anything is known about the sheet; cells after the last filled one are left out.
 */
record RawRow(int number, List<Cell> cells) {

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
