package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three comparisons of three levels; patterns are counted as known m and u would have them. */
class LearningTest {

  private static final double[][] M = {{0, .9, .06, .04}, {0, .8, .15, .05}, {0, .95, .02, .03}};
  private static final double[][] U = {{0, .01, .04, .95}, {0, .002, .018, .98}, {0, .05, .05, .9}};
  private static final double PAIRS = 1e8;
  private static final double MATCHES = 20_000;
  private static final int LEVELS = 4;

  @Test
  void whatIsKnownIsFoundAgainButForTheErrorOfCounting() {
    Learning learning = learning(MATCHES, PAIRS, none());
    assertThat(learning.learn()).isTrue();
    for (int i = 0; i < M.length; i++) {
      for (int level = 1; level < LEVELS; level++) {
        int error = Bits.hundredths(Margin.of(M[i][level] * MATCHES).factor());
        assertThat(learning.weights().get(i).get(level))
            .isCloseTo(Bits.hundredths(M[i][level] / U[i][level]), within(error + 8));
      }
    }
    assertThat(learning.prior()).isCloseTo(Bits.hundredths(MATCHES / (PAIRS - MATCHES)), within(3));
  }

  @Test
  void fewRowsStayNearThePriorsAndManySpeakForThemselves() {
    List<List<Integer>> bits = List.of(List.of(900, 150, -300), List.of(), List.of());
    Learning few = learning(10, 400, bits);
    few.learn();
    assertThat(few.weights().get(0).get(1)).isCloseTo(900, within(40));
    Learning many = learning(MATCHES, PAIRS, bits);
    many.learn();
    assertThat(many.weights().get(0).get(1))
        .isCloseTo(Bits.hundredths(M[0][1] / U[0][1]), within(10));
  }

  @Test
  void aWeightGoesNoFartherThanTheErrorOfCountingMakesIt() {
    List<List<Integer>> bits = List.of(List.of(900, 150, -300), List.of(), List.of());
    Learning some = learning(200, 40_000, bits);
    some.learn();
    int counted = Bits.hundredths(M[0][1] / U[0][1]);
    int error = Bits.hundredths(Margin.of(M[0][1] * 200, U[0][1] * 40_000).factor());
    assertThat(error).isBetween(30, 60);
    assertThat(some.weights().get(0).get(1)).isCloseTo(counted + error, within(6));
  }

  @Test
  void whatPairsMayNotTeachKeepsItsPrior() {
    List<List<Integer>> bits = List.of(List.of(900, 0, -300), List.of(), List.of());
    boolean[][] teachable = teachable();
    Learning open = learning(MATCHES, PAIRS, bits, MATCHES * 2, teachable);
    open.learn();
    assertThat(open.weights().get(0).get(2)).isGreaterThan(40);
    teachable[0][2] = false;
    Learning closed = learning(MATCHES, PAIRS, bits, MATCHES * 2, teachable);
    closed.learn();
    assertThat(closed.weights().get(0).get(2)).isZero();
    assertThat(closed.weights().get(0).get(1)).isCloseTo(open.weights().get(0).get(1), within(5));
  }

  @Test
  void thePriorsOfAPlanStandUntilSomethingIsLearned() {
    List<List<Integer>> bits = List.of(List.of(700, 150, -300), List.of(), List.of());
    Learning learning = learning(10, 400, bits);
    assertThat(learning.weights().get(0)).containsExactly(0, 700, 150, -300);
    learning.learn();
    learning.forget();
    assertThat(learning.weights().get(0)).containsExactly(0, 700, 150, -300);
  }

  @Test
  void noMoreMatchesAreFoundThanThereCanBe() {
    Learning learning = learning(MATCHES, PAIRS, none(), 5_000);
    learning.learn();
    assertThat(learning.prior()).isLessThanOrEqualTo(Bits.hundredths(5_000 / (PAIRS - 5_000)));
  }

  @Test
  void whereNothingAgreesNothingIsLearned() {
    Patterns patterns = new Patterns(new long[] {63}, new long[] {1000});
    double[][] counts = {{0, 500, 0, 500}, {0, 500, 0, 500}, {0, 500, 0, 500}};
    Learning learning =
        new Learning(
            patterns,
            1,
            new byte[][] {{3, 3, 3}},
            new Expected(1000, counts, grain()),
            priors(),
            none(),
            teachable(),
            100);
    assertThat(learning.learn()).isFalse();
  }

  /** Weights go no farther than what was counted lets them, however many pairs that stands for. */
  @Test
  void aSampleTeachesWhatItsPairsTeach() {
    List<List<Integer>> bits = List.of(List.of(900, 150, -300), List.of(), List.of());
    for (double matches : new double[] {30, 200, 5_000}) {
      Learning counted = learning(matches, matches * 200, bits);
      Learning sample = learning(matches, matches * 200, bits, matches * 2, teachable(), 64);
      assertThat(counted.learn()).isTrue();
      assertThat(sample.learn()).isTrue();
      assertThat(sample.weights()).isEqualTo(counted.weights());
      assertThat(sample.prior()).isEqualTo(counted.prior());
    }
  }

  private static Learning learning(double matches, double pairs, List<List<Integer>> bits) {
    return learning(matches, pairs, bits, matches * 2);
  }

  private static Learning learning(
      double matches, double pairs, List<List<Integer>> bits, double most) {
    return learning(matches, pairs, bits, most, teachable());
  }

  private static Learning learning(
      double matches, double pairs, List<List<Integer>> bits, double most, boolean[][] teachable) {
    return learning(matches, pairs, bits, most, teachable, 1);
  }

  /** Pairs of which {@code each} stands for so many, among so many times as many. */
  private static Learning learning(
      double matches,
      double pairs,
      List<List<Integer>> bits,
      double most,
      boolean[][] teachable,
      double each) {
    List<byte[]> levels = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (byte a = 1; a < LEVELS; a++) {
      for (byte b = 1; b < LEVELS; b++) {
        for (byte c = 1; c < LEVELS; c++) {
          levels.add(new byte[] {a, b, c});
          double ofMatches = matches * M[0][a] * M[1][b] * M[2][c];
          counts.add(Math.round(ofMatches + (pairs - matches) * U[0][a] * U[1][b] * U[2][c]));
        }
      }
    }
    long[] patterns = new long[counts.size()];
    long[] ofThem = counts.stream().mapToLong(Long::longValue).toArray();
    return new Learning(
        new Patterns(patterns, ofThem),
        each,
        levels.toArray(byte[][]::new),
        new Expected(pairs * each, times(each, expected(matches, pairs)), times(each, grain())),
        priors(),
        bits,
        teachable,
        most * each);
  }

  private static double[][] expected(double matches, double pairs) {
    double[][] expected = new double[M.length][LEVELS];
    for (int i = 0; i < M.length; i++) {
      for (int level = 1; level < LEVELS; level++) {
        expected[i][level] = matches * M[i][level] + (pairs - matches) * U[i][level];
      }
    }
    return expected;
  }

  private static double[][] times(double factor, double[][] of) {
    return Arrays.stream(of)
        .map(row -> Arrays.stream(row).map(value -> value * factor).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] grain() {
    return new double[][] {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}};
  }

  private static boolean[][] teachable() {
    boolean[] all = {true, true, true, true};
    return new boolean[][] {all.clone(), all.clone(), all.clone()};
  }

  private static double[][] priors() {
    return new double[][] {{0, .88, .08, .04}, {0, .88, .08, .04}, {0, .88, .08, .04}};
  }

  private static List<List<Integer>> none() {
    return List.of(List.of(), List.of(), List.of());
  }
}
