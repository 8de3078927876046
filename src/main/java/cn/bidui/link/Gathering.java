package cn.bidui.link;

import cn.bidui.link.assign.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Closes pairs to clusters, the strongest first. Two clusters do not become one if what all their
 * rows say of each other speaks against it on average; so one pair that is wrong by chance does not
 * chain many things to one. What is not brought together for that reason is left to a person.
 */
final class Gathering {

  /** So many rows of a cluster are asked; more would hardly say anything else. */
  private static final int ASKED = 48;

  /** Rows of one thing that were changed in several places hardly know each other. */
  private static final int LEEWAY = -300;

  /** An average below this, in hundredths of a bit, keeps two clusters apart. */
  private final int against;

  private final PairWeight weights;
  private final int[] first;

  /** The next row of the same cluster, round in a circle. */
  private final int[] next;

  private final int[] size;

  /** By two clusters that were not made one, how many rows they had together. */
  private final Map<Long, Integer> refused = new HashMap<>();

  private Gathering(int rows, int threshold, PairWeight weights) {
    this.against = Math.min(threshold, 0) + LEEWAY;
    this.weights = weights;
    this.first = IntStream.range(0, rows).toArray();
    this.next = IntStream.range(0, rows).toArray();
    this.size = new int[rows];
    Arrays.fill(size, 1);
  }

  /**
   * What becomes of each pair: accepted if its rows are in one cluster in the end.
   *
   * @param weight of pair {@code i}, of rows {@code left[i]} and {@code right[i]}
   * @param rows how many rows there are
   * @param threshold pairs that weigh less bring nothing together
   * @param weights of any two rows, the smaller first, whether they were candidates or not
   */
  static Verdict[] of(
      int[] left, int[] right, int[] weight, int rows, int threshold, PairWeight weights) {
    Gathering gathering = new Gathering(rows, threshold, weights);
    long[] strongestFirst =
        IntStream.range(0, weight.length)
            .filter(i -> weight[i] >= threshold)
            .mapToLong(i -> ((long) -weight[i] << 32) | i)
            .sorted()
            .toArray();
    for (long entry : strongestFirst) {
      gathering.unite(left[(int) entry], right[(int) entry]);
    }
    return IntStream.range(0, weight.length)
        .mapToObj(i -> gathering.verdict(left[i], right[i]))
        .toArray(Verdict[]::new);
  }

  private Verdict verdict(int left, int right) {
    return first[left] == first[right] ? Verdict.ACCEPTED : Verdict.TIED;
  }

  private void unite(int left, int right) {
    int a = Math.min(first[left], first[right]);
    int b = Math.max(first[left], first[right]);
    long both = ((long) a << 32) | b;
    int together = size[a] + size[b];
    if (a == b || refused.getOrDefault(both, 0) == together) {
      return;
    }
    // Two rows by themselves have said all in their own pair.
    if (together > 2 && average(a, b) < against) {
      refused.put(both, together);
      return;
    }
    int row = b;
    do {
      first[row] = a;
      row = next[row];
    } while (row != b);
    int after = next[a];
    next[a] = next[b];
    next[b] = after;
    size[a] = together;
  }

  private long average(int a, int b) {
    int[] left = asked(a);
    int[] right = asked(b);
    long sum = 0;
    for (int row : left) {
      for (int other : right) {
        sum += weights.of(Math.min(row, other), Math.max(row, other));
      }
    }
    return Math.floorDiv(sum, (long) left.length * right.length);
  }

  private int[] asked(int cluster) {
    return IntStream.iterate(cluster, row -> next[row])
        .limit(Math.min(ASKED, size[cluster]))
        .toArray();
  }

  /** The weight of two rows, in hundredths of a bit. */
  @FunctionalInterface
  interface PairWeight {
    int of(int left, int right);
  }
}
