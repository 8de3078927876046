package cn.bidui.report.city;

import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that stands in the workbook and on the page alike.
 *
 * @param name of its sheet
 * @param note what its figures mean
 * @param columns from left to right
 */
record CityTable(String name, String note, List<Column> columns, List<Line> lines) {

  CityTable(String name, String note, List<Column> columns) {
    this(name, note, columns, new ArrayList<>());
  }

  /**
   * One column.
   *
   * @param width in half-width characters
   */
  record Column(String title, int width) {}

  /** A column with a header of the catalog: {@code key} is whole. */
  static Column column(String key, int width) {
    return new Column(Messages.ZH.text(key), width);
  }

  /** How a line is to be read. */
  enum Tone {
    PLAIN,
    /** In no total. */
    APART,
    /** Nothing was read or compared. */
    MISSING,
    SUBTOTAL,
    TOTAL;

    static Tone of(Condition condition) {
      return switch (condition) {
        case COUNTED -> PLAIN;
        case APART -> APART;
        case MISSING -> MISSING;
      };
    }
  }

  /** One line; a cell is text, a whole number or money. */
  record Line(Tone tone, List<Object> cells) {}

  List<String> titles() {
    return columns.stream().map(Column::title).toList();
  }

  void add(Tone tone, Object... cells) {
    add(tone, List.of(cells));
  }

  void add(Tone tone, List<Object> cells) {
    lines.add(new Line(tone, List.copyOf(cells)));
  }
}
