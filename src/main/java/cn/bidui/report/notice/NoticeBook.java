package cn.bidui.report.notice;

import cn.bidui.report.Guard;
import cn.bidui.report.StillZip;
import cn.bidui.report.notice.NoticeText.Column;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A notice as a workbook of one sheet, to be printed on A4 and hung up. Every cell is text. */
final class NoticeBook {

  /** Half-width characters that stand side by side on upright A4. */
  private static final int WIDTH = 88;

  private static final int NUMBER_WIDTH = 7;

  /** Height of an empty line in points. */
  private static final float GAP = 8;

  private final NoticeText text;
  private final XSSFWorkbook workbook;
  private final XSSFSheet sheet;
  private final int[] widths;
  private final Map<Ink, CellStyle> styles = new EnumMap<>(Ink.class);
  private final Map<Ink, CellStyle> quoted = new EnumMap<>(Ink.class);
  private int next;

  private NoticeBook(NoticeText text, XSSFWorkbook workbook) {
    this.text = text;
    this.workbook = workbook;
    this.sheet = workbook.createSheet(NoticeText.word("sheet"));
    this.widths = widths(text.columns());
  }

  /** Writes the notice to {@code target}, which must not exist yet. */
  static void write(NoticeText text, Path target) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      new NoticeBook(text, workbook).fill();
      StillZip.save(workbook::write, text.from(), target);
    }
  }

  private void fill() {
    print();
    for (int column = 0; column < widths.length; column++) {
      sheet.setColumnWidth(column, widths[column] * 256);
    }
    across(Ink.TITLE, text.school());
    across(Ink.TITLE, text.title());
    across(Ink.BODY, "\u3000\u3000" + text.lead());
    for (Map.Entry<String, String> fact : text.facts()) {
      across(Ink.BODY, Messages.ZH.text("report.notice.fact", fact.getKey(), fact.getValue()));
    }
    gap();
    list();
    across(Ink.NOTE, NoticeText.word("law"));
    gap();
    across(Ink.SIGN, text.seal());
    across(Ink.SIGN, text.date());
    properties();
  }

  private void print() {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setDisplayGridlines(false);
    sheet.setMargin(PageMargin.LEFT, 0.6);
    sheet.setMargin(PageMargin.RIGHT, 0.6);
    sheet.setMargin(PageMargin.TOP, 0.75);
    sheet.setMargin(PageMargin.BOTTOM, 0.75);
    sheet.getFooter().setCenter(Messages.ZH.text("report.footer.page", "&P", "&N"));
  }

  /** The number's column, and the others by their shares of the rest. */
  private static int[] widths(List<Column> columns) {
    int shares = columns.stream().mapToInt(Column::share).sum();
    int[] widths = new int[columns.size() + 1];
    widths[0] = NUMBER_WIDTH;
    for (int column = 0; column < columns.size(); column++) {
      widths[column + 1] = columns.get(column).share() * (WIDTH - NUMBER_WIDTH) / shares;
    }
    return widths;
  }

  private void list() {
    List<Column> columns = text.columns();
    List<String> titles = new ArrayList<>(List.of(NoticeText.word("column.number")));
    columns.forEach(column -> titles.add(column.title()));
    int first = next;
    row(Ink.HEADER, titles);
    int number = 0;
    for (PublicLine line : text.lines()) {
      List<String> cells = new ArrayList<>(List.of(String.valueOf(++number)));
      columns.forEach(column -> cells.add(column.value().apply(line)));
      row(Ink.CELL, cells);
    }
    CellRangeAddress all = new CellRangeAddress(first, next - 1, 0, widths.length - 1);
    sheet.setRepeatingRows(new CellRangeAddress(first, first, -1, -1));
    sheet.addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
  }

  private void row(Ink ink, List<String> cells) {
    int lines = 1;
    for (int column = 0; column < cells.size(); column++) {
      lines = Math.max(lines, ink.lines(cells.get(column), widths[column] - 1));
    }
    Row row = line(ink, lines);
    for (int column = 0; column < cells.size(); column++) {
      put(row, column, ink, cells.get(column));
    }
  }

  private void across(Ink ink, String words) {
    int room = Arrays.stream(widths).sum() - 1;
    Row row = line(ink, ink.lines(words, room));
    put(row, 0, ink, words);
    sheet.addMergedRegion(
        new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, widths.length - 1));
  }

  private void gap() {
    sheet.createRow(next++).setHeightInPoints(GAP);
  }

  private Row line(Ink ink, int lines) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(ink.height(lines));
    return row;
  }

  private void put(Row row, int column, Ink ink, String words) {
    Cell cell = row.createCell(column);
    Map<Ink, CellStyle> fit = Guard.isFormulaLike(words) ? quoted : styles;
    cell.setCellStyle(fit.computeIfAbsent(ink, each -> each.style(workbook, fit == quoted)));
    cell.setCellValue(words);
  }

  /** Title and program only: who made it is nobody's name, when is the first day. */
  private void properties() {
    POIXMLProperties properties = workbook.getProperties();
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreator("Bidui");
    core.setTitle(text.school() + text.title());
    try {
      core.setCreated(text.from() + "T00:00:00Z");
      core.setModified(text.from() + "T00:00:00Z");
    } catch (InvalidFormatException impossible) {
      throw new IllegalStateException("a date is written as the format wants it", impossible);
    }
    properties.getExtendedProperties().setApplication("Bidui");
  }
}
