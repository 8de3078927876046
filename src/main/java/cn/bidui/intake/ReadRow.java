package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Header;
import cn.bidui.source.SheetRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row between the header and the last row with content, in the file's order. Each is exactly
 * one of these.
 */
public sealed interface ReadRow {

  /** The sheet's name; blank for text files. */
  String sheet();

  /** The row number that Excel shows; in text files the line on which the record starts. */
  int row();

  /** A row that should be a record. */
  record Data(SheetRow cells) implements ReadRow {
    @Override
    public String sheet() {
      return cells.header().sheet();
    }

    @Override
    public int row() {
      return cells.row();
    }

    /** The place only: the cells name a person. */
    @Override
    public String toString() {
      return "Data[" + sheet() + "!" + row() + "]";
    }
  }

  /**
   * A row of an answer that came back, to be held against the row of the list that it names.
   *
   * @param cells under the header of the list's sheet, as far as the key names one; the place is
   *     that in the answer
   * @param sheetHeader of the answer's sheet as a whole, all of the list's sheets taken together
   * @param key which row of which list it says it is; blank for an inserted row
   * @param check the seal over {@code key}
   * @param repeat whether other rows of the answer have the same key
   * @param beyond column of the first value that stood right of the list's header, -1 if none does
   * @param slip what the answer says of itself
   */
  record Corrected(
      SheetRow cells,
      Header sheetHeader,
      String key,
      String check,
      Repeat repeat,
      int beyond,
      ReturnSlip slip)
      implements ReadRow {

    /** How often a key stands in an answer. */
    public enum Repeat {
      ONCE,
      /** An earlier row says the same of the same row. */
      COPY,
      /** Another row says something else of the same row. */
      CONFLICT
    }

    @Override
    public String sheet() {
      return cells.header().sheet();
    }

    @Override
    public int row() {
      return cells.row();
    }

    /** The place only: the cells name a person. */
    @Override
    public String toString() {
      return "Corrected[" + sheet() + "!" + row() + "]";
    }
  }

  /**
   * A row of a workbook of findings that came back.
   *
   * @param key which finding it says it is about; blank for an inserted row
   * @param check the seal over {@code key}
   * @param cells what was filled in; a column that is gone is empty
   * @param slip what the workbook says of itself; empty if that is lost
   */
  record Answer(
      String sheet,
      int row,
      String key,
      String check,
      Map<AnswerColumn, Cell> cells,
      Optional<ReturnSlip> slip)
      implements ReadRow {

    public Answer {
      cells = Collections.unmodifiableMap(new EnumMap<>(cells));
    }

    /** The text of a cell; blank for a column that is gone. */
    public String text(AnswerColumn column) {
      return cell(column).text().strip();
    }

    /** A cell; empty for a column that is gone. */
    public Cell cell(AnswerColumn column) {
      return cells.getOrDefault(column, Cell.EMPTY);
    }

    /** The place only: the cells name a person. */
    @Override
    public String toString() {
      return "Answer[" + sheet() + "!" + row() + "]";
    }
  }

  /** A row with nothing in it. */
  record Blank(String sheet, int row) implements ReadRow {}

  /** A row that is no record: totals, signatures, a header or title repeated on a new page. */
  record Note(String sheet, int row) implements ReadRow {}
}
