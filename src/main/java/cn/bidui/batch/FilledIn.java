package cn.bidui.batch;

import cn.bidui.intake.AnswerColumn;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.ReturnSlip;
import cn.bidui.normalize.DateText;
import cn.bidui.source.Cell;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What was filled in on a row of a workbook of findings, as it is kept.
 *
 * @param date as ISO, or as typed where it says no day
 * @param until the same
 * @param night the night that the workbook says it is of; blank if it says none
 */
record FilledIn(
    String key,
    String check,
    String outcome,
    String note,
    String by,
    String date,
    String evidence,
    String until,
    String night) {

  /** Stands for a formula whose result was never saved: no answer, and not nothing. */
  private static final String NO_RESULT = "=?";

  static FilledIn of(ReadRow.Answer row) {
    return new FilledIn(
        row.key(),
        row.check(),
        text(row, AnswerColumn.OUTCOME),
        text(row, AnswerColumn.NOTE).replace("\r\n", "\n"),
        text(row, AnswerColumn.BY),
        day(row, AnswerColumn.DATE),
        text(row, AnswerColumn.EVIDENCE),
        day(row, AnswerColumn.UNTIL),
        row.slip().map(slip -> slip.value(ReturnSlip.NIGHT)).orElse(""));
  }

  private static String text(ReadRow.Answer row, AnswerColumn column) {
    Cell cell = row.cell(column);
    return cell.kind() == Cell.Kind.FORMULA_WITHOUT_VALUE ? NO_RESULT : cell.text().strip();
  }

  private static String day(ReadRow.Answer row, AnswerColumn column) {
    String text = text(row, column);
    String day = text.isEmpty() ? "" : DateText.day(row.cell(column).kind(), text);
    return day.isEmpty() ? text : day;
  }

  /** As they stand on the shelf. */
  List<String> values() {
    return FileShelving.storable(
        List.of(key, check, outcome, note, by, date, evidence, until, night));
  }

  static FilledIn of(List<String> values) {
    return new FilledIn(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6),
        values.get(7),
        values.get(8));
  }

  /** Whether it says nothing: a name or a day alone, filled down a column, is no answer. */
  boolean blank() {
    return outcome.isEmpty() && note.isEmpty() && evidence.isEmpty() && until.isEmpty();
  }

  /** The day that {@code text} is; empty if it is none. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** Nobody: the words may name a person. */
  @Override
  public String toString() {
    return "FilledIn[" + key + "]";
  }
}
