package cn.bidui.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of upper headers: which of its texts stands over which columns. Merged ranges say so;
 * where there are none, a text covers the blank cells to its right that have a name below.
 */
final class GroupRow {

  /** Longer texts are titles, and {@code 经办人：某某} names a person, not a group of columns. */
  private static final int LONGEST = 15;

  private static final Pattern TITLE = Pattern.compile(".*(名单|名册|花名册|一览表|登记表|统计表|汇总表|明细表|情况表|台账)");

  private final RawRow row;
  private final List<RawRow> below;
  private final MergedCells merged;

  GroupRow(RawRow row, List<RawRow> below, MergedCells merged) {
    this.row = row;
    this.below = below;
    this.merged = merged;
  }

  /** The group over each of the first {@code width} columns; blank where there is none. */
  String[] over(int width) {
    String[] over = new String[width];
    Arrays.fill(over, "");
    String group = "";
    int until = -1;
    for (int column = 0; column < width; column++) {
      if (!row.text(column).isEmpty()) {
        group = group(column) ? row.text(column) : "";
        until = end(column);
      }
      boolean within = column <= until && named(column);
      group = within ? group : "";
      over[column] = group;
    }
    return over;
  }

  /** The last column that the text at {@code column} may cover. */
  private int end(int column) {
    int last = merged.lastColumn(row.number(), column);
    if (last > column) {
      return last;
    }
    return covers(column) ? Integer.MAX_VALUE : column;
  }

  /**
   * Whether any text covers two columns or more. A title, which fills only the first cell, does not
   * count.
   */
  boolean groups() {
    int leftmost = 0;
    while (row.text(leftmost).isEmpty() && leftmost < row.cells().size()) {
      leftmost++;
    }
    for (int column = leftmost + 1; column < row.cells().size(); column++) {
      if (group(column) && covers(column)) {
        return true;
      }
    }
    return false;
  }

  private boolean group(int column) {
    String text = row.text(column);
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.indexOf(':') < 0
        && text.indexOf('：') < 0
        && !TITLE.matcher(text).matches();
  }

  private boolean covers(int column) {
    return row.text(column + 1).isEmpty() && named(column) && named(column + 1);
  }

  /** Whether a row below has a text in that column. */
  private boolean named(int column) {
    return below.stream().anyMatch(lower -> !lower.text(column).isEmpty());
  }
}
