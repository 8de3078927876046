package cn.bidui.report;

import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How a cell looks. Light colors only: dark ones swallow the text on paper. */
public enum Look {
  TITLE(16, true, IndexedColors.BLACK, Paper.NONE, false),
  HEADING(12, true, IndexedColors.BLACK, Paper.NONE, false),
  NOTE(10, false, IndexedColors.BLACK, Paper.NONE, false),
  ALARM_NOTE(11, true, IndexedColors.DARK_RED, Paper.NONE, false),
  HEADER(10, true, IndexedColors.BLACK, Paper.BLUE, true),
  /** Header of a column that the reader fills in. */
  FILL_IN_HEADER(10, true, IndexedColors.BLACK, Paper.YELLOW, true),
  TEXT(10, false, IndexedColors.BLACK, Paper.NONE, true),
  STRONG(10, true, IndexedColors.BLACK, Paper.NONE, true),
  /** Urgent, missing or out of balance. */
  ALARM(10, true, IndexedColors.DARK_RED, Paper.NONE, true),
  /** Explained or resolved: nothing is left to do. */
  MUTED(10, false, IndexedColors.GREY_50_PERCENT, Paper.NONE, true),
  TOTAL(10, true, IndexedColors.BLACK, Paper.CREAM, true),
  FILL_IN(10, false, IndexedColors.BLACK, Paper.CREAM, true),

  // --- answers to dropped files ---------------------------------------------------------------
  /** A verdict: nothing is to be done. */
  GOOD(18, true, IndexedColors.DARK_GREEN, Paper.GREEN, false),
  /** A verdict: something is to be corrected. */
  BAD(18, true, IndexedColors.DARK_RED, Paper.RED, false),
  /** A verdict: somebody or something is waited for. */
  PENDING(18, true, IndexedColors.BROWN, Paper.SAND, false),
  /** The one thing to do. */
  ACTION(12, true, IndexedColors.BLACK, Paper.SAND, true),
  /** One step of several. */
  STEP(11, false, IndexedColors.BLACK, Paper.NONE, false),
  /** Row numbers and counts between texts. */
  CENTERED(10, false, IndexedColors.BLACK, Paper.NONE, true),
  LINK(10, false, IndexedColors.BLUE, Paper.NONE, true),
  /** Header of a column that may be corrected in place. */
  OPEN_HEADER(10, true, IndexedColors.BLACK, Paper.GREEN, true),
  /** May be corrected in place. */
  OPEN(10, false, IndexedColors.BLACK, Paper.NONE, true),
  /** At fault, to be corrected in place. */
  FAULT(10, false, IndexedColors.BLACK, Paper.ROSE, true),
  /** Two lists say the same of somebody. */
  AGREES(10, false, IndexedColors.BLACK, Paper.GREEN, true),
  /** One slip apart. */
  SIMILAR(10, false, IndexedColors.BLACK, Paper.SAND, true),
  /** Two lists say different things of somebody. */
  DIFFERS(10, false, IndexedColors.BLACK, Paper.ROSE, true),
  /** An empty cell below a column that may be corrected in place. */
  FREE(10, false, IndexedColors.BLACK, Paper.NONE, false);

  /** The format of text that a spreadsheet might take for a formula: it is told not to. */
  static final String QUOTED = "'@";

  private static final Set<Look> UNLOCKED = EnumSet.of(OPEN, FAULT, FREE);
  private static final Set<Look> IN_THE_MIDDLE =
      EnumSet.of(HEADER, FILL_IN_HEADER, OPEN_HEADER, CENTERED);
  private static final Set<Look> ONE_LINE = EnumSet.of(TITLE, HEADING);

  /** Fills, as red, green and blue. */
  private enum Paper {
    NONE(0xFFFFFF),
    BLUE(0xDDEBF7),
    YELLOW(0xFFFF99),
    CREAM(0xFFFFCC),
    GREEN(0xE2F0D9),
    RED(0xFBE5E5),
    ROSE(0xFFC7CE),
    SAND(0xFFF2CC);

    private final int rgb;

    Paper(int rgb) {
      this.rgb = rgb;
    }

    XSSFColor color() {
      byte[] parts = {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
      return new XSSFColor(parts, null);
    }
  }

  private final int points;
  private final boolean bold;
  private final IndexedColors ink;
  private final Paper paper;
  private final boolean boxed;

  Look(int points, boolean bold, IndexedColors ink, Paper paper, boolean boxed) {
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

  /** How much wider or narrower its letters are than those that columns are measured in. */
  float scale() {
    return points / 10f;
  }

  /**
   * The style in {@code workbook}, whose cells are drawn around by {@code box}; {@code asked} is
   * {@code @} for text, or {@link #QUOTED}.
   */
  CellStyle style(XSSFWorkbook workbook, Box box, String asked) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setQuotePrefixed(asked.equals(QUOTED));
    String format = asked.equals(QUOTED) ? "@" : asked;
    style.setFont(font(workbook));
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(!ONE_LINE.contains(this));
    style.setAlignment(alignment(format));
    style.setLocked(!UNLOCKED.contains(this));
    if (paper != Paper.NONE) {
      style.setFillForegroundColor(paper.color());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    if (boxed) {
      box.around(style);
    }
    return style;
  }

  private HorizontalAlignment alignment(String format) {
    if (IN_THE_MIDDLE.contains(this)) {
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
    font.setUnderline(this == LINK ? Font.U_SINGLE : Font.U_NONE);
    return font;
  }
}
