package cn.bidui.normalize;

import cn.bidui.person.Text;
import cn.bidui.source.Cell;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SheetRow;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row while it is read: its cells, and what is wrong with them so far. */
final class RowReading {

  /** Longer than any name: 民委发〔2016〕33号 asks for 50 characters, officials write remarks too. */
  static final int LONGEST_NAME = 200;

  /** Longer than any other cell: what follows is a shifted column or an unclosed quote. */
  static final int LONGEST_TEXT = 1000;

  /** In text files the error values of spreadsheets are plain text. */
  private static final Set<String> ERROR_TEXTS =
      Set.of("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!");

  private final SheetReading sheet;
  private final SheetRow row;
  private final @Nullable Term term;
  private @Nullable List<RowProblem> problems;

  RowReading(SheetReading sheet, SheetRow row, @Nullable Term term) {
    this.sheet = sheet;
    this.row = row;
    this.term = term;
  }

  /** The term of the file. */
  @Nullable Term term() {
    return term;
  }

  /** The column profile of the sheet. */
  String profile() {
    return row.header().profile();
  }

  boolean has(Field field) {
    return sheet.has(field);
  }

  Cell cell(Field field) {
    return sheet.cell(row, field);
  }

  /** Whether the cell holds a value at all, and one of a length that can be meant. */
  boolean sound(Field field) {
    Cell cell = cell(field);
    String text = cell.text();
    if (cell.kind() == Cell.Kind.ERROR || (text.startsWith("#") && ERROR_TEXTS.contains(text))) {
      refuse(ProblemCode.CELL_ERROR, field);
      return false;
    }
    if (cell.kind() == Cell.Kind.FORMULA_WITHOUT_VALUE) {
      refuse(ProblemCode.FORMULA_WITHOUT_VALUE, field);
      return false;
    }
    return shortEnough(text, field);
  }

  private boolean shortEnough(String text, Field field) {
    if (text.length() <= LONGEST_NAME) {
      return true;
    }
    int longest = FieldReaders.holdsName(field) ? LONGEST_NAME : LONGEST_TEXT;
    if (text.codePointCount(0, text.length()) <= longest) {
      return true;
    }
    refuse(ProblemCode.VALUE_TOO_LONG, field, Integer.toString(longest));
    return false;
  }

  /** Something stands right of the header's last column: a cell may have been cut in two. */
  void tooWide() {
    int beyond = row.header().width();
    note(
        new RowProblem(
            ProblemCode.ROW_TOO_WIDE,
            new CellRef(
                row.header().file(), row.header().sheet(), row.row(), CellRef.letters(beyond)),
            Field.REMARK,
            row.cells().get(beyond).text(),
            List.of()));
  }

  /** The text of the cell, stripped; a number without the {@code .0} that files add. */
  String raw(Field field) {
    Cell cell = cell(field);
    return cell.kind() == Cell.Kind.NUMBER ? NumberText.plain(cell.text()) : stripped(cell.text());
  }

  /** Without blanks at the ends, those that do not look like any included. */
  static String stripped(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    if (c > ' ' && c < 0x7F) {
      return false;
    }
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  /**
   * {@link #raw} without {@code .0} and the marks by which digits are kept as text; blank for 无,
   * NULL, - …
   */
  String text(Field field) {
    String text = unmarked(raw(field));
    String whole = NumberText.wholePart(text);
    return Text.isNothing(text) ? "" : whole.isEmpty() ? text : whole;
  }

  private static String unmarked(String text) {
    if (text.isEmpty() || text.charAt(0) > '=') {
      return text;
    }
    String inner = Text.unwrap(text);
    return inner.startsWith("'") ? stripped(inner.substring(1)) : stripped(inner);
  }

  /** Notes a problem with {@code field}. Returns blank: no value of it is used. */
  String refuse(ProblemCode code, Field field, String... arguments) {
    String found = cell(field).text();
    note(new RowProblem(code, row.place(field), field, found, List.of(arguments)));
    return "";
  }

  private void note(RowProblem problem) {
    if (problems == null) {
      problems = new ArrayList<>();
    }
    problems.add(problem);
  }

  /** All problems noted, in the order of the layout. */
  List<RowProblem> problems() {
    return problems == null ? List.of() : problems;
  }
}
