package cn.bidui.report;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How a cell looks. Light colors only: dark ones swallow the text on paper. */
enum Look {
  TITLE(16, true, IndexedColors.BLACK, null, false),
  HEADING(12, true, IndexedColors.BLACK, null, false),
  NOTE(10, false, IndexedColors.BLACK, null, false),
  ALARM_NOTE(11, true, IndexedColors.DARK_RED, null, false),
  HEADER(10, true, IndexedColors.BLACK, IndexedColors.PALE_BLUE, true),
  /** Header of a column that the reader fills in. */
  FILL_IN_HEADER(10, true, IndexedColors.BLACK, IndexedColors.LIGHT_YELLOW, true),
  TEXT(10, false, IndexedColors.BLACK, null, true),
  STRONG(10, true, IndexedColors.BLACK, null, true),
  /** Urgent, missing or out of balance. */
  ALARM(10, true, IndexedColors.DARK_RED, null, true),
  /** Explained or resolved: nothing is left to do. */
  MUTED(10, false, IndexedColors.GREY_50_PERCENT, null, true),
  TOTAL(10, true, IndexedColors.BLACK, IndexedColors.LEMON_CHIFFON, true),
  FILL_IN(10, false, IndexedColors.BLACK, IndexedColors.LEMON_CHIFFON, true);

  private final int points;
  private final boolean bold;
  private final IndexedColors ink;
  private final @org.jspecify.annotations.Nullable IndexedColors paper;
  private final boolean boxed;

  Look(
      int points,
      boolean bold,
      IndexedColors ink,
      @org.jspecify.annotations.Nullable IndexedColors paper,
      boolean boxed) {
    this.points = points;
    this.bold = bold;
    this.ink = ink;
    this.paper = paper;
    this.boxed = boxed;
  }

  /** Height of one line in points. */
  float lineHeight() {
    return points * 1.4f;
  }

  /** The style in {@code workbook}; {@code format} is {@code @} for text. */
  CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font(workbook));
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(boxed || this == NOTE || this == ALARM_NOTE);
    style.setAlignment(alignment(format));
    if (paper != null) {
      style.setFillForegroundColor(paper.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    if (boxed) {
      box(style);
    }
    return style;
  }

  private HorizontalAlignment alignment(String format) {
    if (this == HEADER || this == FILL_IN_HEADER) {
      return HorizontalAlignment.CENTER;
    }
    return format.equals("@") ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT;
  }

  private Font font(Workbook workbook) {
    Font font = workbook.createFont();
    font.setFontName("宋体");
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(ink.getIndex());
    return font;
  }

  private static void box(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setBottomBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setLeftBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setRightBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
  }
}
