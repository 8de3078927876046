package cn.bidui.report;

import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A row that was not taken, with everything that stood in it, for the answer to its owner.
 *
 * @param key names the row when the answer comes back corrected (行标识)
 * @param check proves that nobody changed {@code key} (校验)
 * @param cells in the order of the columns, as read; nothing is masked
 * @param problems at least one
 */
public record RejectedRow(
    String key, String check, String sheet, int row, List<Value> cells, List<RowProblem> problems) {

  /** A cell under its header. */
  public record Value(String title, String text) {}

  public RejectedRow {
    cells = List.copyOf(cells);
    problems = List.copyOf(problems);
  }

  /** Which of its faults most rows share, given how many rows have each. */
  ProblemCode cause(Map<ProblemCode, Integer> rows) {
    return problems.stream()
        .map(RowProblem::code)
        .min(Comparator.comparing((ProblemCode code) -> -rows.getOrDefault(code, 0)))
        .orElse(ProblemCode.VALUE_UNKNOWN);
  }

  String value(String title) {
    return cells.stream()
        .filter(cell -> cell.title().equals(title))
        .map(Value::text)
        .findFirst()
        .orElse("");
  }

  /** No values: they name a person. */
  @Override
  public String toString() {
    return "RejectedRow[" + sheet + "!" + row + ", " + problems + "]";
  }
}
