package cn.bidui.link.block;

import cn.bidui.link.frame.ListPairs;

/**
 * Some of all pairs: those of rows that were chosen by what they say, so that the choice is the
 * same whatever the order of the rows. Rows and not pairs, for a row is quickly compared with many.
 */
public final class PairSample {

  private final ListPairs lists;
  private final int[] hashes;
  private final int mask;

  /**
   * The pairs of one row in {@code 2^bits}.
   *
   * @param hashes by row, of all that is written in it; all their bits count
   */
  public PairSample(ListPairs lists, int[] hashes, int bits) {
    this.lists = lists;
    this.hashes = hashes;
    this.mask = (1 << bits) - 1;
  }

  /** How many pairs of two lists one of the sample stands for. */
  public double each(int listPair) {
    double rows = mask + 1.0;
    return oneList(listPair) ? rows * rows / (2 * rows - 1) : rows;
  }

  /** Which row of two of one list is the left one is only their order: there, either counts. */
  private boolean oneList(int listPair) {
    return lists.left(listPair) == lists.right(listPair);
  }

  private boolean chosen(int row) {
    return (hashes[row] & mask) == 0;
  }

  /** Which pairs of a row are chosen: the places of its partners, counted from {@code start}. */
  int choose(int listPair, int left, int[] rows, int start, int end, int[] into) {
    boolean all = chosen(left);
    if (!all && !oneList(listPair)) {
      return 0;
    }
    int count = 0;
    for (int j = start; j < end; j++) {
      into[count] = j - start;
      count += all || chosen(rows[j]) ? 1 : 0;
    }
    return count;
  }
}
