package cn.bidui.link.weigh;

/**
 * How far off a share may be that was found by counting, as a factor: three standard errors of its
 * logarithm, which for n counted is 1 / √n. Three, because dozens of weights are learned at once.
 *
 * @param factor 1 or more
 */
record Margin(double factor) {

  private static final double ERRORS = 3;

  /** Stands for what might have been seen where nothing was. */
  private static final double UNSEEN = .5;

  /** Of a count. */
  static Margin of(double count) {
    return ofVariance(1 / (count + UNSEEN));
  }

  /** Of a count by another. */
  static Margin of(double count, double by) {
    return ofVariance(1 / (count + UNSEEN) + 1 / Math.max(by, UNSEEN));
  }

  private static Margin ofVariance(double variance) {
    return new Margin(StrictMath.exp(ERRORS * StrictMath.sqrt(variance)));
  }

  /** The share of {@code count} in {@code all}; never 0. */
  static double share(double count, double all) {
    return (count + UNSEEN) / (all + 2 * UNSEEN);
  }

  /** What is nearest to {@code prior} and no farther from {@code found} than this. */
  double nearest(double found, double prior) {
    return Math.max(found / factor, Math.min(found * factor, prior));
  }
}
