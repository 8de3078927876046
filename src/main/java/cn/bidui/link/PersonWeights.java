package cn.bidui.link;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Optional;

/** The weights of a model, by pair of the lists of a night, respect and level. */
final class PersonWeights {

  /** Stands for any list for which a model has no weights of its own. */
  static final String ANY = "any";

  private final int lists;
  private final int[] priors;
  private final int[][][] weights;

  /**
   * Of a model of persons.
   *
   * @throws IllegalArgumentException if the model is of other comparisons
   */
  PersonWeights(LinkModel model, List<ListKind> kinds) {
    if (!fits(model)) {
      throw new IllegalArgumentException("the model is not one of persons");
    }
    lists = kinds.size();
    priors = new int[lists * lists];
    weights = new int[priors.length][][];
    for (int pair = 0; pair < priors.length; pair++) {
      PairWeights of = of(model, kinds.get(pair / lists).code(), kinds.get(pair % lists).code());
      priors[pair] = of.prior();
      weights[pair] =
          of.weights().stream()
              .map(levels -> levels.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new);
    }
  }

  /** Whether a model has a weight for every level of every respect. */
  static boolean fits(LinkModel model) {
    return model.comparisons().equals(Respect.codes())
        && named(model, ANY, ANY).isPresent()
        && model.pairs().stream().allMatch(PersonWeights::whole);
  }

  private static boolean whole(PairWeights pair) {
    boolean whole = pair.weights().size() == Respect.values().length;
    for (int i = 0; whole && i < Respect.values().length; i++) {
      whole = pair.weights().get(i).size() == Respect.values()[i].levels();
    }
    return whole;
  }

  /** What a model says of two lists, in whichever order. */
  static PairWeights of(LinkModel model, String left, String right) {
    return named(model, left, right)
        .or(() -> named(model, right, left))
        .or(() -> named(model, ANY, ANY))
        .orElseThrow(() -> new IllegalArgumentException("the model is not one of persons"));
  }

  private static Optional<PairWeights> named(LinkModel model, String left, String right) {
    return model.pairs().stream()
        .filter(pair -> pair.left().equals(left) && pair.right().equals(right))
        .findFirst();
  }

  /** The odds before anything is compared, between rows of two lists. */
  int prior(int left, int right) {
    return priors[left * lists + right];
  }

  /** What a level says, between rows of two lists. */
  int weight(int left, int right, Respect respect, int level) {
    return weights[left * lists + right][respect.ordinal()][level];
  }
}
