package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of merged cells as they are meant: school, township and household stand once beside all of
 * their rows. Only in columns that the profile marks; rows are given from top to bottom. What is
 * merged is asked for only once a cell of such a column is blank: most lists have none.
 */
final class FillDown {

  private final int[] columns;
  private final @Nullable Cell[] standing;
  private final int[] since;
  private final Ranges ranges;

  /** Looks up the merged cells of the sheet. */
  interface Ranges {
    MergedCells get() throws Refusal;
  }

  FillDown(Set<Integer> columns, Ranges ranges) {
    this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    this.standing = new Cell[this.columns.length];
    this.since = new int[this.columns.length];
    this.ranges = ranges;
  }

  RawRow filled(RawRow row) throws Refusal {
    RawRow filled = row;
    for (int i = 0; i < columns.length; i++) {
      Cell own = row.cell(columns[i]);
      if (!own.isBlank()) {
        standing[i] = own;
        since[i] = row.number();
      } else if (standing[i] != null && reaches(i, row.number())) {
        filled = with(filled, columns[i], standing[i]);
      }
    }
    return filled;
  }

  /** Whether the value that stands in the column is shown in that row, too. */
  private boolean reaches(int column, int row) throws Refusal {
    return ranges.get().lastRow(since[column], columns[column]) >= row;
  }

  private static RawRow with(RawRow row, int column, Cell value) {
    List<Cell> cells = new ArrayList<>(row.cells());
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, value);
    return new RawRow(row.number(), cells, row.hidden());
  }
}
