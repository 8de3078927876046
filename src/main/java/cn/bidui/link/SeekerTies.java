package cn.bidui.link;

import cn.bidui.link.assign.Clusters;

/** Ties rows that may look for their like to those of agreeing names that they may find. */
final class SeekerTies {

  private final Matching matching;
  private final Columns columns;
  private final Seekers seekers;
  private final PassKeys keys;
  private final int[] seeking;
  private final Blocks blocks;
  private final Crowds crowds;

  SeekerTies(Matching matching, Seekers seekers) {
    this.matching = matching;
    this.columns = matching.columns;
    this.seekers = seekers;
    keys = new PassKeys(matching);
    seeking = Parts.find(columns.size(), this::findSeekers).rows();
    LongBag wanted = new LongBag();
    for (int row : seeking) {
      eachKey(row, (pass, key) -> wanted.add(key));
    }
    blocks = new Blocks(Parts.find(columns.size(), (from, to, in) -> find(from, to, wanted, in)));
    crowds = Crowds.of(matching, blocks, seeking, this::eachKey);
  }

  private void findSeekers(int from, int to, RowPairs found) {
    for (int row = from; row < to; row++) {
      if (seekers.seeks(row)) {
        found.add(0, row);
      }
    }
  }

  private void eachKey(int row, PassKeys.Taker taker) {
    if (seekers.byAll(row)) {
      keys.around(row, taker);
    } else {
      keys.ofSound(row, taker);
    }
  }

  private void find(int from, int to, LongBag wanted, RowPairs found) {
    for (int at = from; at < to; at++) {
      int row = at;
      keys.each(
          row,
          (pass, key) -> {
            if (wanted.has(key)) {
              found.add(key, row);
            }
          });
    }
  }

  /** Whether some rows that have a key in common are too many to be compared. */
  boolean crowded() {
    return crowds.any() || keys.nobody().any();
  }

  void tie(Clusters clusters) {
    if (crowded()) {
      return;
    }
    RowPairs found =
        Parts.find(
            seeking.length,
            (from, to, ties) -> {
              for (int i = from; i < to; i++) {
                tie(seeking[i], ties);
              }
            });
    for (int i = 0; i < found.size(); i++) {
      clusters.unite((int) found.key(i), found.row(i));
    }
  }

  private void tie(int row, RowPairs ties) {
    eachKey(
        row,
        (pass, key) -> {
          for (int at = blocks.first(key); at >= 0; at = blocks.next(at)) {
            int other = blocks.row(at);
            if (other != row && matching.names(row, other).agrees()) {
              ties.add(other, row);
            }
          }
        });
  }
}
