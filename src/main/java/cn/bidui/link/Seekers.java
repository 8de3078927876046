package cn.bidui.link;

import java.util.BitSet;

/**
 * Which rows may look for their like by what they say, as far as the lists alone can tell: perhaps
 * more rows than do so in the end, and never fewer.
 */
final class Seekers {

  private static final byte NOT = 0;
  private static final byte BY_NAME = 1;
  private static final byte BY_ALL = 2;

  private final Matching matching;
  private final Columns columns;
  private final byte[] seeking;

  Seekers(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    seeking = new byte[columns.size()];
    Parts.each(
        seeking.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            read(row);
          }
        });
  }

  private void read(int row) {
    if (columns.id[row] == 0) {
      seeking[row] = BY_ALL;
    } else if (matching.byId.first(columns.id[row]) == row) {
      readOneId(row);
    }
  }

  /** No two ids share a row, so that several threads may do this. */
  private void readOneId(int first) {
    int lists = 0;
    boolean oneName = true;
    for (int row = first; row >= 0; row = matching.byId.next(row)) {
      lists |= 1 << columns.list(row);
      oneName &= columns.name[row] == columns.name[first];
    }
    boolean onePerson = oneName && !twoBirths(first);
    boolean linked = onePerson && Integer.bitCount(lists) > 1;
    for (int row = first; row >= 0; row = matching.byId.next(row)) {
      seeking[row] = linked ? NOT : alone(row, onePerson);
    }
  }

  /** Whether one list has two birth dates under the id: then not all of its rows are linked. */
  private boolean twoBirths(int first) {
    int before = first;
    for (int row = matching.byId.next(first); row >= 0; row = matching.byId.next(row)) {
      if (columns.apartInOneList(before, row) && columns.birthsDiffer(before, row)) {
        return true;
      }
      before = row;
    }
    return false;
  }

  private byte alone(int row, boolean onePerson) {
    boolean contradicted =
        Columns.differ(columns.birth[row], IdSlips.day(columns.id[row]))
            || matching.underGuardian(row);
    if (!onePerson || contradicted) {
      return BY_ALL;
    }
    return columns.list(row) == 0 ? NOT : BY_NAME;
  }

  /** People's rulings can leave any of {@code rows} without those that its id leads to. */
  void add(BitSet rows) {
    rows.stream().forEach(row -> seeking[row] = BY_ALL);
  }

  boolean seeks(int row) {
    return seeking[row] != NOT;
  }

  /** Whether the row looks for its like by all that it says. */
  boolean byAll(int row) {
    return seeking[row] == BY_ALL;
  }
}
