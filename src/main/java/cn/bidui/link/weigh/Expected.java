package cn.bidui.link.weigh;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import java.util.stream.IntStream;

/**
 * How many of all pairs between two lists have each level, whoever they are: pairs that are the
 * same counted exactly from the frequencies of values, the rest from a sample.
 */
final class Expected {

  /** Rows of each list in the sample; each is compared with each, all being held at a time. */
  private static final int SAMPLE = 400;

  private static final long LEFT = 0x5851F42D4C957F2DL;
  private static final long RIGHT = 0x14057B7EF767814FL;

  private final double pairs;
  private final double[][] counts;
  private final double[][] grain;

  /**
   * Of figures that are known.
   *
   * @param pairs all pairs
   * @param counts by comparison and level
   * @param grain by comparison and level, how many pairs one counted pair stands for
   */
  Expected(double pairs, double[][] counts, double[][] grain) {
    this.pairs = pairs;
    this.counts = counts;
    this.grain = grain;
  }

  static Expected of(
      Frame frame, int columns, ListPairs lists, int listPair, Comparisons comparisons) {
    SampleRows rows = new SampleRows(frame, columns);
    int[] left = rows.of(lists.left(listPair), SAMPLE, LEFT);
    int[] right = rows.of(lists.right(listPair), SAMPLE, RIGHT);
    long[][] sampled = sample(left, right, comparisons);
    double pairs = lists.all(listPair);
    double[][] counts = new double[comparisons.size()][];
    double[][] grain = new double[comparisons.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new double[sampled[i].length];
      grain[i] = new double[sampled[i].length];
      long same = SameValues.pairs(frame, lists, listPair, comparisons.get(i));
      spread(sampled[i], pairs, same, counts[i], grain[i]);
    }
    return new Expected(pairs, counts, grain);
  }

  private static long[][] sample(int[] left, int[] right, Comparisons comparisons) {
    long[][] counts =
        IntStream.range(0, comparisons.size())
            .mapToObj(i -> new long[comparisons.get(i).levels()])
            .toArray(long[][]::new);
    long[] patterns = new long[right.length];
    comparisons.hold(right, 0, right.length);
    for (int row : left) {
      comparisons.patterns(row, patterns);
      for (int j = 0; j < right.length; j++) {
        for (int i = 0; i < counts.length && right[j] != row; i++) {
          counts[i][comparisons.level(patterns[j], i)]++;
        }
      }
    }
    return counts;
  }

  /** With {@code same} below 0, that level is sampled like the others. */
  private static void spread(
      long[] sampled, double pairs, long same, double[] counts, double[] grain) {
    boolean exact = same >= 0;
    long total = 0;
    for (int level = 0; level < sampled.length; level++) {
      total += exact && level == Comparison.SAME ? 0 : sampled[level];
    }
    double rest = exact ? pairs - same : pairs;
    for (int level = 0; level < sampled.length; level++) {
      boolean counted = exact && level == Comparison.SAME;
      grain[level] = counted ? 1 : Math.max(1, rest / Math.max(1, total));
      counts[level] = counted ? same : sampled[level] * (rest / Math.max(1, total));
    }
  }

  /** All pairs. */
  double pairs() {
    return pairs;
  }

  /** How many pairs have a level of a comparison. */
  double count(int comparison, int level) {
    return counts[comparison][level];
  }

  /** How many pairs one that was counted stands for. */
  double grain(int comparison, int level) {
    return grain[comparison][level];
  }
}
