package cn.bidui.link.weigh;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** How often values stand on lists. */
final class SameValues {

  private SameValues() {}

  /**
   * How many pairs of rows have one value; -1 where values do not say whether rows are the same.
   */
  static long pairs(Frame frame, ListPairs lists, int listPair, Comparison comparison) {
    int[] left = frequencies(frame, lists.left(listPair), comparison::same);
    int[] right =
        lists.left(listPair) == lists.right(listPair)
            ? left
            : frequencies(frame, lists.right(listPair), comparison::same);
    if (left.length == 0 && right.length == 0) {
      return -1;
    }
    long pairs = 0;
    for (int value = 1; value < Math.min(left.length, right.length); value++) {
      long here = left[value];
      pairs += left == right ? here * (here - 1) / 2 : here * right[value];
    }
    return pairs;
  }

  /** By value, how many rows of a list have it; empty if none has any. */
  static int[] frequencies(Frame frame, int list, IntUnaryOperator values) {
    int[] counts = {};
    for (int row = frame.start(list); row < frame.start(list + 1); row++) {
      int value = values.applyAsInt(row);
      if (value >= counts.length) {
        counts = Arrays.copyOf(counts, value == 0 ? 0 : Math.max(value + 1, counts.length * 2));
      }
      if (value != 0) {
        counts[value]++;
      }
    }
    return counts;
  }
}
