package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan.Outcome;

/**
 * The pairs of lists between which rows are compared, numbered through: each two lists, and where
 * rows of one list may be one thing too, each list with itself.
 */
public final class ListPairs {

  private final Frame frame;
  private final boolean within;
  private final int[] left;
  private final int[] right;
  private final int[] numbers;

  private ListPairs(Frame frame, boolean within) {
    int lists = frame.lists().size();
    this.frame = frame;
    this.within = within;
    this.left = new int[lists * (lists + (within ? 1 : -1)) / 2];
    this.right = new int[left.length];
    this.numbers = new int[lists * lists];
    int number = 0;
    for (int a = 0; a < lists; a++) {
      for (int b = within ? a : a + 1; b < lists; b++) {
        left[number] = a;
        right[number] = b;
        numbers[a * lists + b] = number++;
      }
    }
  }

  /** Of the lists of a frame; only clusters are within a list too. */
  public static ListPairs of(Frame frame, Outcome outcome) {
    return new ListPairs(frame, outcome == Outcome.CLUSTER);
  }

  /** How many pairs of lists. */
  public int size() {
    return left.length;
  }

  /** Whether a list is paired with itself. */
  public boolean within() {
    return within;
  }

  /** The earlier list of a pair. */
  public int left(int pair) {
    return left[pair];
  }

  /** The later list of a pair, or the same. */
  public int right(int pair) {
    return right[pair];
  }

  /** The number of the pair of two lists, the earlier first. */
  public int number(int leftList, int rightList) {
    return numbers[leftList * frame.lists().size() + rightList];
  }

  /** How many rows a list has. */
  public int rows(int list) {
    return frame.start(list + 1) - frame.start(list);
  }

  /** How many pairs of rows there are between the two lists of a pair. */
  public long all(int pair) {
    long rows = rows(left[pair]);
    return left[pair] == right[pair] ? rows * (rows - 1) / 2 : rows * rows(right[pair]);
  }
}
