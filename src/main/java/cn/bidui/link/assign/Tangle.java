package cn.bidui.link.assign;

import java.util.Arrays;

/**
 * A component in which several pairs rival each other. The best assignment is found by shortest
 * augmenting paths (Kuhn 1955; Jonker and Volgenant 1987): each left node has a price and each
 * right node one, no pair weighs more than its two prices together, and kept pairs weigh exactly as
 * much. By the same prices the margins of all pairs are shortest paths, too.
 */
final class Tangle {

  private static final int NONE = -1;

  private final int lefts;

  /** The pairs of left node {@code u} are {@code starts[u]} … {@code starts[u + 1] - 1}. */
  private final int[] starts;

  private final int[] leftOf;
  private final int[] rightOf;
  private final int[] weights;
  private final long[] leftPrice;
  private final long[] rightPrice;

  /** The kept pair of a left node, or -1. */
  private final int[] keptOfLeft;

  /** The left node that a right node is kept with, or -1. */
  private final int[] partnerOfRight;

  private final Paths paths;

  /** The pair by which the search came to a left node. */
  private final int[] cameBy;

  Tangle(int[] left, int[] right, int[] weight, int[] order, int from, int to) {
    int pairs = to - from;
    leftOf = new int[pairs];
    rightOf = new int[pairs];
    weights = new int[pairs];
    int node = 0;
    for (int i = 0; i < pairs; i++) {
      int pair = order[from + i];
      node += i > 0 && left[pair] != left[order[from + i - 1]] ? 1 : 0;
      leftOf[i] = node;
      rightOf[i] = right[pair];
      weights[i] = weight[pair];
    }
    lefts = node + 1;
    starts = starts();
    int rights = renumber(rightOf);
    leftPrice = new long[lefts];
    rightPrice = new long[rights];
    keptOfLeft = new int[lefts];
    Arrays.fill(keptOfLeft, NONE);
    partnerOfRight = new int[rights];
    Arrays.fill(partnerOfRight, NONE);
    cameBy = new int[lefts];
    paths = new Paths(lefts);
  }

  private int[] starts() {
    int[] counts = new int[lefts + 1];
    for (int node : leftOf) {
      counts[node + 1]++;
    }
    for (int node = 0; node < lefts; node++) {
      counts[node + 1] += counts[node];
    }
    return counts;
  }

