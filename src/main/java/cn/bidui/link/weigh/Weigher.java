package cn.bidui.link.weigh;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.compare.Comparisons.Additions;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weight of a pair of rows by a model, in hundredths of a bit: the odds of any pair, what each
 * comparison says, and how rare the values are that agree, as far as {@link Comparison#telling}
 * lets that count.
 */
public final class Weigher {

  private final ListPairs lists;
  private final Additions[] weights;
  private final int[] priors;

  /** By pair of lists and comparison; null where frequencies do not count. */
  private final @Nullable Rarity[][] rarities;

  /** The most that rarity can add, by pair of lists. */
  private final int[] most;

  private Weigher(ListPairs lists, int comparisons) {
    this.lists = lists;
    this.weights = new Additions[lists.size()];
    this.priors = new int[lists.size()];
    this.rarities = new Rarity[lists.size()][comparisons];
    this.most = new int[lists.size()];
  }

  /**
   * Of a model.
   *
   * @throws IllegalArgumentException if the model is of other lists or other comparisons
   */
  public static Weigher of(Frame frame, ListPairs lists, Comparisons comparisons, LinkModel model) {
    Weigher weigher = new Weigher(lists, comparisons.size());
    for (int listPair = 0; listPair < lists.size(); listPair++) {
      weigher.fill(listPair, ofLists(frame, lists, listPair, model), comparisons);
    }
    for (int i = 0; i < comparisons.size(); i++) {
      weigher.fillRarity(Rarity.frequencies(frame, comparisons.get(i)), i);
    }
    return weigher;
  }

  private static PairWeights ofLists(Frame frame, ListPairs lists, int listPair, LinkModel model) {
    String left = frame.lists().get(lists.left(listPair));
    String right = frame.lists().get(lists.right(listPair));
    return model.pairs().stream()
        .filter(pair -> pair.left().equals(left) && pair.right().equals(right))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the model is of other lists"));
  }

  private void fill(int listPair, PairWeights from, Comparisons comparisons) {
    priors[listPair] = from.prior();
    long[][] levelWeights = new long[comparisons.size()][];
    for (int i = 0; i < comparisons.size(); i++) {
      List<Integer> levels = i < from.weights().size() ? from.weights().get(i) : List.of();
      if (levels.size() != comparisons.get(i).levels()) {
        throw new IllegalArgumentException("the model is of other comparisons");
      }
      levelWeights[i] = levels.stream().mapToLong(Integer::longValue).toArray();
    }
    weights[listPair] = comparisons.additions(levelWeights);
  }

  private void fillRarity(int[][] frequencies, int comparison) {
    for (int listPair = 0; listPair < weights.length; listPair++) {
      int[] left = frequencies[lists.left(listPair)];
      int[] right = frequencies[lists.right(listPair)];
      if (left.length > 0 && right.length > 0) {
        boolean oneList = lists.left(listPair) == lists.right(listPair);
        rarities[listPair][comparison] = Rarity.of(left, right, oneList);
        most[listPair] += Rarity.MOST;
      }
    }
  }

  /** Weights by comparison and level. */
  Additions weights(int listPair) {
    return weights[listPair];
  }

  int prior(int listPair) {
    return priors[listPair];
  }

  /** The most that {@link #rarity} can be. */
  int mostRarity(int listPair) {
    return most[listPair];
  }

  /** What the rarity of the values of two rows adds. */
  int rarity(int listPair, Comparisons comparisons, int left, int right) {
    int sum = 0;
    for (int i = 0; i < comparisons.size(); i++) {
      sum += rarity(listPair, comparisons.get(i), i, left, right);
    }
    return sum;
  }

  private int rarity(int listPair, Comparison comparison, int i, int left, int right) {
    Rarity rarity = rarities[listPair][i];
    int level = rarity == null ? Comparison.MISSING : comparison.level(left, right);
    if (rarity == null || level == Comparison.MISSING || comparison.telling(level) == 0) {
      return 0;
    }
    int own = rarity.weight(comparison.value(left));
    int telling = comparison.telling(level);
    return telling == 100
        ? own
        : Math.min(own, rarity.weight(comparison.value(right))) * telling / 100;
  }

  /** What one comparison says of two rows, rarity included. */
  public int part(int listPair, Comparisons comparisons, int comparison, int left, int right) {
    Comparison by = comparisons.get(comparison);
    return (int) weights[listPair].of(comparison, by.level(left, right))
        + rarity(listPair, by, comparison, left, right);
  }

  /** The whole weight of two rows. */
  public int weight(int listPair, Comparisons comparisons, int left, int right) {
    int sum = priors[listPair];
    for (int i = 0; i < comparisons.size(); i++) {
      sum += part(listPair, comparisons, i, left, right);
    }
    return sum;
  }
}
