package cn.bidui.intake;

import cn.bidui.plan.HeaderText;
import cn.bidui.source.CellRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row, or two rows one above the other, read as a header.
 *
 * @param first index of its first row among the sheet's rows
 * @param last index of its last row
 * @param row number of its last row
 */
record HeaderLine(int first, int last, int row, List<HeaderCell> cells) {

  /** Longer texts are titles, and {@code 经办人：某某} names a person, not a group of columns. */
  private static final int LONGEST_GROUP = 15;

  /** The row at {@code index}. */
  static HeaderLine single(List<RawRow> rows, int index) {
    RawRow row = rows.get(index);
    List<HeaderCell> cells = new ArrayList<>();
    for (int column = 0; column < row.cells().size(); column++) {
      if (!row.text(column).isEmpty()) {
        cells.add(cell(column, row.text(column), ""));
      }
    }
    return new HeaderLine(index, index, row.number(), cells);
  }

  /** The rows at {@code index - 1} and {@code index}, groups above and names below. */
  static HeaderLine pair(List<RawRow> rows, int index) {
    RawRow upper = rows.get(index - 1);
    RawRow lower = rows.get(index);
    List<HeaderCell> cells = new ArrayList<>();
    String group = "";
    for (int column = 0; column < Math.max(upper.cells().size(), lower.cells().size()); column++) {
      String above = upper.text(column);
      String below = lower.text(column);
      if (below.isEmpty()) {
        group = "";
      } else if (!above.isEmpty()) {
        group = covers(upper, lower, column) ? above : "";
      }
      if (!below.isEmpty()) {
        cells.add(cell(column, below, group));
      } else if (!above.isEmpty()) {
        cells.add(cell(column, above, ""));
      }
    }
    return new HeaderLine(index - 1, index, lower.number(), cells);
  }

  private static HeaderCell cell(int column, String text, String group) {
    String folded = HeaderText.fold(group);
    return new HeaderCell(
        column,
        folded.isEmpty() ? text : group + "/" + text,
        HeaderText.fold(text),
        folded,
        Relatives.named(HeaderText.hint(text)));
  }

  /**
   * Whether the row above {@code index} names groups of its columns. A title, which fills only the
   * first column, does not.
   */
  static boolean groupsAbove(List<RawRow> rows, int index) {
    if (index == 0) {
      return false;
    }
    RawRow upper = rows.get(index - 1);
    RawRow lower = rows.get(index);
    int leftmost = 0;
    while (upper.text(leftmost).isEmpty() && leftmost < upper.cells().size()) {
      leftmost++;
    }
    for (int column = leftmost + 1; column < upper.cells().size(); column++) {
      if (covers(upper, lower, column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the upper cell stands over two columns or more: its right neighbor is blank. */
  private static boolean covers(RawRow upper, RawRow lower, int column) {
    String text = upper.text(column);
    return !text.isEmpty()
        && text.length() <= LONGEST_GROUP
        && text.indexOf(':') < 0
        && text.indexOf('：') < 0
        && upper.text(column + 1).isEmpty()
        && !lower.text(column).isEmpty()
        && !lower.text(column + 1).isEmpty();
  }

  /** What each column is called, no two alike: its title, else its letters. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int column = 0; column < width(); column++) {
      String letters = CellRef.letters(column);
      String text = title(column).orElse(letters);
      while (!taken.add(text)) {
        text = text + "（" + letters + "）";
      }
      texts.add(text);
    }
    return texts;
  }

  private Optional<String> title(int column) {
    return cells.stream()
        .filter(cell -> cell.column() == column)
        .map(HeaderCell::title)
        .findFirst();
  }

  /** Columns up to the last that has a header. */
  int width() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).column() + 1;
  }
}
