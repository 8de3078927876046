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

  private static final double SAME = .88;
  private static final double DIFFERS = .04;

  private Priors() {}

  /** By level; {@code levels} of them, the first for missing values. */
  static double[] shares(LinkComparison comparison, int levels) {
    double[] shares = new double[levels];
    if (comparison.kind() == ComparisonKind.NAME_PARTS && levels == NAME_PARTS.length + 1) {
      System.arraycopy(NAME_PARTS, 0, shares, 1, NAME_PARTS.length);
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
}
