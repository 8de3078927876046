package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

/** Ties rows with damaged ids to those who have an id that it can have been. */
final class DamagedTies {

  private final Matching matching;
  private final Columns columns;
  private final int[] rows;

  /**
   * By place in {@link #rows}, ids whose mere presence counts: who has them goes by a name that
   * keeps the two apart, so nothing that is decided about the one changes the other.
   */
  private final long[][] glances;

  private final RowPairs pairs = new RowPairs();

  DamagedTies(Matching matching) {
    this.matching = matching;
    columns = matching.columns;
    rows = IntStream.range(0, columns.size()).filter(row -> columns.damaged[row] != 0).toArray();
    glances = new long[rows.length][];
    Blocks byFirst15 = RepairMatches.byFirst15(columns);
    RowPairs found =
        Parts.find(
            rows.length,
            (from, to, ties) -> {
              for (int i = from; i < to; i++) {
                repair(i, byFirst15, ties);
              }
            });
    for (int i = 0; i < found.size(); i++) {
      pairs.add(found.key(i), found.row(i));
    }
  }

  private void repair(int i, Blocks byFirst15, RowPairs ties) {
    int row = rows[i];
    Map<Long, Slip> ids =
        Repairs.of(
            columns.text(columns.damaged[row]),
            id -> matching.byId.first(id) >= 0,
            (first15, taker) -> {
              for (int at = byFirst15.first(first15); at >= 0; at = byFirst15.next(at)) {
                taker.accept(columns.id[byFirst15.row(at)]);
              }
            });
    LongBag strangers = new LongBag();
    for (long id : ids.keySet()) {
      if (anyFits(row, id)) {
        ties.add(matching.byId.first(id), row);
      } else {
        strangers.add(id);
      }
    }
    glances[i] = strangers.sorted();
  }

  /** Whether the row can become a pair with one of those who have the id. */
  private boolean anyFits(int row, long id) {
    for (int at = matching.byId.first(id); at >= 0; at = matching.byId.next(at)) {
      if (matching.names(row, at).agrees() || RepairMatches.anythingFits(matching, row, at)) {
        return true;
      }
    }
    return false;
  }

  void tie(Clusters clusters) {
    for (int i = 0; i < pairs.size(); i++) {
      clusters.unite(pairs.row(i), (int) pairs.key(i));
    }
    Blocks byText = Blocks.of(columns.size(), row -> columns.damaged[row]);
    for (int entry = 0; entry < byText.size(); entry++) {
      int after = byText.next(entry);
      if (after >= 0 && IdMatches.telling(columns.text(columns.damaged[byText.row(entry)]))) {
        clusters.unite(byText.row(entry), byText.row(after));
      }
    }
  }

  /** An id counts if another list than that of the row has it. */
  void join(long[] prints) {
    for (int i = 0; i < rows.length; i++) {
      for (long id : glances[i]) {
        int lists = 0;
        for (int at = matching.byId.first(id); at >= 0; at = matching.byId.next(at)) {
          lists |= 1 << columns.list(at);
        }
        prints[rows[i]] = RowPrints.joined(prints[rows[i]], id + Integer.hashCode(lists));
      }
    }
  }

  /** Adds to {@code all} whom those of {@code some} look at. */
  void addGlances(BitSet some, BitSet all) {
    for (int i = 0; i < rows.length; i++) {
      if (some.get(rows[i])) {
        Arrays.stream(glances[i])
            .forEach(id -> Arrays.stream(matching.byId.all(id)).forEach(all::set));
      }
    }
  }
}
