package cn.bidui.report.notice;

import cn.bidui.report.Width;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How a cell of a notice looks. */
enum Ink {
  TITLE(18, true, false, HorizontalAlignment.CENTER),
  BODY(12, false, false, HorizontalAlignment.LEFT),
  HEADER(12, true, true, HorizontalAlignment.CENTER),
  CELL(12, false, true, HorizontalAlignment.CENTER),
  NOTE(10, false, false, HorizontalAlignment.LEFT),
  SIGN(12, false, false, HorizontalAlignment.RIGHT);

  /** Widths of columns are told in characters of this size. */
  private static final float MEASURE = 11;

  private static final byte[] PALE = {(byte) 0xEE, (byte) 0xF3, (byte) 0xF8};

  private final int points;
  private final boolean bold;
  private final boolean boxed;
  private final HorizontalAlignment side;

  Ink(int points, boolean bold, boolean boxed, HorizontalAlignment side) {
    this.points = points;
    this.bold = bold;
    this.boxed = boxed;
    this.side = side;
  }

  /** Into how many lines {@code words} break in a column of {@code room}. */
  int lines(String words, int room) {
    return Math.max(1, Width.lines(words, (int) (room * MEASURE / points)));
  }

  /** Of a row of so many lines, in points. */
  float height(int lines) {
    return points * (1.35f * lines + 0.65f);
  }

  /**
   * Text whatever it begins with: no cell of a notice computes.
   *
   * @param quoted for text that looks like a formula, which must stay text when it is edited
   */
  CellStyle style(XSSFWorkbook workbook, boolean quoted) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setQuotePrefixed(quoted);
    style.setFont(font(workbook));
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    style.setAlignment(side);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    if (boxed) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
    }
    if (this == HEADER) {
      style.setFillForegroundColor(new XSSFColor(PALE, null));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private Font font(XSSFWorkbook workbook) {
    Font font = workbook.createFont();
    font.setFontName("宋体");
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }
}
