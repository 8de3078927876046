package cn.bidui.normalize;

import cn.bidui.source.Problem.RowProblem;
import java.util.List;

/**
 * One row as it is kept.
 *
 * @param sheet index of the sheet in the workbook, 0-based
 * @param row the row number that Excel shows
 * @param values accepted and duplicate rows: canonical values in the layout's order; rejected rows:
 *     the texts of all cells by column; otherwise none
 * @param problems why it was rejected
 */
public record KeptRow(
    int sheet, int row, Bucket bucket, List<String> values, List<RowProblem> problems) {

  /** No values: they name a person. */
  @Override
  public String toString() {
    return "KeptRow[" + sheet + "!" + row + ", " + bucket + "]";
  }
}
