package cn.bidui.accuracy;

/** What a number of errors in a number of trials says at most about their true rate. */
final class Bound {

  private Bound() {}

  /**
   * The exact upper bound (Clopper and Pearson) at 95 %, one-sided: were the true rate higher, so
   * few errors would be seen less than once in twenty times. Without any error about 3 / trials.
   */
  static double upper(long errors, long trials) {
    if (trials == 0 || errors >= trials) {
      return 1;
    }
    double low = (double) errors / trials;
    double high = 1;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if (atMost(errors, trials, middle) > 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** How likely at most {@code errors} are at that rate. */
  private static double atMost(long errors, long trials, double rate) {
    double sum = 0;
    double logTerm = trials * StrictMath.log1p(-rate);
    for (long k = 0; k <= errors; k++) {
      sum += StrictMath.exp(logTerm);
      logTerm +=
          StrictMath.log((double) (trials - k) / (k + 1))
              + StrictMath.log(rate)
              - StrictMath.log1p(-rate);
    }
    return sum;
  }
}
