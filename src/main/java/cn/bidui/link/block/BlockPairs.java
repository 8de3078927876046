package cn.bidui.link.block;

/**
 * Rows of one list, and rows of one list behind them, that share a key: each of the first with each
 * of the others, but for pairs that an earlier pass has told. Filled again for the next ones.
 */
public final class BlockPairs {

  private final Pass[] passes;
  private final Blocks blocks;
  private final int pass;
  private long key;
  private int listPair;
  private int leftFrom;
  private int leftTo;
  private int from;
  private int to;

  BlockPairs(Pass[] passes, int pass, Blocks blocks) {
    this.passes = passes;
    this.pass = pass;
    this.blocks = blocks;
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

  /** Whether no pair can have been told before. */
  public boolean all() {
    return pass == 0 && passes[0].single();
  }

  /**
   * Which pairs of a row were not told before.
   *
   * @param left a row
   * @param start where in {@link #rows} those start that it is paired with
   * @param into filled with the places of the pairs, counted from {@code start}
   * @return how many they are
   */
  public int fresh(int left, int start, int end, int[] into) {
    int[] rows = blocks.rows();
    int count = 0;
    for (int j = start; j < end; j++) {
      into[count] = j - start;
      count += first(left, rows[j]) ? 1 : 0;
    }
    return count;
  }

  private boolean first(int left, int right) {
    for (int earlier = 0; earlier < pass; earlier++) {
      if (passes[earlier].finds(left, right)) {
        return false;
      }
    }
    return passes[pass].single() || passes[pass].owner(left, right) == key;
  }
}
