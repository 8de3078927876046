package cn.bidui.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/** One sheet, written from top to bottom. */
final class Page {

  /** A cell holds no more characters (Excel). */
  private static final int CELL_LIMIT = 32_767;

  private static final float LEAST_HEIGHT = 18;
  private static final float MOST_HEIGHT = 409;

  private final Book book;
  private final Sheet sheet;
  private int[] widths = {};
  private int next;
  private int printed;

  Page(Book book, Sheet sheet, String title) {
    this.book = book;
    this.sheet = sheet;
    print(title);
  }

  private void print(String title) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, 0.3);
    sheet.setMargin(PageMargin.RIGHT, 0.3);
    sheet.setMargin(PageMargin.TOP, 0.7);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    // An ampersand starts a code in headers.
    sheet.getHeader().setCenter(title.replace("&", "&&"));
  }

  /** Sets the columns' widths, in half-width characters; 0 hides a column. */
  Page widths(int... characters) {
    widths = characters;
    for (int column = 0; column < characters.length; column++) {
      sheet.setColumnWidth(column, Math.max(1, characters[column]) * 256);
      sheet.setColumnHidden(column, characters[column] == 0);
    }
    return this;
  }

  /** Lets a wide list take several pages side by side, its first columns on each of them. */
  Page across(int pages, int repeated) {
    sheet.getPrintSetup().setFitWidth((short) pages);
    sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, repeated - 1));
    return this;
  }

  /** Prints only the first columns; the rest is for the screen. */
  Page printing(int columns) {
    printed = columns;
    return this;
  }

  /** A line of text across the whole sheet. */
  Page line(Look look, String text) {
    int all = Math.max(1, Arrays.stream(widths).sum());
    Row row = row(Width.lines(text, all) * look.lineHeight() + 4);
    cell(row, 0, look, text);
    if (widths.length > 1) {
      sheet.addMergedRegion(
          new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, widths.length - 1));
    }
    return this;
  }

  /** An empty line. */
  Page gap() {
    row(10);
    return this;
  }

  /** One row of cells: text, whole numbers, money, or {@link Column.Styled}. */
  Page cells(Look look, Object... values) {
    Row row = row(height(look, values));
    for (int column = 0; column < values.length; column++) {
      if (values[column] instanceof Column.Styled styled) {
        cell(row, column, styled.look(), styled.value());
      } else {
        cell(row, column, look, values[column]);
      }
    }
    return this;
  }

  /** A list that fills the sheet: frozen header, filter, header on every printed page. */
  <T> void list(List<Column<T>> columns, List<T> rows, Function<T, Look> look) {
    widths(columns.stream().mapToInt(Column::width).toArray());
    for (int column = 0; column < columns.size(); column++) {
      // Whatever is typed below the list stays text too: an id must not become a number.
      sheet.setDefaultColumnStyle(column, book.style(Look.NOTE, "@"));
    }
    header(columns);
    for (T row : rows) {
      Look tone = look.apply(row);
      cells(tone, columns.stream().map(column -> value(column, row, tone)).toArray());
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, next - 1), 0, columns.size() - 1));
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    choices(columns, rows.size());
    if (printed > 0) {
      int at = sheet.getWorkbook().getSheetIndex(sheet);
      sheet.getWorkbook().setPrintArea(at, 0, printed - 1, 0, next - 1);
    }
  }

  private <T> void header(List<Column<T>> columns) {
    cells(
        Look.HEADER,
        columns.stream()
            .map(
                column ->
                    new Column.Styled(
                        column.use() == Column.Use.READ ? Look.HEADER : Look.FILL_IN_HEADER,
                        column.title()))
            .toArray());
  }

  /** Where nothing is left to do, nothing is asked for. */
  private static <T> Object value(Column<T> column, T row, Look tone) {
    Object value = column.value().apply(row);
    boolean asks = column.use() != Column.Use.READ && tone == Look.TEXT;
    return asks ? new Column.Styled(Look.FILL_IN, value) : value;
  }

  private <T> void choices(List<Column<T>> columns, int rows) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).use() == Column.Use.CHOOSE && rows > 0) {
        String names = Choices.name(columns.get(column).choices());
        sheet.addValidationData(choice(names, new CellRangeAddressList(1, rows, column, column)));
      }
    }
  }

  private DataValidation choice(String names, CellRangeAddressList cells) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation choice =
        helper.createValidation(helper.createFormulaListConstraint(names), cells);
    // In this file format the flag means the opposite: true shows the arrow.
    choice.setSuppressDropDownArrow(true);
    choice.setShowErrorBox(true);
    choice.createErrorBox(
        Words.ZH.text("report.answer.title"), Words.ZH.text("report.answer.text"));
    return choice;
  }

  private Row row(float height) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, height)));
    return row;
  }

  /** High enough for the cell that breaks into most lines. */
  private float height(Look look, Object... values) {
    int lines = 1;
    for (int column = 0; column < Math.min(values.length, widths.length); column++) {
      Object value = values[column] instanceof Column.Styled s ? s.value() : values[column];
      if (widths[column] > 0) {
        lines = Math.max(lines, Width.lines(value.toString(), widths[column] - 1));
      }
    }
    return lines * look.lineHeight() + 4;
  }

  private void cell(Row row, int column, Look look, Object value) {
    Cell cell = row.createCell(column);
    book.note(value.toString());
    if (value instanceof Integer || value instanceof Long) {
      cell.setCellStyle(book.style(look, "0"));
      cell.setCellValue(((Number) value).doubleValue());
    } else if (value instanceof BigDecimal money) {
      cell.setCellStyle(book.style(look, "0.00"));
      cell.setCellValue(money.doubleValue());
    } else {
      cell.setCellStyle(book.style(look, "@"));
      cell.setCellValue(clip(value.toString()));
    }
  }

  private static String clip(String text) {
    return text.length() <= CELL_LIMIT ? text : text.substring(0, CELL_LIMIT - 1) + "…";
  }
}
