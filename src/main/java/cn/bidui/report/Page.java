package cn.bidui.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** One sheet, written from top to bottom. */
public final class Page {

  /** A cell holds no more characters (Excel). */
  private static final int CELL_LIMIT = 32_767;

  /** Stands in the place of a figure, and to the right like one. */
  private static final String NO_FIGURE = "–";

  private static final String DAY_FORMAT = "yyyy-mm-dd";

  private static final float LEAST_HEIGHT = 18;
  private static final float MOST_HEIGHT = 409;

  private final Book book;
  private final Sheet sheet;

  /** The same sheet; what streaming does not offer can be set on it. */
  private final XSSFSheet whole;

  private int[] widths = {};
  private int next;
  private int printed;
  private int frozen;
  private boolean guarded;

  /** Whether cells below the header may be written to although the sheet is guarded. */
  private boolean answering;

  /** Whether what is written now may be. */
  private boolean open;

  Page(Book book, Sheet sheet, XSSFSheet whole, String title) {
    this.book = book;
    this.sheet = sheet;
    this.whole = whole;
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

  /** A page to be read like a letter: upright, without grid lines. */
  Page letter() {
    sheet.getPrintSetup().setLandscape(false);
    sheet.setDisplayGridlines(false);
    return this;
  }

  /** Sets the columns' widths, in half-width characters; 0 hides a column. */
  public Page widths(int... characters) {
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

  /** Keeps the first columns in sight. */
  Page freezing(int columns) {
    frozen = columns;
    return this;
  }

  /**
   * Guards everything but the columns to be corrected against slips, without a password: filters
   * work, rows may be inserted, columns may be made wider.
   */
  Page guarded() {
    guarded = true;
    return this;
  }

  /**
   * Guards header and hidden columns of a list that is answered in place. Its cells are open all
   * the same, those with questions too: Excel and LibreOffice sort and delete rows of a guarded
   * sheet only where no cell of theirs is locked, and a list of five hundred that cannot be sorted
   * is copied to a sheet that can, without its keys. What is typed over a question is stopped by
   * the cell's validation, and harmless: only keys and answers are read back, and each key has its
   * seal.
   */
  Page answering() {
    guarded = true;
    answering = true;
    return this;
  }

  /** A line of text across the whole sheet. */
  public Page line(Look look, String text) {
    return spanning(look, text);
  }

  /** One row of cells, the last of which takes the rest of the sheet. */
  Page spanning(Look look, Object... values) {
    int last = values.length - 1;
    float end = height(look(look, values[last]), values[last], wide(last));
    Row row = row(Math.max(end, height(look, Arrays.copyOf(values, last))));
    for (int column = 0; column < last; column++) {
      put(row, column, look, values[column]);
    }
    spread(row, last, look, values[last]);
    return this;
  }

  /** Merges the row's cells from {@code column} on. */
  private void spread(Row row, int column, Look look, Object value) {
    put(row, column, look, value);
    for (int other = column + 1; other < widths.length; other++) {
      // Where cells are merged, each of them still draws its own piece of the box.
      row.createCell(other).setCellStyle(book.style(look(look, value), "@"));
    }
    if (column < widths.length - 1) {
      sheet.addMergedRegion(
          new CellRangeAddress(row.getRowNum(), row.getRowNum(), column, widths.length - 1));
    }
  }

  private int wide(int from) {
    return Math.max(1, Arrays.stream(widths).skip(from).sum());
  }

  /** What follows is printed on a page of its own. */
  Page newSheetOfPaper() {
    sheet.setRowBreak(next - 1);
    return this;
  }

  /** An empty line. */
  public Page gap() {
    row(10);
    return this;
  }

  /**
   * The header of the sheet's one table: it stays in sight, and stands on every printed page.
   *
   * @param titles one for each column
   */
  public Page heading(Object... titles) {
    cells(Look.HEADER, titles);
    sheet.createFreezePane(1, next);
    sheet.setRepeatingRows(new CellRangeAddress(next - 1, next - 1, -1, -1));
    return this;
  }

  /** One row of cells: text, whole numbers, money, or {@link Column.Styled}. */
  public Page cells(Look look, Object... values) {
    Row row = row(height(look, values));
    for (int column = 0; column < values.length; column++) {
      put(row, column, look, values[column]);
    }
    return this;
  }

  private void put(Row row, int column, Look look, Object value) {
    if (value instanceof Column.Styled styled) {
      decorate(cell(row, column, styled.look(), styled.value()), styled);
    } else {
      cell(row, column, look, value);
    }
  }

  private static Look look(Look otherwise, Object value) {
    return value instanceof Column.Styled styled ? styled.look() : otherwise;
  }

  private void decorate(Cell cell, Column.Styled styled) {
    if (!styled.target().isEmpty()) {
      CreationHelper helper = sheet.getWorkbook().getCreationHelper();
      Hyperlink link = helper.createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress(styled.target());
      cell.setHyperlink(link);
    }
    if (!styled.remark().isEmpty()) {
      remark(cell, styled.remark());
    }
  }

  /** A note that shows beside its cell when the pointer rests on it. */
  private void remark(Cell cell, String text) {
    CreationHelper helper = sheet.getWorkbook().getCreationHelper();
    ClientAnchor place = helper.createClientAnchor();
    place.setCol1(cell.getColumnIndex() + 1);
    place.setCol2(cell.getColumnIndex() + 4);
    place.setRow1(cell.getRowIndex());
    place.setRow2(cell.getRowIndex() + 5);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(place);
    comment.setString(helper.createRichTextString(text));
    comment.setAuthor("Bidui");
    comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
    book.note(text);
  }

  /** A list that fills the sheet: frozen header, filter, header on every printed page. */
  <T> void list(List<Column<T>> columns, Iterable<T> rows, Function<T, Look> look) {
    widths(columns.stream().mapToInt(Column::width).toArray());
    for (int column = 0; column < columns.size(); column++) {
      // Whatever is typed below the list stays text too: an id must not become a number.
      sheet.setDefaultColumnStyle(column, below(columns.get(column).use()));
    }
    header(columns);
    open = answering;
    AnswerCells asked = new AnswerCells(answering);
    for (T row : rows) {
      Look tone = look.apply(row);
      asked.row(columns, row, next);
      cells(tone, columns.stream().map(column -> value(column, row, tone)).toArray());
    }
    open = false;
    CellRangeAddress all = new CellRangeAddress(0, Math.max(0, next - 1), 0, columns.size() - 1);
    sheet.createFreezePane(frozen, 1);
    sheet.setAutoFilter(all);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    // Ids are text and meant to be: no warning triangle in every cell.
    whole.addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    asked.validate(sheet, columns, next - 1);
    if (printed > 0) {
      int at = sheet.getWorkbook().getSheetIndex(sheet);
      sheet.getWorkbook().setPrintArea(at, 0, printed - 1, 0, next - 1);
    }
    if (guarded) {
      guard();
    }
  }

  private CellStyle below(Column.Use use) {
    String format = use == Column.Use.DAY ? DAY_FORMAT : "@";
    if (answering) {
      return book.openStyle(Look.NOTE, format);
    }
    return book.style(use == Column.Use.CORRECT ? Look.FREE : Look.NOTE, format);
  }

  private void guard() {
    whole.enableLocking();
    whole.lockAutoFilter(false);
    whole.lockSort(false);
    whole.lockInsertRows(false);
    whole.lockDeleteRows(false);
    whole.lockFormatCells(false);
    whole.lockFormatColumns(false);
    whole.lockFormatRows(false);
  }

  private <T> void header(List<Column<T>> columns) {
    cells(
        Look.HEADER,
        columns.stream().map(each -> new Column.Styled(look(each.use()), each.title())).toArray());
  }

  private static Look look(Column.Use use) {
    return switch (use) {
      case READ -> Look.HEADER;
      case FILL_IN, CHOOSE, DAY -> Look.FILL_IN_HEADER;
      case CORRECT -> Look.OPEN_HEADER;
    };
  }

  /** Where nothing is left to do, nothing is asked for. */
  private static <T> Object value(Column<T> column, T row, Look tone) {
    Object value = column.value().apply(row);
    return switch (column.use()) {
      case READ, CORRECT -> value;
      case FILL_IN, CHOOSE, DAY ->
          tone == Look.TEXT && !(value instanceof Column.Styled)
              ? new Column.Styled(Look.FILL_IN, value)
              : value;
    };
  }

  private Row row(float height) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, height)));
    return row;
  }

  /** High enough for the cell that breaks into most lines. */
  private float height(Look look, Object... values) {
    float height = LEAST_HEIGHT;
    for (int column = 0; column < Math.min(values.length, widths.length); column++) {
      if (widths[column] > 0) {
        Object value = values[column];
        height = Math.max(height, height(look(look, value), value, widths[column] - 1));
      }
    }
    return height;
  }

  private static float height(Look look, Object value, int room) {
    String text = (value instanceof Column.Styled styled ? styled.value() : value).toString();
    return lines(look, text, room) * look.lineHeight() + 5;
  }

  private static int lines(Look look, String text, int room) {
    int scaled = (int) (room / look.scale());
    // Most cells are short; only the others are measured letter by letter.
    return text.length() * 2 <= scaled && text.indexOf('\n') < 0 ? 1 : Width.lines(text, scaled);
  }

  private Cell cell(Row row, int column, Look look, Object value) {
    Cell cell = row.createCell(column);
    book.note(value.toString());
    if (value instanceof Integer || value instanceof Long) {
      cell.setCellStyle(style(look, "0"));
      cell.setCellValue(((Number) value).doubleValue());
    } else if (value instanceof BigDecimal money) {
      cell.setCellStyle(style(look, "0.00"));
      cell.setCellValue(money.doubleValue());
    } else if (value instanceof LocalDate day) {
      cell.setCellStyle(style(look, DAY_FORMAT));
      cell.setCellValue(day);
    } else if (value instanceof Column.NoDay) {
      cell.setCellStyle(style(look, DAY_FORMAT));
    } else {
      String text = clip(value.toString());
      cell.setCellStyle(style(look, value.equals(NO_FIGURE) ? "0" : format(text)));
      cell.setCellValue(text);
    }
    return cell;
  }

  private CellStyle style(Look look, String format) {
    return open ? book.openStyle(look, format) : book.style(look, format);
  }

  private static String format(String text) {
    return Guard.isFormulaLike(text) ? Look.QUOTED : "@";
  }

  private static String clip(String text) {
    if (text.length() <= CELL_LIMIT) {
      return text;
    }
    int end = CELL_LIMIT - 1;
    // A character of the supplementary planes is two chars: never half of it.
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
