package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel 97 to 2003 whose cells stand in order, row after row. Only the texts that its
 * cells share are held in memory: as a whole, a roll of 180 columns would need more than there is.
 */
final class XlsStreamBook implements Book {

  private final POIFSFileSystem container;
  private final XlsOutline outline;
  private final IntakeLimits limits;
  private final Patience patience;
  private @Nullable XlsWalk walk;
  private @Nullable SSTRecord texts;

  /** The sheet that was opened last. */
  private int opened = -1;

  /** The record that the next row begins with. */
  private @Nullable Record held;

  XlsStreamBook(
      POIFSFileSystem container, XlsOutline outline, IntakeLimits limits, Patience patience) {
    this.patience = patience;
    this.container = container;
    this.outline = outline;
    this.limits = limits;
  }

  @Override
  public List<SheetName> sheets() {
    return outline.names();
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    try {
      if (walk == null || index <= opened) {
        begin();
      }
      opened = index;
      while (held != null && walk().part() < index) {
        advance();
      }
      return new Sheet(index);
    } catch (IOException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  private void begin() throws IOException, Refusal {
    if (walk != null) {
      walk.close();
    }
    walk = new XlsWalk(container.getRoot(), patience);
    advance();
  }

  private XlsWalk walk() {
    return Objects.requireNonNull(walk);
  }

  private void advance() throws Refusal {
    held = walk().next();
    if (held instanceof SSTRecord shared) {
      texts = shared;
    }
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    if (walk != null) {
      walk.close();
    }
    XlsBook.close(container);
  }

  /** The rows of one sheet. */
  private final class Sheet implements RawSheet {

    private final int index;

    Sheet(int index) {
      this.index = index;
    }

    @Override
    public @Nullable RawRow next() throws Refusal {
      try {
        @Nullable CellValueRecordInterface first = cell();
        return first == null ? null : row(first.getRow());
      } catch (RuntimeException failure) {
        throw Faults.of(failure).at(outline.names().get(index).name(), 0, -1);
      }
    }

    /** The cell record that comes next in this sheet, not yet taken. */
    private @Nullable CellValueRecordInterface cell() throws Refusal {
      while (held != null && walk().part() == index) {
        if (held instanceof CellValueRecordInterface cell) {
          return cell;
        }
        advance();
      }
      return null;
    }

    private RawRow row(int row) throws Refusal {
      List<Cell> cells = new ArrayList<>();
      @Nullable CellValueRecordInterface record = cell();
      while (record != null && record.getRow() == row) {
        put(cells, record, value(record));
        record = cell();
      }
      return new RawRow(row + 1, cells, outline.hides(index, row));
    }

    private void put(List<Cell> cells, CellValueRecordInterface record, Cell cell) throws Refusal {
      if (cell.kind() == Cell.Kind.EMPTY) {
        return;
      }
      if (record.getColumn() >= limits.columns().value()) {
        throw Refusal.tooMany(limits.columns())
            .at(outline.names().get(index).name(), record.getRow() + 1, -1);
      }
      while (cells.size() < record.getColumn()) {
        cells.add(Cell.EMPTY);
      }
      cells.add(cell);
    }

    /** Takes the record, and what belongs to it. */
    private Cell value(CellValueRecordInterface record) throws Refusal {
      advance();
      if (record instanceof LabelSSTRecord text) {
        return Cell.text(shared(text.getSSTIndex()));
      }
      if (record instanceof NumberRecord number) {
        return outline.number(number.getValue(), number.getXFIndex());
      }
      if (record instanceof FormulaRecord formula) {
        return result(formula);
      }
      if (record instanceof BoolErrRecord flag) {
        return flag.isBoolean() ? flag(flag.getBooleanValue()) : error(flag.getErrorValue());
      }
      return record instanceof LabelRecord text ? Cell.text(text.getValue()) : Cell.EMPTY;
    }

    private String shared(int place) throws Refusal {
      if (texts == null) {
        // The record with all texts is lost, or stands behind the cells that need it.
        throw Refusal.of(ProblemCode.FILE_DAMAGED, "").at(outline.names().get(index).name(), 0, -1);
      }
      return texts.getString(place).getString();
    }

    private Cell result(FormulaRecord formula) throws Refusal {
      return switch (formula.getCachedResultTypeEnum()) {
        case STRING -> formula.hasCachedResultString() ? following() : Cell.EMPTY;
        case BOOLEAN -> flag(formula.getCachedBooleanValue());
        case ERROR -> error(formula.getCachedErrorValue());
        default ->
            XlsBook.owed(formula)
                ? new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE)
                : outline.number(formula.getValue(), formula.getXFIndex());
      };
    }

    /** The text that a formula gave stands behind it, and behind what it shares with others. */
    private Cell following() throws Refusal {
      while (held != null && !(held instanceof CellValueRecordInterface)) {
        if (held instanceof StringRecord text) {
          return Cell.text(text.getString());
        }
        advance();
      }
      return new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE);
    }

    private static Cell flag(boolean value) {
      return new Cell(value ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
    }

    private static Cell error(int code) {
      String shown = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#";
      return new Cell(shown, Cell.Kind.ERROR);
    }

    @Override
    public List<MergedRange> merged() {
      return outline.merged(index);
    }

    @Override
    public void verifyRest() {
      // The first look went over the whole workbook.
    }

    @Override
    public void close() {
      // The book owns the file.
    }
  }
}
