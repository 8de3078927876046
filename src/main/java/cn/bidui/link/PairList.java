package cn.bidui.link;

/** Pairs of rows (numbered through all lists) with their weights, in the order of their rows. */
public final class PairList {

  private final int[] left;
  private final int[] right;
  private final int[] weight;
  private final int[] pass;

  /** Of columns that are filled already and as long as each other; they are not copied. */
  PairList(int[] left, int[] right, int[] weight, int[] pass) {
    this.left = left;
    this.right = right;
    this.weight = weight;
    this.pass = pass;
  }

  /** How many pairs. */
  public int size() {
    return left.length;
  }

  /** The smaller row of pair {@code i}. */
  public int left(int i) {
    return left[i];
  }

  /** The larger row of pair {@code i}. */
  public int right(int i) {
    return right[i];
  }

  /** The weight of pair {@code i}, in hundredths of a bit. */
  public int weight(int i) {
    return weight[i];
  }

  /** The position in the plan of the pass that found pair {@code i}. */
  public int pass(int i) {
    return pass[i];
  }
}
