package cn.bidui.link;

import java.util.List;

/** What was decided about the rows of a night, as columns. */
final class Remembered {

  private static final Tier[] TIERS = Tier.values();
  private static final Decision[] DECISIONS = Decision.values();

  /** The first row of the person of each, numbered through all lists. */
  final int[] firsts;

  /** What was decided, and by which tier. */
  final byte[] decided;

  final int[] weights;
  final Links.Loose loose;

  /** Of so many rows, to be filled in. */
  Remembered(int size, Links.Loose loose) {
    firsts = new int[size];
    decided = new byte[size];
    weights = new int[size];
    this.loose = loose;
  }

  static Remembered none() {
    return new Remembered(0, new Links.Loose(List.of(), List.of(), List.of()));
  }

  static Remembered of(Links links) {
    Remembered rows = new Remembered(links.numbering().size(), links.loose());
    for (int row = 0; row < rows.size(); row++) {
      rows.firsts[row] = links.first(row);
      int decision = links.decision(row).ordinal();
      rows.decided[row] = (byte) (decision * TIERS.length + links.tier(row).ordinal());
      rows.weights[row] = links.weight(row);
    }
    return rows;
  }

  /** The same once more. */
  Links links(Numbering numbering) {
    Tier[] tiers = new Tier[size()];
    for (int row = 0; row < tiers.length; row++) {
      tiers[row] = TIERS[decided[row] % TIERS.length];
    }
    return new Links(
        numbering,
        row -> firsts[row],
        row -> DECISIONS[decided[row] / TIERS.length],
        tiers,
        weights.clone(),
        loose);
  }

  /** How many rows. */
  int size() {
    return firsts.length;
  }
}
