package cn.bidui.link.assign;

/**
 * Decides one component after the other. Nearly all of them are one pair, or one node with several
 * partners, and need no algorithm.
 */
final class Solver {

  private final int[] left;
  private final int[] right;
  private final int[] weight;
  private final Assignment assignment;

  Solver(int[] left, int[] right, int[] weight, Assignment assignment) {
    this.left = left;
    this.right = right;
    this.weight = weight;
    this.assignment = assignment;
  }

  /** Decides over the pairs {@code order[from]} … {@code order[to - 1]}, sorted by their nodes. */
  void solve(int[] order, int from, int to) {
    if (star(order, from, to)) {
      best(order, from, to);
    } else {
      tangle(order, from, to);
    }
  }

  /** Whether all pairs have one node in common. */
  private boolean star(int[] order, int from, int to) {
    if (left[order[from]] == left[order[to - 1]]) {
      return true;
    }
    for (int at = from + 1; at < to; at++) {
      if (right[order[at]] != right[order[from]]) {
        return false;
      }
    }
    return true;
  }

  /** At most one pair can be kept: the heaviest, unless that is as good as none. */
  private void best(int[] order, int from, int to) {
    int best = -1;
    long total = 0;
    long second = 0;
    for (int at = from; at < to; at++) {
      int here = weight[order[at]];
      if (here > total) {
        second = total;
        total = here;
        best = order[at];
      } else {
        second = Math.max(second, here);
      }
    }
    for (int at = from; at < to; at++) {
      int pair = order[at];
      boolean keep = pair == best;
      assignment.decide(pair, keep, total - (keep ? second : weight[pair]));
    }
  }

  private void tangle(int[] order, int from, int to) {
    Tangle tangle = new Tangle(left, right, weight, order, from, to);
    tangle.match();
    long[] margins = tangle.margins();
    for (int at = from; at < to; at++) {
      assignment.decide(order[at], tangle.kept(at - from), margins[at - from]);
    }
  }
}