  /** Replaces the numbers by their ranks; tells how many there are. */
  private static int renumber(int[] numbers) {
    int[] different = Arrays.stream(numbers).sorted().distinct().toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Arrays.binarySearch(different, numbers[i]);
    }
    return different.length;
  }

  /** Finds the best assignment, taking in one left node after the other. */
  void match() {
    for (int node = 0; node < lefts; node++) {
      leftPrice[node] = firstPrice(node);
      takeIn(node);
    }
  }

  /** As high as the node's best pair asks for; staying alone costs nothing. */
  private long firstPrice(int node) {
    long price = 0;
    for (int pair = starts[node]; pair < starts[node + 1]; pair++) {
      price = Math.max(price, weights[pair] - rightPrice[rightOf[pair]]);
    }
    return price;
  }

  /** How much less a pair weighs than its prices; 0 for every pair that may be kept. */
  private long slack(int pair) {
    return leftPrice[leftOf[pair]] + rightPrice[rightOf[pair]] - weights[pair];
  }

  /**
   * Looks for the cheapest way to place the node: to a free right node, or by a chain of others
   * that move on, of which the last finds a free one or stays alone.
   */
  private void takeIn(int node) {
    paths.reset();
    paths.reach(node, 0);
    long shortest = Long.MAX_VALUE;
    int endPair = NONE;
    int endLeft = node;
    for (int at = paths.next(shortest); at != NONE; at = paths.next(shortest)) {
      long here = paths.distance(at);
      if (here + leftPrice[at] < shortest) {
        shortest = here + leftPrice[at];
        endPair = NONE;
        endLeft = at;
      }
      for (int pair = starts[at]; pair < starts[at + 1]; pair++) {
        long there = here + slack(pair);
        int partner = partnerOfRight[rightOf[pair]];
        if (partner == NONE && there < shortest) {
          shortest = there;
          endPair = pair;
          endLeft = at;
        } else if (partner != NONE && partner != at && paths.reach(partner, there)) {
          cameBy[partner] = pair;
        }
      }
    }
    adjustPrices(shortest);
    move(node, endLeft, endPair);
  }

  private void adjustPrices(long shortest) {
    for (int i = 0; i < paths.done(); i++) {
      int at = paths.done(i);
      long change = Math.max(0, shortest - paths.distance(at));
      leftPrice[at] -= change;
      if (keptOfLeft[at] != NONE) {
        rightPrice[rightOf[keptOfLeft[at]]] += change;
      }
    }
  }

  /** Each node on the way takes over the right node of the next; the last takes the end. */
  private void move(int node, int endLeft, int endPair) {
    int at = endLeft;
    int take = endPair;
    while (true) {
      keptOfLeft[at] = take;
      if (take != NONE) {
        partnerOfRight[rightOf[take]] = at;
      }
      if (at == node) {
        return;
      }
      take = cameBy[at];
      at = leftOf[take];
    }
  }

  /** Whether the best assignment holds a pair. */
  boolean kept(int pair) {
    return keptOfLeft[leftOf[pair]] == pair;
  }

  /**
   * What the best total loses if the opposite is decided about each pair. To take in a pair, its
   * right node must be freed and its left node, after a chain of moves, come to be the one that
   * moves; the cheapest such chain is a shortest path. To give up a kept pair is to leave its left
   * node alone, or to take in another pair of it.
   */
  long[] margins() {
    long[] margins = new long[weights.length];
    long[] alone = fromNobody();
    long farthest = Arrays.stream(alone).max().orElse(0) + 1;
    boolean[] seen = new boolean[partnerOfRight.length];
    int[] byRight = byRight();
    for (int i = 0; i < byRight.length; i++) {
      int right = rightOf[byRight[i]];
      int partner = partnerOfRight[right];
      if (partner != NONE && !seen[right]) {
        seen[right] = true;
        search(partner, alone, farthest);
      }
      int pair = byRight[i];
      int left = leftOf[pair];
      if (left != partner) {
        margins[pair] = slack(pair) + (partner == NONE ? alone[left] : paths.distance(left));
      }
    }
    for (int left = 0; left < lefts; left++) {
      if (keptOfLeft[left] != NONE) {
        margins[keptOfLeft[left]] = marginOfKept(left, leftPrice[left] + alone[left], margins);
      }
    }
    return margins;
  }

  private long marginOfKept(int left, long ifAlone, long[] margins) {
    long margin = ifAlone;
    for (int pair = starts[left]; pair < starts[left + 1]; pair++) {
      margin = pair == keptOfLeft[left] ? margin : Math.min(margin, margins[pair]);
    }
    return margin;
  }

  private int[] byRight() {
    long[] keys = new long[rightOf.length];
    for (int pair = 0; pair < keys.length; pair++) {
      keys[pair] = ((long) rightOf[pair] << 32) | pair;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The cheapest ways to each left node if a right node may be given up, or a left one added. */
  private long[] fromNobody() {
    paths.reset();
    for (int left = 0; left < lefts; left++) {
      paths.reach(left, keptOfLeft[left] == NONE ? 0 : rightPrice[rightOf[keptOfLeft[left]]]);
    }
    for (int at = paths.next(Long.MAX_VALUE); at != NONE; at = paths.next(Long.MAX_VALUE)) {
      moveOn(at);
    }
    return paths.distances();
  }

  /** The cheapest ways to each left node from one that loses its partner. */
  private void search(int from, long[] alone, long farthest) {
    paths.reset();
    paths.reach(from, 0);
    long out = leftPrice[from];
    // What is farther than the way out and back in again is not worth looking for.
    for (int at = paths.next(out + farthest); at != NONE; at = paths.next(out + farthest)) {
      out = Math.min(out, paths.distance(at) + wayOut(at));
      moveOn(at);
    }
    for (int left = 0; left < lefts; left++) {
      paths.shorten(left, out + alone[left]);
    }
  }

  /** What it costs that the node stays alone, or takes a right node that is free. */
  private long wayOut(int left) {
    long cost = leftPrice[left];
    for (int pair = starts[left]; pair < starts[left + 1]; pair++) {
      cost = partnerOfRight[rightOf[pair]] == NONE ? Math.min(cost, slack(pair)) : cost;
    }
    return cost;
  }

  private void moveOn(int from) {
    for (int pair = starts[from]; pair < starts[from + 1]; pair++) {
      int partner = partnerOfRight[rightOf[pair]];
      if (partner != NONE && partner != from) {
        paths.reach(partner, paths.distance(from) + slack(pair));
      }
    }
  }
}
