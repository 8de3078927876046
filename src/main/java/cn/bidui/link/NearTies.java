package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.BitSet;

/** Ties rows of one name and birth date whose valid ids are one slip apart. */
final class NearTies {

  private final Matching matching;
  private final Columns columns;

  NearTies(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
  }

  /**
   * Ties what must be tied.
   *
   * @param anyId rows whose person may go by another id than theirs
   * @return whether there are too many of one name and birth date to tell
   */
  boolean tie(BitSet anyId, Clusters clusters) {
    Blocks blocks = Blocks.ofRepeated(columns.size(), this::nameAndBirth);
    boolean crowded = false;
    for (int entry = 0; entry < blocks.size(); entry++) {
      if (blocks.leads(entry)) {
        int[] rows = blocks.rows(blocks.key(entry));
        boolean crowd = rows.length > matching.limits.blockRows().value();
        crowded |= crowd;
        if (!crowd) {
          tie(rows, anyId, clusters);
        }
      }
    }
    return crowded;
  }

  /** Of rows with an id, unless the first row with that id stands for them. */
  private long nameAndBirth(int row) {
    if (columns.id[row] == 0 || columns.name[row] == 0) {
      return 0;
    }
    int first = matching.byId.first(columns.id[row]);
    boolean stoodFor =
        first != row
            && columns.name[first] == columns.name[row]
            && columns.birth[first] == columns.birth[row];
    return stoodFor ? 0 : ((long) columns.name[row] << 32) | columns.birth[row];
  }

  private void tie(int[] rows, BitSet anyId, Clusters clusters) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        boolean any = anyId.get(rows[i]) || anyId.get(rows[j]);
        if (any || Repairs.near(columns.id[rows[i]], columns.id[rows[j]])) {
          clusters.unite(rows[i], rows[j]);
        }
      }
    }
  }
}
