package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;

/** How the rows of several lists are numbered through, list by list. */
final class Numbering {

  private final List<ListKind> kinds;

  /** The number of the first row of each list, and of all rows at the end. */
  private final int[] starts;

  Numbering(List<ListKind> kinds, int[] starts) {
    this.kinds = kinds;
    this.starts = starts;
  }

  /** Of all rows of {@code tables}, in their order. */
  static Numbering of(List<RecordTable> tables) {
    int[] starts = new int[tables.size() + 1];
    for (int list = 0; list < tables.size(); list++) {
      starts[list + 1] = starts[list] + tables.get(list).size();
    }
    return new Numbering(tables.stream().map(RecordTable::kind).toList(), starts);
  }

  /** How many rows. */
  int size() {
    return starts[starts.length - 1];
  }

  /** The position of the list of a row. */
  int list(int row) {
    int list = 0;
    while (row >= starts[list + 1]) {
      list++;
    }
    return list;
  }

  /** The kind of list of a row. */
  ListKind kind(int row) {
    return kinds.get(list(row));
  }

  /** The row's number in its own list. */
  int local(int row) {
    return row - starts[list(row)];
  }

  /** The number through all lists of row {@code local} of {@code kind}. */
  int global(ListKind kind, int local) {
    return starts[kinds.indexOf(kind)] + local;
  }

  /** The numbers of the rows of a list: from the first to before the second. */
  int[] range(ListKind kind) {
    int list = kinds.indexOf(kind);
    return list < 0 ? new int[] {0, 0} : new int[] {starts[list], starts[list + 1]};
  }
}
