package cn.bidui.link;

import cn.bidui.link.block.Oversized;
import cn.bidui.link.weigh.LinkModel;
import java.util.List;

/** What linking by a plan found. */
public final class PlanLinks {

  private final PairList links;
  private final PairList undecided;
  private final int[] cluster;
  private final LinkModel model;
  private final long candidates;
  private final List<Oversized> oversized;
  private final long leftOut;
  private final int floor;

  PlanLinks(
      PairList links,
      PairList undecided,
      int[] cluster,
      LinkModel model,
      long candidates,
      List<Oversized> oversized) {
    this(links, undecided, cluster, model, candidates, oversized, 0, 0);
  }

  PlanLinks(
      PairList links,
      PairList undecided,
      int[] cluster,
      LinkModel model,
      long candidates,
      List<Oversized> oversized,
      long leftOut,
      int floor) {
    this.links = links;
    this.undecided = undecided;
    this.cluster = cluster;
    this.model = model;
    this.candidates = candidates;
    this.oversized = List.copyOf(oversized);
    this.leftOut = leftOut;
    this.floor = floor;
  }

  /** The pairs that are accepted, one to one or closed to clusters as the plan says. */
  public PairList links() {
    return links;
  }

  /** Pairs for a person: between the two thresholds, or tied with another. */
  public PairList undecided() {
    return undecided;
  }

  /** The first row of the cluster of {@code row}; the row itself where it is alone. */
  public int cluster(int row) {
    return cluster[row];
  }

  /** The weights that decided. */
  public LinkModel model() {
    return model;
  }

  /** How many pairs were compared. */
  public long candidates() {
    return candidates;
  }

  /** Blocks that were too large to be compared, by pass and size. */
  public List<Oversized> oversized() {
    return oversized;
  }

  /** How many pairs that might have been links or doubts were too many to be kept. */
  public long leftOut() {
    return leftOut;
  }

  /** In hundredths of a bit: all pairs that were left out weigh less. */
  public int floor() {
    return floor;
  }
}
