package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.BitSet;

/** Ties rows that have a student number in common, or the id within one. */
final class NumberTies {

  private final Matching matching;
  private final Columns columns;
  private final Clusters clusters;
  private final RivalTies rivals;

  /** Ids that one student number may bring together with others. */
  private final LongBag twofold = new LongBag();

  NumberTies(Matching matching, Clusters clusters, RivalTies rivals) {
    this.matching = matching;
    this.columns = matching.columns;
    this.clusters = clusters;
    this.rivals = rivals;
  }

  void tie() {
    for (int row = 0; row < columns.size(); row++) {
      long embedded = columns.embedded[row];
      if (embedded != 0 && embedded != columns.id[row]) {
        embedded(row, embedded);
      }
    }
    Blocks byNumber = Blocks.ofRepeated(columns.size(), this::ownNumber);
    for (int entry = 0; entry < byNumber.size(); entry++) {
      if (byNumber.leads(entry)) {
        oneNumber(byNumber.rows(byNumber.key(entry)));
      }
    }
  }

  /** The student number, unless the first row with the id says the same. */
  private long ownNumber(int row) {
    int first = columns.id[row] == 0 ? row : matching.byId.first(columns.id[row]);
    boolean stoodFor =
        first != row
            && columns.studentNumber[first] == columns.studentNumber[row]
            && columns.embedded[first] == columns.embedded[row]
            && columns.name[first] == columns.name[row];
    return stoodFor ? 0 : columns.studentNumber[row];
  }

  private void embedded(int row, long id) {
    twofold.add(id);
    twofold.add(columns.id[row]);
    int other = matching.byId.first(id);
    if (other < 0) {
      return;
    }
    clusters.unite(row, other);
    for (; other >= 0; other = matching.byId.next(other)) {
      if (columns.name[other] != columns.name[row]) {
        rivals.ask(new int[] {row, other});
      }
    }
  }

  private void oneNumber(int[] rows) {
    boolean oneName = true;
    boolean oneId = true;
    for (int row : rows) {
      clusters.unite(rows[0], row);
      oneName &= columns.name[row] == columns.name[rows[0]];
      oneId &= columns.id[row] == columns.id[rows[0]] || columns.id[row] == 0;
    }
    if (!oneName) {
      rivals.ask(rows);
    }
    if (!oneId) {
      for (int row : rows) {
        twofold.add(columns.id[row]);
      }
    }
  }

  /** Rows whose person may come to have two ids. */
  BitSet twofold() {
    BitSet rows = new BitSet();
    for (int row = 0; row < columns.size() && !twofold.isEmpty(); row++) {
      if (twofold.has(columns.id[row])) {
        rows.set(row);
      }
    }
    return rows;
  }
}
