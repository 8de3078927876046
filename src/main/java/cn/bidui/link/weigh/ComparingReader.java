package cn.bidui.link.weigh;

import cn.bidui.link.block.BlockPairs;
import cn.bidui.link.block.PairReader;
import cn.bidui.link.compare.Comparisons;
import java.util.stream.IntStream;

/**
 * Compares pairs as they are told, many at a time: the rows of a block are held once for all that
 * they are paired with, unless most of their pairs were told before.
 */
abstract class ComparingReader implements PairReader {

  private static final int[] ALL = IntStream.range(0, Comparisons.MOST_HELD).toArray();

  private final Comparisons comparisons;
  private final int[] fresh = new int[Comparisons.MOST_HELD];
  private final int[] few = new int[Comparisons.MOST_HELD];
  private final long[] sums = new long[Comparisons.MOST_HELD];

  /** Whether the comparisons hold the rows of the block. */
  private boolean held;

  ComparingReader(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  final Comparisons comparisons() {
    return comparisons;
  }

  /** Compares a row with those held, into places from 0 on. */
  abstract void compare(int listPair, int left, long[] into);

  /**
   * Some pairs of a row.
   *
   * @param rights where in the rows of {@code pairs} its partners stand, counted from {@code from}
   * @param sums what {@link #compare} said of each; to be read only, like the others
   */
  abstract void take(BlockPairs pairs, int left, int from, int[] rights, int count, long[] sums);

  @Override
  public final void read(BlockPairs pairs) {
    for (int at = pairs.from(); at < pairs.to(); at += Comparisons.MOST_HELD) {
      int end = Math.min(pairs.to(), at + Comparisons.MOST_HELD);
      held = false;
      for (int i = pairs.leftFrom(); i < pairs.leftTo(); i++) {
        read(pairs, pairs.rows()[i], at, end);
      }
    }
  }

  private void read(BlockPairs pairs, int left, int from, int to) {
    if (pairs.all()) {
      readAll(pairs, left, from, to);
      take(pairs, left, from, ALL, to - from, sums);
      return;
    }
    int count = pairs.fresh(left, from, to, fresh);
    if (count > (to - from) / 2) {
      readAll(pairs, left, from, to);
      for (int i = 0; i < count; i++) {
        sums[i] = sums[fresh[i]];
      }
    } else if (count > 0) {
      readFew(pairs, left, from, count);
    }
    take(pairs, left, from, fresh, count, sums);
  }

  private void readAll(BlockPairs pairs, int left, int from, int to) {
    if (!held) {
      comparisons.hold(pairs.rows(), from, to);
      held = true;
    }
    compare(pairs.listPair(), left, sums);
  }

  private void readFew(BlockPairs pairs, int left, int from, int count) {
    for (int i = 0; i < count; i++) {
      few[i] = pairs.rows()[from + fresh[i]];
    }
    comparisons.hold(few, 0, count);
    held = false;
    compare(pairs.listPair(), left, sums);
  }
}
