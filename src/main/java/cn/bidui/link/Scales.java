package cn.bidui.link;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.weigh.LinkModel;

/** Weighs what two rows say of each other, respect by respect, in hundredths of a bit. */
final class Scales {

  private static final Respect[] ALL = Respect.values();

  private final Columns columns;
  private final PersonComparisons comparisons;
  private final PersonWeights weights;

  Scales(Columns columns, PersonComparisons comparisons, LinkModel model) {
    this.columns = columns;
    this.comparisons = comparisons;
    this.weights = new PersonWeights(model, columns.kinds);
  }

  /** The whole weight: the odds before anything is compared, and all respects. */
  int weigh(int a, int b) {
    int sum = prior(a, b);
    for (Respect respect : ALL) {
      sum += weigh(respect, a, b);
    }
    return sum;
  }

  /** What one respect says. */
  int weigh(Respect respect, int a, int b) {
    return weight(respect, comparisons.level(respect, a, b), a, b);
  }

  /** The odds before anything is compared. */
  int prior(int a, int b) {
    return weights.prior(columns.list(a), columns.list(b));
  }

  /** What a level says of two rows. */
  int weight(Respect respect, int level, int a, int b) {
    return weights.weight(columns.list(a), columns.list(b), respect, level);
  }

  /** What the closest agreement would say. */
  int most(Respect respect, int a, int b) {
    return weight(respect, Comparison.SAME, a, b);
  }

  /** What a difference would say. */
  int least(Respect respect, int a, int b) {
    return weight(respect, respect.differs(), a, b);
  }

  /** How two rows stand in one respect. */
  int level(Respect respect, int a, int b) {
    return comparisons.level(respect, a, b);
  }
}
