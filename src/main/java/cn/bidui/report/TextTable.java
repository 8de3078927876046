package cn.bidui.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A table for a terminal, its columns as wide as they look: Chinese characters take two places. */
final class TextTable {

  /** Longer cells are cut, so that a line stays a line. */
  private static final int WIDEST = 46;

  private static final String GAP = "  ";

  private final boolean open;
  private final List<String> titles = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();

  TextTable() {
    this(false);
  }

  /** With a last column whose cells are not cut, if {@code open}. */
  TextTable(boolean open) {
    this.open = open;
  }

  void title(String title) {
    titles.add(title);
  }

  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(TextTable::inOneLine).toArray());
  }

  private static Object inOneLine(Object cell) {
    return cell instanceof String text ? text.replace('\n', ' ') : cell;
  }

  /** Header, rule and rows; one line that says so if there are none. */
  List<String> lines(Words words) {
    if (rows.isEmpty()) {
      return new ArrayList<>(List.of(words.text("report.summary.none")));
    }
    List<Integer> widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(line(titles.toArray(), widths));
    lines.add(line(widths.stream().map("-"::repeat).toArray(), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < titles.size(); column++) {
      int at = column;
      List<Integer> all = new ArrayList<>(List.of(Width.of(titles.get(at))));
      rows.forEach(row -> all.add(Width.of(row[at].toString())));
      widths.add(Math.min(WIDEST, Collections.max(all)));
    }
    return widths;
  }

  private String line(Object[] cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.length; column++) {
      boolean whole = open && column == cells.length - 1;
      int width = whole ? Integer.MAX_VALUE : widths.get(column);
      String text = Width.clip(cells[column].toString(), width);
      boolean number = cells[column] instanceof Number;
      if (whole) {
        return line.append(text).toString();
      }
      line.append(number ? " ".repeat(width - Width.of(text)) + text : Width.pad(text, width));
      line.append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
