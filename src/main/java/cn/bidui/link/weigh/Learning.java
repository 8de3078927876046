package cn.bidui.link.weigh;

import java.util.Arrays;
import java.util.List;

/**
 * Expectation and maximization over the patterns of the pairs between two lists, the pairs that no
 * pass found included: those are taken not to be one thing, and are known by {@link Expected}. So
 * what a pass makes its pairs agree on is not held for chance, and the odds are those of a pair
 * taken at random.
 *
 * <p>Of a sample, matches are those that it shows where they are held against priors, and those
 * that it stands for where they are held against all pairs.
 *
 * <p>m (of a level among pairs that are one thing) = (matches with it + {@value #TRUST} × prior) /
 * (matches + {@value #TRUST}); u (among the others) = all pairs with it less the matches with it,
 * by all pairs less all matches. Priors are shares among matches, which say m, or a plan's own in
 * bits, which stand for m = u × 2^bits.
 *
 * <p>A weight is log2 of m by u; in the end not by the m that was counted, but by what of the range
 * that {@link Margin} leaves around that is nearest to the prior. So few pairs leave a weight where
 * it was, and many speak for themselves.
 */
final class Learning {

  /** As many matches as speak as loudly as the priors do, while it is learned who matches. */
  static final int TRUST = 50;

  private static final int MOST_ROUNDS = 200;
  private static final double ENOUGH = 1e-7;

  /** No one comparison decides more than this, in hundredths of a bit. */
  private static final int MOST = 2000;

  private final Patterns patterns;
  private final double each;
  private final byte[][] levels;
  private final Expected expected;
  private final double[][] priors;
  private final List<List<Integer>> bits;
  private final boolean[][] teachable;
  private final double most;

  private final double[][] m;
  private final double[][] u;
  private double matches;

  /**
   * @param patterns of all candidates, or of a sample
   * @param each how many candidates one of the sample stands for
   * @param levels by pattern and comparison
   * @param priors m by comparison and level
   * @param bits weights by comparison and level behind missing; empty where {@code priors} stand
   * @param teachable by comparison and level, whether pairs may teach what it says
   * @param most how many matches there can be
   */
  Learning(
      Patterns patterns,
      double each,
      byte[][] levels,
      Expected expected,
      double[][] priors,
      List<List<Integer>> bits,
      boolean[][] teachable,
      double most) {
    this.patterns = patterns;
    this.each = each;
    this.levels = levels;
    this.expected = expected;
    this.priors = priors;
    this.bits = bits;
    this.teachable = teachable;
    this.most = most;
    this.m = new double[priors.length][];
    this.u = new double[priors.length][];
    start();
  }

  /** The priors, and half the matches that there can be. */
  private void start() {
    matches = Math.max(.5, most / 2);
    for (int i = 0; i < priors.length; i++) {
      m[i] = new double[priors[i].length];
      u[i] = new double[priors[i].length];
      maximize(i, new double[priors[i].length]);
    }
  }

  /** Learns until nothing moves; false if what was learned contradicts itself. */
  boolean learn() {
    double change = 1;
    for (int round = 0; round < MOST_ROUNDS && change > ENOUGH; round++) {
      double before = matches;
      double[][] with = expect();
      for (int i = 0; i < m.length; i++) {
        maximize(i, with[i]);
      }
      change = Math.abs(matches - before) / Math.max(1, before);
    }
    settle();
    return sound();
  }

  /** How many matches have each level, by comparison. */
  private double[][] expect() {
    double odds = odds();
    double[][] ratios = ratios();
    double[][] with = new double[m.length][];
    for (int i = 0; i < with.length; i++) {
      with[i] = new double[m[i].length];
    }
    double sum = 0;
    for (int p = 0; p < patterns.size(); p++) {
      double belief = odds;
      for (int i = 0; i < ratios.length; i++) {
        belief *= ratios[i][levels[p][i]];
      }
      double weight = patterns.counts()[p] * each * (belief / (1 + belief));
      sum += weight;
      for (int i = 0; i < with.length; i++) {
        with[i][levels[p][i]] += weight;
      }
    }
    limit(with, sum);
    return with;
  }

  /** No more matches than there can be. */
  private void limit(double[][] with, double sum) {
    matches = Math.min(sum, most);
    double share = sum > most ? most / sum : 1;
    for (double[] levelsOfOne : with) {
      for (int level = 0; level < levelsOfOne.length; level++) {
        levelsOfOne[level] *= share;
      }
    }
  }

  private double odds() {
    double found = Math.max(matches, .5);
    return found / Math.max(.5, expected.pairs() - found);
  }

  private double[][] ratios() {
    double[][] ratios = new double[m.length][];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = new double[m[i].length];
      ratios[i][0] = 1;
      for (int level = 1; level < ratios[i].length; level++) {
        ratios[i][level] = m[i][level] / u[i][level];
      }
    }
    return ratios;
  }

  private void maximize(int i, double[] with) {
    double known = 0;
    double others = 0;
    double[] less = new double[with.length];
    for (int level = 1; level < with.length; level++) {
      known += with[level];
      double grain = expected.grain(i, level) / 2;
      less[level] = Math.max(expected.count(i, level) - with[level], 0) + grain;
      others += less[level];
    }
    for (int level = 1; level < with.length; level++) {
      u[i][level] = less[level] / others;
      double prior = prior(i, level);
      double counted = (with[level] / each + TRUST * prior) / (known / each + TRUST);
      m[i][level] = teachable[i][level] ? counted : prior;
    }
  }

  /** Takes of what was learned what counting so many pairs can tell. */
  private void settle() {
    double[][] with = expect();
    for (int i = 0; i < m.length; i++) {
      double known = Arrays.stream(with[i]).skip(1).sum();
      for (int level = 1; level < with[i].length; level++) {
        double found = Margin.share(with[i][level] / each, known / each);
        m[i][level] =
            teachable[i][level]
                ? margin(i, level, with[i][level] / each).nearest(found, prior(i, level))
                : prior(i, level);
      }
    }
  }

  /** A prior share may be off by m only, a prior weight by u too, of which fewer were counted. */
  private Margin margin(int i, int level, double counted) {
    double others =
        Math.max(expected.count(i, level) - counted * each, 0) / expected.grain(i, level);
    return bits.get(i).size() < level ? Margin.of(counted) : Margin.of(counted, others);
  }

  private double prior(int i, int level) {
    List<Integer> own = bits.get(i);
    return own.size() < level ? priors[i][level] : u[i][level] * Bits.ratio(own.get(level - 1));
  }

  /** Matches agree at least as often as the others, in most respects. */
  private boolean sound() {
    int more = 0;
    for (int i = 0; i < m.length; i++) {
      more += m[i][1] > u[i][1] ? 1 : -1;
    }
    return matches >= each && more > 0;
  }

  /** Forgets what was learned. */
  void forget() {
    start();
  }

  /** In hundredths of a bit, by comparison and level. */
  List<List<Integer>> weights() {
    double[][] ratios = ratios();
    return Arrays.stream(ratios)
        .map(of -> Arrays.stream(of).mapToObj(Learning::weight).toList())
        .toList();
  }

  private static int weight(double ratio) {
    return Math.max(-MOST, Math.min(MOST, Bits.hundredths(ratio)));
  }

  /** Of a pair taken at random, in hundredths of a bit. */
  int prior() {
    return Bits.hundredths(odds());
  }
}
