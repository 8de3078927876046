package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.BitSet;

/** Ties rows that share a number under several names to whoever else could be meant by a name. */
final class RivalTies {

  private final Matching matching;
  private final Columns columns;
  private final Rivals keys;

  /** By key, the row that asks. */
  private final RowPairs asked = new RowPairs();

  private final LongBag wanted = new LongBag();
  private final BitSet names = new BitSet();
  private final BitSet askers = new BitSet();

  RivalTies(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.keys = new Rivals(matching);
  }

  /** Asks for each of the names that {@code rows} have, near each of the rows. */
  void ask(int[] rows) {
    BitSet theirs = new BitSet();
    for (int row : rows) {
      theirs.set(columns.name[row]);
    }
    theirs.clear(0);
    // More names, or rows, than that are not looked into.
    long most = matching.limits.namesOnOneNumber().value();
    if (theirs.cardinality() > most) {
      return;
    }
    names.or(theirs);
    for (int row : rows) {
      askers.set(row);
      theirs.stream().forEach(name -> keys.around(name, row, key -> ask(key, row)));
    }
  }

  private void ask(long key, int row) {
    if (key != 0) {
      wanted.add(key);
      asked.add(key, row);
    }
  }

  /** Rows that asked, and so look into the households of their guardians. */
  BitSet askers() {
    return askers;
  }

  /** Ties everybody who is found, once all have asked. */
  void tie(Clusters clusters) {
    if (wanted.isEmpty()) {
      return;
    }
    Blocks near = new Blocks(Parts.find(columns.size(), this::find));
    for (int i = 0; i < asked.size(); i++) {
      for (int at = near.first(asked.key(i)); at >= 0; at = near.next(at)) {
        clusters.unite(asked.row(i), near.row(at));
      }
    }
  }

  private void find(int from, int to, RowPairs found) {
    for (int at = from; at < to; at++) {
      int row = at;
      if (names.get(columns.name[row])) {
        keys.direct(
            columns.name[row],
            row,
            key -> {
              if (wanted.has(key)) {
                found.add(key, row);
              }
            });
      }
    }
  }
}
