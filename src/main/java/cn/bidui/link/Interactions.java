package cn.bidui.link;

import cn.bidui.link.assign.Clusters;
import java.util.BitSet;

/**
 * Which rows may have a say in what becomes of each other: whatever linking looks up to decide
 * about a row leads to a row of the same component, or to one that is looked at only and that
 * nothing is decided with. What is decided about the rows of a component can therefore be found
 * from these, whatever the other rows say.
 *
 * <p>Two rows are brought together only if they can become a pair, or rivals for a name: if all
 * rows that have a key in common were, a city would be one component.
 */
final class Interactions {

  private final Matching matching;
  private final Columns columns;
  private final Clusters clusters;
  private final Seekers seekers;
  private final RivalTies rivals;
  private final DamagedTies damaged;
  private final Surroundings surroundings;
  private boolean crowded;

  /** Of all rows of {@code matching}, which is as it was before anything is linked. */
  Interactions(Matching matching) {
    this.matching = matching;
    columns = matching.columns;
    clusters = new Clusters(columns.size());
    seekers = new Seekers(matching);
    rivals = new RivalTies(matching);
    damaged = new DamagedTies(matching);
    surroundings = new Surroundings(matching);
    ids();
    NumberTies numbers = new NumberTies(matching, clusters, rivals);
    numbers.tie();
    rivals.tie(clusters);
    damaged.tie(clusters);
    crowded = new NearTies(matching).tie(numbers.twofold(), clusters);
    seek();
  }

  /** The components. */
  Clusters clusters() {
    return clusters;
  }

  /**
   * Whether some rows may be so many that they are reported instead of compared: that is not to be
   * seen from a part of them.
   */
  boolean crowded() {
    return crowded;
  }

  /** One id; and of several names under it, whoever else could be meant by one of them. */
  private void ids() {
    for (int row = 0; row < columns.size(); row++) {
      if (columns.id[row] != 0 && matching.byId.leads(row)) {
        oneId(row);
      }
    }
  }

  private void oneId(int first) {
    boolean oneName = true;
    for (int row = matching.byId.next(first); row >= 0; row = matching.byId.next(row)) {
      clusters.unite(first, row);
      oneName &= columns.name[row] == columns.name[first];
    }
    if (!oneName) {
      rivals.ask(matching.byId.all(columns.id[first]));
    }
  }

  /** Whoever has a key in common with a row that looks for its like, and a name that agrees. */
  private void seek() {
    SeekerTies ties = new SeekerTies(matching, seekers);
    crowded |= ties.crowded();
    ties.tie(clusters);
  }

  /**
   * What people ruled is not in the lists: the rows that rulings name, and all rows that these have
   * to do with, may look for anybody.
   */
  void rule(BitSet rows) {
    seekers.add(rows);
    crowded |= new NearTies(matching).tie(rows, clusters);
    seek();
  }

  /** Joins to the print of each row what it looks up elsewhere. */
  void joinLookups(long[] prints) {
    surroundings.join(prints, around());
    damaged.join(prints);
  }

  /** The rows, and those that they look at. */
  BitSet withLookups(BitSet rows) {
    BitSet all = surroundings.with(rows, around());
    damaged.addGlances(rows, all);
    return all;
  }

  private BitSet around() {
    BitSet rows = (BitSet) rivals.askers().clone();
    for (int row = 0; row < columns.size(); row++) {
      if (seekers.byAll(row)) {
        rows.set(row);
      }
    }
    return rows;
  }
}
