package cn.bidui.link.weigh;

import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.LinkComparison;

/**
 * What is taken to be known before any list is seen: how often the values of one and the same thing
 * have each level. Our own figures, cautious ones.
 */
final class Priors {

  /** In NAME_PARTS' order of levels. */
  private static final double[] NAME_PARTS = {.78, .03, .07, .02, .03, .04, .01, .02};

  /** In the order of {@link cn.bidui.link.name.NameAgreement}. */
  private static final double[] CHINESE_NAME = {
    .93, .003, .01, .008, .018, .006, .006, .002, .005, .004, .008
  };

  private static final double SAME = .88;
  private static final double DIFFERS = .04;

  private Priors() {}

  /** By level; {@code levels} of them, the first for missing values. */
  static double[] shares(LinkComparison comparison, int levels) {
    double[] shares = new double[levels];
    double[] known = known(comparison.kind());
    if (levels == known.length + 1) {
      System.arraycopy(known, 0, shares, 1, known.length);
      return shares;
    }
    int between = levels - 3;
    for (int level = 1; level < levels; level++) {
      shares[level] = between <= 0 ? 1 - DIFFERS : (1 - SAME - DIFFERS) / between;
    }
    shares[1] = between <= 0 ? 1 - DIFFERS : SAME;
    shares[levels - 1] = DIFFERS;
    return shares;
  }

  private static double[] known(ComparisonKind kind) {
    return switch (kind) {
      case NAME_PARTS -> NAME_PARTS;
      case CHINESE_NAME -> CHINESE_NAME;
      default -> new double[0];
    };
  }
}
