package cn.bidui.link.weigh;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.frame.Frame;

/**
 * How much more, or less, agreement on a value says than agreement in general: log2(u / tf), where
 * u is how often two rows of the lists agree by chance and tf how often the value stands on the two
 * lists, one added; no less than {@value #LEAST} and no more than {@value #MOST} hundredths of a
 * bit.
 */
final class Rarity {

  static final int LEAST = -800;
  static final int MOST = 600;

  private static final int TABLE = 4096;

  private final int[] left;
  private final int[] right;
  private final double average;
  private final double rows;

  /** By how often a value stands on the two lists. */
  private final int[] table = new int[TABLE];

  private Rarity(int[] left, int[] right, boolean oneList) {
    this.left = left;
    this.right = right;
    double ofLeft = sum(left);
    double ofRight = sum(right);
    this.rows = ofLeft + ofRight + 1;
    double pairs = oneList ? ofLeft * (ofLeft - 1) / 2 : ofLeft * ofRight;
    this.average = (same(left, right, oneList) + 1) / (pairs + 1);
    for (int count = 0; count < TABLE; count++) {
      table[count] = weigh(count);
    }
  }

  /**
   * Of the values of a comparison between two lists, or one list and itself.
   *
   * @param left the counts of the left list, as {@link SameValues#frequencies} has them
   * @param right those of the right one
   * @param oneList whether they are one list
   */
  static Rarity of(int[] left, int[] right, boolean oneList) {
    return new Rarity(left, right, oneList);
  }

  /**
   * By list, the frequencies of the values of a comparison; empty arrays where they do not count.
   */
  static int[][] frequencies(Frame frame, Comparison comparison) {
    int[][] frequencies = new int[frame.lists().size()][];
    for (int list = 0; list < frequencies.length; list++) {
      frequencies[list] = SameValues.frequencies(frame, list, comparison::value);
    }
    return frequencies;
  }

  private static double sum(int[] counts) {
    double sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static double same(int[] left, int[] right, boolean oneList) {
    double same = 0;
    for (int value = 0; value < Math.min(left.length, right.length); value++) {
      double here = left[value];
      same += oneList ? here * (here - 1) / 2 : here * right[value];
    }
    return same;
  }

  private int weigh(int count) {
    int bits = Bits.hundredths(average * rows / (count + 1));
    return Math.max(LEAST, Math.min(MOST, bits));
  }

  /** In hundredths of a bit; 0 for no value. */
  int weight(int value) {
    if (value == 0 || left.length == 0 || right.length == 0) {
      return 0;
    }
    int count = count(left, value) + count(right, value);
    return count < TABLE ? table[count] : weigh(count);
  }

  private static int count(int[] counts, int value) {
    return value < counts.length ? counts[value] : 0;
  }
}
