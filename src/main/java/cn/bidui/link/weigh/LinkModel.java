package cn.bidui.link.weigh;

import java.util.List;

/**
 * What agreement and difference say (模型), for each pair of lists, in hundredths of a bit. Whole
 * numbers, so that a weight is the same on every machine.
 *
 * @param plan the name of the plan it was made for
 * @param comparisons the names of the comparisons, in the plan's order
 */
public record LinkModel(String plan, List<String> comparisons, List<PairWeights> pairs) {

  public LinkModel {
    comparisons = List.copyOf(comparisons);
    pairs = List.copyOf(pairs);
  }

  /**
   * The weights between two lists; a list may be paired with itself.
   *
   * @param prior log2 odds that a pair taken at random is one person, at the time of training
   * @param weights by comparison and level; a missing value weighs 0
   * @param trainedOn how many candidate pairs taught it; 0 where the shipped priors stand
   */
  public record PairWeights(
      String left, String right, int prior, List<List<Integer>> weights, long trainedOn) {
    public PairWeights {
      weights = weights.stream().map(List::copyOf).toList();
    }
  }
}
