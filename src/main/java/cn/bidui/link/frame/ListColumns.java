package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan.LinkField;
import java.util.Arrays;
import java.util.List;

/**
 * A list, or a part of it, while it is read: takes the bytes of its cells, one row after the other,
 * and makes no object of any of them. One thread fills it. What was joined to a frame can be
 * cleared and filled again: new arrays for every part would have to be moved by the collector while
 * everybody waits.
 */
public final class ListColumns {

  /** Parts whose size nobody knows are taken to be small. */
  private static final int FEW_ROWS = 1 << 10;

  private final RawColumn[] columns;
  private int[] lines;
  private int rows;

  /** For the fields of a plan, in its order. */
  public ListColumns(List<LinkField> fields) {
    this(fields, 0);
  }

  /**
   * The same, of about as many rows as are expected: what has to grow is copied, and what was
   * copied is garbage.
   */
  public ListColumns(List<LinkField> fields, int expected) {
    int room = Math.max(FEW_ROWS, expected);
    lines = new int[room];
    columns = fields.stream().map(field -> new RawColumn(field, room)).toArray(RawColumn[]::new);
  }

  /**
   * A cell of the row that is being read; a field without one is nothing.
   *
   * @param field its position in the plan
   * @param utf8 holds the text from {@code from} to {@code to}, without blanks around it
   */
  public void cell(int field, byte[] utf8, int from, int to) {
    if (from < to) {
      columns[field].put(rows, utf8, from, to);
    }
  }

  /**
   * The row is complete.
   *
   * @param line where it stands in what was read
   */
  public void row(int line) {
    lines[rows++] = line;
    if (rows == lines.length) {
      lines = Arrays.copyOf(lines, rows * 2);
    }
  }

  /** Holds no rows any more; the room for them is kept. */
  public void clear() {
    for (RawColumn column : columns) {
      column.clear(rows);
    }
    rows = 0;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** How many different texts are no UTF-8: above 0 the file was read in the wrong charset. */
  public int malformed() {
    return Arrays.stream(columns).mapToInt(RawColumn::malformed).sum();
  }

  /** Writes the lines of the rows, and those before them, from {@code at} on. */
  void lines(int linesBefore, int[] target, int at) {
    for (int row = 0; row < rows; row++) {
      target[at + row] = linesBefore + lines[row];
    }
  }

  /** Writes one field in codes of the frame: {@link RawColumn#join}. */
  void join(int field, Meaning meaning, JoinedColumn joined, int at, int room) {
    columns[field].join(meaning, rows, joined, at, room);
  }
}
