package cn.bidui.intake;

import cn.bidui.plan.Limit;
import cn.bidui.source.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a table of a web page into rows of a sheet: each value stands in the column in
 * which the page shows it, whatever spans into its row from the left and from above.
 */
final class HtmlRows {

  /** The HTML standard takes wider and longer spans for these (4.9.11). */
  private static final int WIDEST_SPAN = 1000;

  private static final int LONGEST_SPAN = 65_534;

  private final String sheet;
  private final IntakeLimits limits;
  private final List<MergedRange> merged = new ArrayList<>();

  /** The last row that a cell from above reaches, for each column. */
  private final int[] covered;

  private @Nullable Element group;
  private int number;

  HtmlRows(String sheet, IntakeLimits limits) {
    this.sheet = sheet;
    this.limits = limits;
    this.covered = new int[Math.toIntExact(limits.columns().value())];
  }

  /** The table that an element stands in, be it null. */
  static @Nullable Element table(Element element) {
    @Nullable Element table = element.parent();
    while (table != null && !table.nameIs("table")) {
      table = table.parent();
    }
    return table;
  }

  /** The next row, from {@code tr} or from {@code caption}, which stands above the rows. */
  RawRow next(Element row) throws Refusal {
    number++;
    if (number > limits.sheetRows().value()) {
      throw tooMany(limits.sheetRows());
    }
    endSpans(row);
    if (row.nameIs("caption")) {
      Cell title = HtmlText.cell(row);
      return new RawRow(number, title.isBlank() ? List.of() : List.of(title));
    }
    return new RawRow(number, cells(row), HtmlText.hidden(row));
  }

  /** Cells never span from the head of a table into its body. */
  private void endSpans(Element row) {
    if (!Objects.equals(row.parent(), group)) {
      Arrays.fill(covered, 0);
      group = row.parent();
    }
  }

  private List<Cell> cells(Element row) throws Refusal {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (Element cell : row.children()) {
      if (cell.nameIs("td") || cell.nameIs("th")) {
        column = free(column);
        put(cells, column, HtmlText.cell(cell));
        column = cover(cell, column);
      }
    }
    return cells;
  }

  private int free(int from) {
    int column = from;
    while (column < covered.length && covered[column] >= number) {
      column++;
    }
    return column;
  }

  private void put(List<Cell> cells, int column, Cell cell) throws Refusal {
    if (cell.kind() == Cell.Kind.EMPTY) {
      return;
    }
    if (column >= covered.length) {
      throw tooMany(limits.columns());
    }
    while (cells.size() < column) {
      cells.add(Cell.EMPTY);
    }
    cells.add(cell);
  }

  private Refusal tooMany(Limit limit) {
    return Refusal.tooMany(limit).at(sheet, number, -1);
  }

  /** Marks what the cell covers; the column after it. */
  private int cover(Element cell, int column) {
    int width = span(cell, "colspan", WIDEST_SPAN, 1);
    int height = span(cell, "rowspan", LONGEST_SPAN, LONGEST_SPAN);
    int end = Math.min(column + width, covered.length);
    for (int i = column; i < end; i++) {
      covered[i] = Math.max(covered[i], number + height - 1);
    }
    if ((width > 1 || height > 1) && column < end) {
      merged.add(new MergedRange(number, number + height - 1, column, end - 1));
    }
    return Math.min(column + width, covered.length);
  }

  /** Zero means to the end of the group for rows, and nothing for columns. */
  private static int span(Element cell, String attribute, int most, int zero) {
    String stated = cell.attr(attribute).strip();
    if (!stated.matches("\\d{1,9}")) {
      return 1;
    }
    int span = Integer.parseInt(stated);
    return span == 0 ? zero : Math.min(span, most);
  }

  /** What spanned in the rows so far. */
  List<MergedRange> merged() {
    return merged;
  }
}
