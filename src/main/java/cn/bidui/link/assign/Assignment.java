package cn.bidui.link.assign;

import java.util.Arrays;

/**
 * The one-to-one assignment of greatest total weight (最优一对一), found exactly in each connected
 * component of the pairs. The order of the pairs changes nothing.
 *
 * <p>A pair that weighs 0 is as good as none, and one that weighs less is never kept: whoever wants
 * weaker pairs adds the same number to all weights. Pairs that some best assignments hold and
 * others do not are {@link Verdict#TIED}; what is {@link Verdict#ACCEPTED} stands in every best
 * assignment, so that no choice among equals is ever made here.
 */
public final class Assignment {

  private final Verdict[] verdicts;
  private final int[] margins;
  private final boolean[] chosen;
  private int[] tooLarge = {};

  private Assignment(int pairs) {
    verdicts = new Verdict[pairs];
    margins = new int[pairs];
    chosen = new boolean[pairs];
  }

  /**
   * Decides over pairs {@code i} of a node {@code left[i]} and a node {@code right[i]}, each pair
   * standing once. Left and right nodes are numbered apart, from 0; numbers may be left out.
   *
   * @param weight in hundredths of a bit
   * @param largest components of more pairs are not solved, nor are those of more than a million;
   *     the time that a component takes grows with its pairs times its nodes
   */
  public static Assignment of(int[] left, int[] right, int[] weight, int largest) {
    Assignment assignment = new Assignment(left.length);
    Components components = Components.of(left, right);
    Solver solver = new Solver(left, right, weight, assignment);
    for (int component = 0; component < components.size(); component++) {
      int from = components.start(component);
      int to = components.start(component + 1);
      if (to - from > Math.min(largest, Paths.MOST_NODES)) {
        assignment.leave(components, from, to);
      } else {
        solver.solve(components.order(), from, to);
      }
    }
    Arrays.sort(assignment.tooLarge);
    return assignment;
  }

  private void leave(Components components, int from, int to) {
    for (int at = from; at < to; at++) {
      verdicts[components.order()[at]] = Verdict.TOO_LARGE;
    }
    tooLarge = Arrays.copyOf(tooLarge, tooLarge.length + 1);
    tooLarge[tooLarge.length - 1] = to - from;
  }

  /**
   * Notes what was found about a pair.
   *
   * @param margin what the total loses if the opposite is decided about the pair
   */
  void decide(int pair, boolean keep, long margin) {
    chosen[pair] = keep;
    margins[pair] = (int) Math.min(Integer.MAX_VALUE, margin);
    Verdict clear = keep ? Verdict.ACCEPTED : Verdict.REFUSED;
    verdicts[pair] = margin == 0 ? Verdict.TIED : clear;
  }

  /** What becomes of a pair. */
  public Verdict verdict(int pair) {
    return verdicts[pair];
  }

  /**
   * How many hundredths of a bit stand between the pair and the opposite decision: what the best
   * total weight is above the best without an accepted pair, or with a refused one. 0 where the
   * pair is tied or was not looked into.
   */
  public int margin(int pair) {
    return margins[pair];
  }

  /** Whether the pair stands in the one best assignment that was found first; tied ones may. */
  public boolean chosen(int pair) {
    return chosen[pair];
  }

  /** The sizes, in pairs, of the components that were too large to be solved; ascending. */
  public int[] tooLarge() {
    return tooLarge.clone();
  }
}
