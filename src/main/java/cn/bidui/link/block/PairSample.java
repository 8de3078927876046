package cn.bidui.link.block;

import cn.bidui.link.frame.ListPairs;

/**
 * Some of the pairs of two lists, or of one: all those of some rows, chosen by what the rows say,
 * so that the choice is the same whatever their order. Rows and not pairs, for a row is quickly
 * compared with many. Each pair is chosen by one of its rows, so one in so many is, whoever they
 * are.
 */
public final class PairSample {

  private final ListPairs lists;
  private final int[] hashes;
  private final int[] masks;

  /**
   * The pairs of one row in {@code 2^bits}.
   *
   * @param hashes by row, of what it says; all their bits count
   * @param bits by pair of lists
   */
  public PairSample(ListPairs lists, int[] hashes, int[] bits) {
    this.lists = lists;
    this.hashes = hashes;
    this.masks = new int[bits.length];
    for (int listPair = 0; listPair < bits.length; listPair++) {
      masks[listPair] = (1 << bits[listPair]) - 1;
    }
  }

  /** How many pairs of two lists one of the sample stands for. */
  public double each(int listPair) {
    return masks[listPair] + 1.0;
  }

  /** Which pairs of a row are chosen: the places of its partners, counted from {@code start}. */
  int choose(int listPair, int left, int[] rows, int start, int end, int[] into) {
    int mask = masks[listPair];
    int own = hashes[left];
    boolean oneList = lists.left(listPair) == lists.right(listPair);
    if (!oneList && (own & mask) != 0) {
      return 0;
    }
    int count = 0;
    for (int j = start; j < end; j++) {
      into[count] = j - start;
      // Which of two rows of one list is the left one is only their order: the lower hash chooses.
      int chooser = oneList && hashes[rows[j]] < own ? hashes[rows[j]] : own;
      count += (chooser & mask) == 0 ? 1 : 0;
    }
    return count;
  }
}
