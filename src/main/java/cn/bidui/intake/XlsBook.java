package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel 97 to 2003 (BIFF8 .xls, also WPS .et), held in memory as a whole. That is
 * only for those whose cells stand in no order; the usual ones are {@link XlsStreamBook}s.
 */
final class XlsBook implements Book {

  /** Other files of the kind, by the stream that only they have. */
  private static final Map<String, String> OTHERS =
      Map.of("WordDocument", "Word (.doc)", "PowerPoint Document", "PowerPoint (.ppt)");

  private final HSSFWorkbook workbook;
  private final IntakeLimits limits;
  private final boolean since1904;

  private XlsBook(HSSFWorkbook workbook, IntakeLimits limits) {
    this.workbook = workbook;
    this.limits = limits;
    this.since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
  }

  static Book open(Content file, IntakeLimits limits, Patience patience)
      throws IOException, Refusal {
    try {
      return opened(file, limits, patience);
    } catch (Refusal refusal) {
      if (refusal.code() == ProblemCode.FILE_DAMAGED && ContainerEnd.missing(file)) {
        throw Refusal.of(ProblemCode.FILE_INCOMPLETE, "OLE2");
      }
      throw refusal;
    }
  }

  private static Book opened(Content file, IntakeLimits limits, Patience patience) throws Refusal {
    POIFSFileSystem container = null;
    try {
      container = OleContainer.open(file);
      if (container.getRoot().hasEntryCaseInsensitive("EncryptionInfo")) {
        return unlocked(container, limits, patience);
      }
      requireWorkbook(container.getRoot());
      XlsOutline outline = XlsOutline.of(container.getRoot(), patience);
      return outline.ordered()
          ? new XlsStreamBook(container, outline, limits, patience)
          : whole(file, container, limits);
    } catch (Refusal refusal) {
      close(container);
      throw refusal;
    } catch (IOException | RuntimeException failure) {
      close(container);
      throw Faults.of(failure);
    }
  }

  /** Reads it all: only so can cells that stand in no order be put into rows. */
  static XlsBook whole(Content file, POIFSFileSystem container, IntakeLimits limits)
      throws IOException, Refusal {
    requireSize(file, limits.biffBytes().value());
    return new XlsBook(new HSSFWorkbook(container), limits);
  }

  private static Book unlocked(POIFSFileSystem container, IntakeLimits limits, Patience patience)
      throws IOException, Refusal {
    try {
      return LockedBook.open(container.getRoot(), limits, patience);
    } finally {
      container.close();
    }
  }

  private static void requireWorkbook(DirectoryNode root) throws Refusal {
    if (root.hasEntryCaseInsensitive("Workbook")) {
      return;
    }
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw Refusal.of(ProblemCode.FILE_PASSWORD, "");
    }
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (root.hasEntryCaseInsensitive(other.getKey())) {
        throw Refusal.of(ProblemCode.FILE_NOT_A_TABLE, other.getValue());
      }
    }
    boolean old = root.hasEntryCaseInsensitive("Book");
    throw Refusal.of(ProblemCode.FILE_FORMAT, old ? "Excel 5.0/95" : "OLE2");
  }

  private static void requireSize(Content file, long limit) throws IOException, Refusal {
    long size = file.size();
    if (size > limit) {
      throw Refusal.tooLarge(size, limit);
    }
  }

  static void close(@Nullable POIFSFileSystem container) {
    if (container != null) {
      try {
        container.close();
      } catch (IOException closed) {
        // It was opened for reading only.
        return;
      }
    }
  }

  @Override
  public List<SheetName> sheets() {
    List<SheetName> names = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
      names.add(new SheetName(workbook.getSheetName(i), hidden));
    }
    return names;
  }

  @Override
  public RawSheet open(int index) {
    return new XlsSheet(workbook.getSheetAt(index));
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException closed) {
      // It was opened for reading only.
      return;
    }
  }

  /**
   * Whether a formula was written, but never computed: the format has no other sign of it than a
   * zero that is to be computed on loading.
   */
  static boolean owed(FormulaRecord formula) {
    return formula.isCalcOnLoad()
        && formula.getCachedResultTypeEnum() == CellType.NUMERIC
        && formula.getValue() == 0;
  }

  /** Rows of a sheet that is already in memory. */
  private final class XlsSheet implements RawSheet {

    private final HSSFSheet sheet;
    private final Set<Long> unsaved;
    private int next;

    XlsSheet(HSSFSheet sheet) {
      this.sheet = sheet;
      this.unsaved = unsaved(sheet);
    }

    /** Cells whose formula was never computed; POI would pass a zero on as a result. */
    private static Set<Long> unsaved(HSSFSheet sheet) {
      Set<Long> cells = new HashSet<>();
      Iterator<CellValueRecordInterface> values = sheet.getSheet().getCellValueIterator();
      while (values.hasNext()) {
        CellValueRecordInterface value = values.next();
        if (value instanceof FormulaRecordAggregate formula && owed(formula.getFormulaRecord())) {
          cells.add(place(value.getRow(), value.getColumn()));
        }
      }
      return cells;
    }

    private static long place(int row, int column) {
      return (long) row << Short.SIZE | column;
    }

    @Override
    public @Nullable RawRow next() throws Refusal {
      while (next <= sheet.getLastRowNum()) {
        HSSFRow row = sheet.getRow(next++);
        if (row != null) {
          return row(row);
        }
      }
      return null;
    }

    private RawRow row(HSSFRow row) throws Refusal {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < row.getLastCellNum(); column++) {
        HSSFCell stored = row.getCell(column);
        cells.add(stored == null ? Cell.EMPTY : cell(stored));
      }
      while (!cells.isEmpty() && cells.get(cells.size() - 1).kind() == Cell.Kind.EMPTY) {
        cells.remove(cells.size() - 1);
      }
      if (cells.size() > limits.columns().value()) {
        throw Refusal.tooMany(limits.columns()).at(sheet.getSheetName(), row.getRowNum() + 1, -1);
      }
      return new RawRow(row.getRowNum() + 1, cells, row.getZeroHeight());
    }

    private Cell cell(HSSFCell cell) {
      CellType type = cell.getCellType();
      return switch (type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type) {
        case STRING -> Cell.text(cell.getRichStringCellValue().getString());
        case NUMERIC ->
            unsaved.contains(place(cell.getRowIndex(), cell.getColumnIndex()))
                ? new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE)
                : number(cell);
        case BOOLEAN -> new Cell(cell.getBooleanCellValue() ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
        case ERROR ->
            new Cell(FormulaError.forInt(cell.getErrorCellValue()).getString(), Cell.Kind.ERROR);
        default -> Cell.EMPTY;
      };
    }

    private Cell number(HSSFCell cell) {
      int format = cell.getCellStyle().getDataFormat();
      String code = cell.getCellStyle().getDataFormatString(workbook);
      return XlsOutline.number(
          cell.getNumericCellValue(), SerialDay.format(format, code), since1904);
    }

    @Override
    public List<MergedRange> merged() {
      List<MergedRange> ranges = new ArrayList<>();
      for (CellRangeAddress range : sheet.getMergedRegions()) {
        ranges.add(XlsOutline.range(range));
      }
      return ranges;
    }

    @Override
    public void verifyRest() {
      // The whole workbook was read when it was opened.
    }

    @Override
    public void close() {
      // The workbook owns the sheet.
    }
  }
}
