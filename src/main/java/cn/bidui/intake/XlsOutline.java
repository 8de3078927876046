package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * What a first look over a workbook of Excel 97 to 2003 tells: its sheets, what they hide and
 * merge, which styles show dates, and whether its cells stand in order, so that a second look can
 * hand on row after row without holding the workbook in memory.
 */
final class XlsOutline {

  /** Numbers from here on have more digits than a cell keeps. */
  private static final double KEPT_DIGITS = 1e15;

  private final List<Book.SheetName> names = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final BitSet dates = new BitSet();
  private boolean since1904;
  private boolean ordered = true;
  private long last;

  /** What belongs to one sheet. */
  private record Sheet(BitSet hiddenRows, List<MergedRange> merged) {}

  private XlsOutline() {}

  static XlsOutline of(DirectoryNode root, Patience patience) throws IOException, Refusal {
    XlsOutline outline = new XlsOutline();
    try (XlsWalk walk = new XlsWalk(root, patience)) {
      int part = XlsWalk.SHARED;
      for (Record record = walk.next(); record != null; record = walk.next()) {
        outline.last = walk.part() == part ? outline.last : -1;
        part = walk.part();
        outline.note(record, part);
      }
      if (!walk.whole() || walk.part() + 1 < outline.names.size()) {
        throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
      }
    }
    for (int style = 0; style < outline.styles.size(); style++) {
      int format = outline.styles.get(style);
      outline.dates.set(style, SerialDay.format(format, outline.formats.get(format)));
    }
    return outline;
  }

  private void note(Record record, int part) {
    if (part == XlsWalk.SHARED) {
      shared(record);
    } else if (part < sheets.size()) {
      ofSheet(record, sheets.get(part));
    }
  }

  private void shared(Record record) {
    if (record instanceof BoundSheetRecord sheet) {
      boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
      names.add(new Book.SheetName(sheet.getSheetname(), hidden));
      sheets.add(new Sheet(new BitSet(), new ArrayList<>()));
    } else if (record instanceof DateWindow1904Record window) {
      since1904 = window.getWindowing() == 1;
    } else if (record instanceof FormatRecord format) {
      formats.put(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      styles.add((int) style.getFormatIndex());
    }
  }

  private void ofSheet(Record record, Sheet sheet) {
    if (record instanceof CellValueRecordInterface cell) {
      long place = (long) cell.getRow() << Short.SIZE | cell.getColumn();
      ordered &= place > last;
      last = place;
    } else if (record instanceof RowRecord row && row.getZeroHeight()) {
      sheet.hiddenRows().set(row.getRowNumber());
    } else if (record instanceof MergeCellsRecord ranges) {
      for (int i = 0; i < ranges.getNumAreas(); i++) {
        sheet.merged().add(range(ranges.getAreaAt(i)));
      }
    }
  }

  static MergedRange range(CellRangeAddress range) {
    return new MergedRange(
        range.getFirstRow() + 1,
        range.getLastRow() + 1,
        range.getFirstColumn(),
        range.getLastColumn());
  }

  List<Book.SheetName> names() {
    return names;
  }

  /** Whether each cell stands after the one before it, as all known programs write them. */
  boolean ordered() {
    return ordered;
  }

  /**
   * Whether the workbook hides that row.
   *
   * @param row from 0
   */
  boolean hides(int sheet, int row) {
    return sheets.get(sheet).hiddenRows().get(row);
  }

  List<MergedRange> merged(int sheet) {
    return sheets.get(sheet).merged();
  }

  /** The cell of a number: a date, if its style says so. */
  Cell number(double value, int style) {
    return number(value, dates.get(style), since1904);
  }

  static Cell number(double value, boolean date, boolean since1904) {
    String stored = digits(value);
    return date ? SerialDay.cell(stored, since1904) : new Cell(stored, Cell.Kind.NUMBER);
  }

  /**
   * The digits that the number keeps, written as .xlsx stores them: {@code 202304}, {@code 312.5},
   * but {@code 5.2992120120304998E+17}, because the missing digits must not read as zeros.
   */
  private static String digits(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    if (Math.abs(number) >= KEPT_DIGITS) {
      return Double.toString(number).replace("E", "E+");
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }
}
