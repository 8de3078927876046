package cn.bidui.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** An answer with rows to correct, open in the hands of a clerk. */
final class ReturnedAnswer implements AutoCloseable {

  static final String SHEET = "需要修改";

  private final Workbook book;
  private final Sheet sheet;
  private final Row header;

  private ReturnedAnswer(Workbook book) {
    this.book = book;
    this.sheet = book.getSheet(SHEET);
    this.header = headerOf(sheet);
  }

  static ReturnedAnswer open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new ReturnedAnswer(WorkbookFactory.create(in));
    }
  }

  static ReturnedAnswer open(byte[] content) throws IOException {
    return new ReturnedAnswer(WorkbookFactory.create(new ByteArrayInputStream(content)));
  }

  private static Row headerOf(Sheet sheet) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (text(cell).equals("行标识")) {
          return row;
        }
      }
    }
    throw new AssertionError("no column 行标识");
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : new DataFormatter().formatCellValue(cell);
  }

  /** The column of {@code title}; of two the one further right, which is the list's. */
  private int column(String title) {
    int found = -1;
    for (Cell cell : header) {
      if (text(cell).equals(title)) {
        found = cell.getColumnIndex();
      }
    }
    if (found < 0) {
      throw new AssertionError("no column " + title);
    }
    return found;
  }

  private int own(String title) {
    for (Cell cell : header) {
      if (text(cell).equals(title)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + title);
  }

  /** Whether {@code title} cannot be seen. */
  boolean hides(String title) {
    return sheet.isColumnHidden(own(title));
  }

  /** The rows below the header, by the row of the list that each is about. */
  Map<Integer, Row> rows() {
    Map<Integer, Row> rows = new TreeMap<>();
    for (Row row : sheet) {
      if (row.getRowNum() > header.getRowNum() && !text(row.getCell(own("行标识"))).isEmpty()) {
        rows.put(Integer.parseInt(text(row.getCell(own("行号")))), row);
      }
    }
    return rows;
  }

  /** The keys of the rows, in order of the list's rows. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    rows().values().forEach(row -> keys.add(text(row.getCell(own("行标识")))));
    return keys;
  }

  String value(int listRow, String title) {
    return text(row(listRow).getCell(column(title)));
  }

  Row row(int listRow) {
    Row row = rows().get(listRow);
    if (row == null) {
      throw new AssertionError("no row about row " + listRow);
    }
    return row;
  }

  /** The number that Excel shows for the row about {@code listRow}. */
  int shown(int listRow) {
    return row(listRow).getRowNum() + 1;
  }

  ReturnedAnswer correct(int listRow, String title, String value) {
    write(row(listRow), column(title), value);
    return this;
  }

  ReturnedAnswer changeKey(int listRow, String key) {
    write(row(listRow), own("行标识"), key);
    return this;
  }

  ReturnedAnswer delete(int listRow) {
    sheet.removeRow(row(listRow));
    return this;
  }

  /** A copy of a row below all others; its row number. */
  Row copy(int listRow) {
    Row from = row(listRow);
    Row to = sheet.createRow(sheet.getLastRowNum() + 1);
    for (Cell cell : from) {
      write(to, cell.getColumnIndex(), text(cell));
    }
    return to;
  }

  /** A row that somebody typed below all others. */
  int insert(String title, String value) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    write(row, column(title), value);
    return row.getRowNum() + 1;
  }

  void write(Row row, String title, String value) {
    write(row, column(title), value);
  }

  private static void write(Row row, int column, String value) {
    Cell cell = row.getCell(column);
    (cell == null ? row.createCell(column) : cell).setCellValue(value);
  }

  /** Turns the rows upside down, as sorting would. */
  ReturnedAnswer reverse() {
    List<Row> rows = new ArrayList<>(rows().values());
    List<List<String>> values = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < header.getLastCellNum(); i++) {
        cells.add(text(row.getCell(i)));
      }
      values.add(0, cells);
    }
    rows.sort((a, b) -> Integer.compare(a.getRowNum(), b.getRowNum()));
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < values.get(r).size(); i++) {
        write(rows.get(r), i, values.get(r).get(i));
      }
    }
    return this;
  }

  /** Changes a value of the hidden sheet. */
  ReturnedAnswer meta(String name, String value) {
    for (Row row : book.getSheet("_meta")) {
      if (text(row.getCell(0)).equals(name)) {
        write(row, 1, value);
      }
    }
    return this;
  }

  ReturnedAnswer without(String sheetName) {
    book.removeSheetAt(book.getSheetIndex(sheetName));
    return this;
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
