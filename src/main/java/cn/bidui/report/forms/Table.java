package cn.bidui.report.forms;

import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHeightRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** A table whose cells span units of one width, {@link #UNITS} of them a row. */
final class Table {

  /** As many units are as wide as the page. */
  static final int UNITS = 48;

  /** Eighths of a point. */
  private static final int THIN = 4;

  private static final int THICK = 8;
  private static final int BESIDE_TEXT = 50;
  private static final int ABOVE_TEXT = 10;

  private final CTTbl table;
  private final long unit;

  Table(CTTbl table, Margins margins) {
    this.table = table;
    this.unit = Margins.twips(margins.width()) / UNITS;
    CTTblPr how = table.addNewTblPr();
    width(how.addNewTblW(), unit * UNITS);
    how.addNewTblBorders();
    borders(how.getTblBorders());
    how.addNewTblLayout().setType(STTblLayoutType.FIXED);
    cellMargins(how.addNewTblCellMar());
    table.addNewTblGrid();
    for (int i = 0; i < UNITS; i++) {
      table.getTblGrid().addNewGridCol().setW(BigInteger.valueOf(unit));
    }
  }

  private static void borders(CTTblBorders borders) {
    line(borders.addNewTop(), THICK);
    line(borders.addNewLeft(), THICK);
    line(borders.addNewBottom(), THICK);
    line(borders.addNewRight(), THICK);
    line(borders.addNewInsideH(), THIN);
    line(borders.addNewInsideV(), THIN);
  }

  private static void line(CTBorder border, int size) {
    border.setVal(STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(size));
    border.setSpace(BigInteger.ZERO);
    border.setColor("auto");
  }

  private static void cellMargins(CTTblCellMar margins) {
    width(margins.addNewTop(), ABOVE_TEXT);
    width(margins.addNewLeft(), BESIDE_TEXT);
    width(margins.addNewBottom(), ABOVE_TEXT);
    width(margins.addNewRight(), BESIDE_TEXT);
  }

  private static void width(CTTblWidth width, long twips) {
    width.setW(BigInteger.valueOf(twips));
    width.setType(STTblWidth.DXA);
  }

  /** A row that is {@code millimeters} high or as high as its text; never on two pages. */
  Row row(double millimeters) {
    CTRow row = table.addNewTr();
    CTTrPr how = row.addNewTrPr();
    how.addNewCantSplit();
    how.addNewTrHeight().setVal(BigInteger.valueOf(Margins.twips(millimeters)));
    how.getTrHeightArray(0).setHRule(STHeightRule.AT_LEAST);
    return new Row(row);
  }

  /** A row, filled from left to right. */
  final class Row {

    private final CTRow row;

    private Row(CTRow row) {
      this.row = row;
    }

    /** Stands on top of every page that the table goes on to. */
    Row heading() {
      row.getTrPr().addNewTblHeader();
      return this;
    }

    /** A cell; its text may have several lines. */
    Row cell(int units, Line line, String text) {
      CTTc cell = row.addNewTc();
      shape(cell, units).addNewVAlign().setVal(STVerticalJc.CENTER);
      write(cell, line, text);
      return this;
    }

    /** As {@link #cell}, its text on top. */
    Row top(int units, Line line, String text) {
      CTTc cell = row.addNewTc();
      shape(cell, units);
      write(cell, line, text);
      return this;
    }

    /**
     * What a block of rows is about; in each row but the first of the block {@code text} is blank.
     */
    Row side(int units, Line line, String text) {
      CTTc cell = row.addNewTc();
      CTTcPr how = shape(cell, units);
      how.addNewVMerge().setVal(text.isEmpty() ? STMerge.CONTINUE : STMerge.RESTART);
      how.addNewVAlign().setVal(STVerticalJc.CENTER);
      write(cell, line, text);
      return this;
    }

    private CTTcPr shape(CTTc cell, int units) {
      CTTcPr how = cell.addNewTcPr();
      width(how.addNewTcW(), unit * units);
      how.addNewGridSpan().setVal(BigInteger.valueOf(units));
      return how;
    }

    private void write(CTTc cell, Line line, String text) {
      for (String each : text.split("\n", -1)) {
        Paper.set(cell.addNewP(), line, each);
      }
    }
  }
}
