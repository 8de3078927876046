package cn.bidui.link.block;

import org.jspecify.annotations.Nullable;

/**
 * Rows of one list, and rows of one list behind them, that share a key: each of the first with each
 * of the others, but for pairs that an earlier pass has told. Filled again for the next ones.
 */
public final class BlockPairs {

  private final Pass[] passes;
  private final Blocks blocks;
  private final int pass;
  private final @Nullable PairSample sample;
  private long key;
  private int listPair;
  private int leftFrom;
  private int leftTo;
  private int from;
  private int to;

  BlockPairs(Pass[] passes, int pass, Blocks blocks, @Nullable PairSample sample) {
    this.passes = passes;
    this.pass = pass;
    this.blocks = blocks;
    this.sample = sample;
  }

  /** The rows from {@code leftFrom} on with those from {@code from} on, of {@link #rows}. */
  BlockPairs of(int block, int ofLists, int leftStart, int leftEnd, int start, int end) {
    key = blocks.key(block);
    listPair = ofLists;
    leftFrom = leftStart;
    leftTo = leftEnd;
    from = start;
    to = end;
    return this;
  }

  /** As {@link cn.bidui.link.frame.ListPairs} numbers them. */
  public int listPair() {
    return listPair;
  }

  /** The position in the plan of the pass that found them. */
  public int pass() {
    return pass;
  }

  /** Where rows stand; to be read only. */
  public int[] rows() {
    return blocks.rows();
  }

  /** Where in {@link #rows} the first rows start. */
  public int leftFrom() {
    return leftFrom;
  }

  /** Where they end. */
  public int leftTo() {
    return leftTo;
  }

  /** Where in {@link #rows} the rows start that each of them is paired with. */
  public int from() {
    return from;
  }

  /** Where they end. */
  public int to() {
    return to;
  }

  /** Whether no pair can have been told before, and none is left out. */
  public boolean all() {
    return sample == null && pass == 0 && passes[0].single();
  }

  /**
   * Which pairs of a row were not told before, of those that are to be told at all.
   *
   * @param left a row
   * @param start where in {@link #rows} those start that it is paired with
   * @param into filled with the places of the pairs, counted from {@code start}
   * @return how many they are
   */
  public int fresh(int left, int start, int end, int[] into) {
    int[] rows = blocks.rows();
    int count = end - start;
    if (sample == null) {
      for (int j = 0; j < count; j++) {
        into[j] = j;
      }
    } else {
      count = sample.choose(listPair, left, rows, start, end, into);
    }
    for (int earlier = 0; earlier < pass && count > 0; earlier++) {
      count = passes[earlier].drop(left, rows, start, into, count);
    }
    return passes[pass].keepOwned(key, left, rows, start, into, count);
  }
}
