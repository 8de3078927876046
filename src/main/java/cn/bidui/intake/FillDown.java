package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values of merged cells as they are meant: township and household stand once beside all of their
 * rows. Only in columns that the profile marks; rows are given from top to bottom.
 */
final class FillDown {

  private final Set<Integer> columns;
  private final MergedCells merged;
  private final Map<Integer, Standing> standing = new HashMap<>();

  /** A value and the last row in which it counts. */
  private record Standing(Cell cell, int lastRow) {}

  FillDown(Set<Integer> columns, MergedCells merged) {
    this.columns = columns;
    this.merged = merged;
  }

  RawRow filled(RawRow row) {
    if (columns.isEmpty() || merged.none()) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    for (int column : columns) {
      fill(row, column, cells);
    }
    return new RawRow(row.number(), cells, row.hidden());
  }

  private void fill(RawRow row, int column, List<Cell> cells) {
    int last = merged.lastRow(row.number(), column);
    if (last > row.number()) {
      standing.put(column, new Standing(row.cell(column), last));
      return;
    }
    Standing above = standing.get(column);
    if (above != null && row.number() <= above.lastRow() && row.cell(column).isBlank()) {
      while (cells.size() <= column) {
        cells.add(Cell.EMPTY);
      }
      cells.set(column, above.cell());
    }
  }
}
