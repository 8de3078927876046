package cn.bidui.report;

import cn.bidui.source.Problem.RowProblem;
import java.util.List;

/**
 * A row that was not taken, with everything that stood in it, for the answer to its owner.
 *
 * @param key names the row when the answer comes back corrected (行标识)
 * @param check proves that nobody changed {@code key} (校验)
 * @param cells by column of the sheet, from the first (A) on, as read; nothing is masked; empty
 *     ones at the end may be left out
 * @param problems at least one
 */
public record RejectedRow(
    String key, String check, String sheet, int row, List<Value> cells, List<RowProblem> problems) {

  /**
   * A cell under its header.
   *
   * @param column the letters of its column in the sheet; blank if the cells of the row stand one
   *     for each column, from the first (A) on
   */
  public record Value(String title, String text, String column) {

    /** A cell of a row whose cells stand one for each column. */
    public Value(String title, String text) {
      this(title, text, "");
    }
  }

  public RejectedRow {
    cells = List.copyOf(cells);
    problems = List.copyOf(problems);
  }

  /** No values: they name a person. */
  @Override
  public String toString() {
    return "RejectedRow[" + sheet + "!" + row + ", " + problems + "]";
  }
}
