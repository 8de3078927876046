package cn.bidui.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged ranges of a sheet by the cell that holds their value. */
final class MergedCells {

  static final MergedCells NONE = new MergedCells(List.of());

  private final Map<Long, MergedRange> byCorner = new HashMap<>();

  MergedCells(List<MergedRange> ranges) {
    ranges.forEach(
        range -> byCorner.putIfAbsent(corner(range.firstRow(), range.firstColumn()), range));
  }

  private static long corner(int row, int column) {
    return ((long) row << 32) | column;
  }

  boolean none() {
    return byCorner.isEmpty();
  }

  /** The last column over which the cell stretches; its own where it is not merged. */
  int lastColumn(int row, int column) {
    MergedRange range = byCorner.get(corner(row, column));
    return range == null ? column : range.lastColumn();
  }

  /** The last row over which the cell stretches; its own where it is not merged. */
  int lastRow(int row, int column) {
    MergedRange range = byCorner.get(corner(row, column));
    return range == null ? row : range.lastRow();
  }
}
