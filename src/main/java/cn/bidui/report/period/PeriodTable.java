package cn.bidui.report.period;

import java.util.List;

/**
 * A table of a report.
 *
 * @param name short enough for a sheet
 * @param notes what its columns mean
 * @param flow whether the counts of a row add up to one another
 * @param annex whether it stands in the workbook only
 */
public record PeriodTable(
    String name,
    String heading,
    List<String> notes,
    List<Head> heads,
    List<Row> rows,
    boolean flow,
    boolean annex) {

  public PeriodTable {
    notes = List.copyOf(notes);
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /** A column. */
  public record Head(String title, int width) {}

  /** How a row looks. */
  public enum Tone {
    PLAIN,
    /** A township above its schools. */
    PLACE,
    TOTAL
  }

  /**
   * A row.
   *
   * @param group rows of one tone and group add up to the row above them, more or less
   */
  public record Row(Tone tone, String group, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  PeriodTable rows(List<Row> others) {
    return new PeriodTable(name, heading, notes, heads, others, flow, annex);
  }

  /** Heads of the columns {@code period.column.<key>}, each with its width after it. */
  static List<Head> heads(Object... keysAndWidths) {
    List<Head> heads = new java.util.ArrayList<>();
    for (int i = 0; i < keysAndWidths.length; i += 2) {
      heads.add(new Head(Texts.of("column." + keysAndWidths[i]), (Integer) keysAndWidths[i + 1]));
    }
    return heads;
  }

  static Row row(Tone tone, String group, Cell... cells) {
    return new Row(tone, group, List.of(cells));
  }
}
