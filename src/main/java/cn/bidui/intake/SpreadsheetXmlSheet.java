package cn.bidui.intake;

import cn.bidui.plan.Limit;
import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one worksheet of an XML Spreadsheet 2003, from just after its start. */
final class SpreadsheetXmlSheet implements RawSheet {

  private static final int ISO_DAY = 10;

  private final SpreadsheetXmlBook book;
  private final SpreadsheetXml xml;
  private final IntakeLimits limits;
  private final String name;
  private final int index;
  private final List<MergedRange> merged = new ArrayList<>();
  private int row;

  /** Rows below the last one that were left out because they are empty and look like it. */
  private int alike;

  private boolean ended;

  SpreadsheetXmlSheet(SpreadsheetXmlBook book, SpreadsheetXml xml, int index) {
    this.book = book;
    this.xml = xml;
    this.limits = book.limits();
    this.name = book.sheets().get(index).name();
    this.index = index;
  }

  @Override
  public @Nullable RawRow next() throws Refusal {
    try {
      while (!ended && xml.advance()) {
        if (xml.starts("Row")) {
          return row();
        }
        ended = xml.ends("Worksheet");
      }
      return null;
    } catch (Refusal refusal) {
      throw refusal.at(name, row, -1);
    }
  }

  private RawRow row() throws Refusal {
    row = place("Index", row + alike);
    alike = xml.number("Span");
    boolean hidden = xml.number("Hidden") == 1;
    requireWithin(row, limits.sheetRows());
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    while (xml.advance() && !xml.ends("Row")) {
      if (xml.starts("Cell")) {
        column = place("Index", column);
        int width = spans(column);
        put(cells, column, cell());
        column += width;
      }
    }
    return new RawRow(row, cells, hidden);
  }

  /** The place, from 1, that an element states, or the one after {@code last}. */
  private int place(String attribute, int last) throws Refusal {
    if (xml.attribute(attribute) == null) {
      return last + 1;
    }
    int stated = xml.number(attribute);
    if (stated <= last) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "ss:" + attribute);
    }
    return stated;
  }

  /** How many columns to the right the cell covers. */
  private int spans(int column) {
    int width = xml.number("MergeAcross");
    int height = xml.number("MergeDown");
    if (width > 0 || height > 0) {
      merged.add(new MergedRange(row, row + height, column - 1, column - 1 + width));
    }
    return width;
  }

  private static void requireWithin(long place, Limit limit) throws Refusal {
    if (place > limit.value()) {
      throw Refusal.tooMany(limit);
    }
  }

  private void put(List<Cell> cells, int column, Cell cell) throws Refusal {
    if (cell.kind() == Cell.Kind.EMPTY) {
      return;
    }
    requireWithin(column, limits.columns());
    while (cells.size() < column - 1) {
      cells.add(Cell.EMPTY);
    }
    cells.add(cell);
  }

  /** Comments have data of their own, which is not the cell's. */
  private Cell cell() throws Refusal {
    @Nullable String style = xml.attribute("StyleID");
    boolean formula = xml.attribute("Formula") != null;
    @Nullable Cell data = null;
    while (xml.advance() && !xml.ends("Cell")) {
      if (xml.starts("Comment")) {
        xml.text();
      } else if (xml.starts("Data") && data == null) {
        data = data(xml.attribute("Type"), style, formula);
      }
    }
    Cell without = formula ? new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE) : Cell.EMPTY;
    return data == null ? without : data;
  }

  private Cell data(@Nullable String type, @Nullable String style, boolean formula) throws Refusal {
    String text = xml.text();
    String stored = text.strip();
    String kind = type == null ? "String" : type;
    if (stored.isEmpty()) {
      return formula && !kind.equals("String")
          ? new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE)
          : Cell.text(text);
    }
    return switch (kind) {
      case "Number" -> book.number(style, stored);
      case "DateTime" -> new Cell(day(stored), Cell.Kind.DATE);
      case "Boolean" ->
          new Cell(
              stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
      case "Error" -> new Cell(stored, Cell.Kind.ERROR);
      default -> Cell.text(text);
    };
  }

  /** {@code 2012-03-05T00:00:00.000} → {@code 2012-03-05}. */
  private static String day(String stored) {
    return stored.length() > ISO_DAY ? stored.substring(0, ISO_DAY) : stored;
  }

  @Override
  public List<MergedRange> merged() throws Refusal {
    try (SpreadsheetXmlBook again = book.again()) {
      SpreadsheetXmlSheet look = (SpreadsheetXmlSheet) again.open(index);
      while (look.next() != null) {
        // Only the spans are wanted.
      }
      return look.merged;
    }
  }

  @Override
  public void verifyRest() {
    // The whole file was read to its end when it was opened.
  }

  @Override
  public void close() {
    // The book owns the file.
  }
}
