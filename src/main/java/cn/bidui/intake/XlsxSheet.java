package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one worksheet part. Positions come from the {@code r} attributes where there are any,
 * else from counting; the {@code dimension} that writers state is often wrong and is not read.
 */
final class XlsxSheet implements RawSheet {

  private final XmlPart part;
  private final XlsxMerges merges;
  private final String name;
  private final XlsxCells meaning;
  private final IntakeLimits limits;
  private final CellStart start = new CellStart();
  private int row;
  private int column = CellStart.NONE;

  /** Cells of the row before: most rows are as wide as that. */
  private int width;

  XlsxSheet(XmlPart part, XlsxMerges merges, String name, XlsxCells meaning, IntakeLimits limits) {
    this.part = part;
    this.merges = merges;
    this.name = name;
    this.meaning = meaning;
    this.limits = limits;
  }

  static boolean isTrue(@Nullable String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }

  @Override
  public @Nullable RawRow next() throws Refusal {
    try {
      while (part.advance()) {
        if (part.starts("row")) {
          return row();
        }
      }
      part.verify();
      return null;
    } catch (Refusal refusal) {
      throw refusal.at(name, row, column);
    }
  }

  private RawRow row() throws Refusal {
    int number = number(part.attribute("r"));
    if (number <= row) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "row " + number);
    }
    row = number;
    if (row > limits.sheetRows().value()) {
      throw Refusal.tooMany(limits.sheetRows());
    }
    boolean hidden = isTrue(part.attribute("hidden"));
    List<Cell> cells = new ArrayList<>(width);
    column = CellStart.NONE;
    while (part.advance() && !part.ends("row")) {
      if (part.starts("c")) {
        start.read(part, column);
        column = start.column();
        put(cells, meaning.cell(start, part));
      }
    }
    column = CellStart.NONE;
    width = cells.size();
    return new RawRow(row, cells, hidden);
  }

  private int number(@Nullable String stated) throws Refusal {
    try {
      return stated == null ? row + 1 : Integer.parseInt(stated);
    } catch (NumberFormatException notANumber) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "row");
    }
  }

  /** Whole rows are often styled to the last column of Excel: only content counts. */
  private void put(List<Cell> cells, Cell cell) throws Refusal {
    if (cell.kind() == Cell.Kind.EMPTY) {
      return;
    }
    if (column >= limits.columns().value()) {
      throw Refusal.tooMany(limits.columns());
    }
    while (cells.size() < column) {
      cells.add(Cell.EMPTY);
    }
    cells.add(cell);
  }

  @Override
  public List<MergedRange> merged() throws Refusal {
    try {
      return merges.read();
    } catch (Refusal refusal) {
      throw refusal.at(name, 0, -1);
    }
  }

  @Override
  public void verifyRest() throws Refusal {
    try {
      part.verify();
    } catch (Refusal refusal) {
      throw refusal.at(name, 0, -1);
    }
  }

  @Override
  public void close() {
    part.close();
  }
}
