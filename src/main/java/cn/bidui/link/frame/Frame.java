package cn.bidui.link.frame;

import java.util.List;

/**
 * The rows of all lists of one linkage, numbered through in the order of the lists, as typed
 * columns. No object per row.
 */
public final class Frame {

  private final List<String> lists;
  private final int[] starts;
  private List<Column> columns;
  private final int[] places;

  /**
   * With columns that are filled already.
   *
   * @param starts the first row of each list, and the number of all rows at the end
   * @param columns in the order of the plan's fields, each at least as long as there are rows
   */
  public Frame(List<String> lists, int[] starts, List<Column> columns) {
    this(lists, starts, columns, new int[0]);
  }

  /**
   * The same, of rows that were read from files.
   *
   * @param places the number of each row in its file; not copied
   */
  public Frame(List<String> lists, int[] starts, List<Column> columns, int[] places) {
    this.places = places;
    this.lists = List.copyOf(lists);
    this.starts = starts.clone();
    this.columns = List.copyOf(columns);
  }

  /** How many rows. */
  public int size() {
    return starts[lists.size()];
  }

  /** The names of the lists. */
  public List<String> lists() {
    return lists;
  }

  /** The first row of a list; for {@code lists().size()} the number of all rows. */
  public int start(int list) {
    return starts[list];
  }

  /** The list that a row stands on. */
  public int list(int row) {
    int list = 0;
    while (row >= starts[list + 1]) {
      list++;
    }
    return list;
  }

  /** The number of a row within its own list, from 0. */
  public int local(int row) {
    return row - starts[list(row)];
  }

  /**
   * The number of a row as its file counts: the line on which the record starts, in a workbook the
   * number that Excel shows. Where rows came from no file, as {@link #local} counts, from 1.
   */
  public int place(int row) {
    return places.length == 0 ? local(row) + 1 : places[row];
  }

  /**
   * All columns, of which this frame knows nothing afterwards: what is not used of them need not be
   * kept.
   */
  public List<Column> take() {
    List<Column> taken = columns;
    columns = List.of();
    return taken;
  }

  /** The column of the field at {@code position} in the plan. */
  public Column column(int position) {
    return columns.get(position);
  }
}
