package cn.bidui.report;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/**
 * The thin lines around the cells of one workbook. POI looks through all borders of a workbook
 * eight times to put one together: it does so for the first style, and the others take that one.
 */
final class Box {

  private static final short GREY = IndexedColors.GREY_25_PERCENT.getIndex();

  private boolean drawn;
  private long border;

  /** Draws them around cells of that style. */
  void around(XSSFCellStyle style) {
    CTXf format = style.getCoreXf();
    if (drawn) {
      format.setBorderId(border);
      format.setApplyBorder(true);
      return;
    }
    draw(style);
    border = format.getBorderId();
    drawn = true;
  }

  private static void draw(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(GREY);
    style.setBottomBorderColor(GREY);
    style.setLeftBorderColor(GREY);
    style.setRightBorderColor(GREY);
  }
}
