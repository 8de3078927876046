package cn.bidui.link.assign;

import static cn.bidui.link.assign.Verdict.ACCEPTED;
import static cn.bidui.link.assign.Verdict.REFUSED;
import static cn.bidui.link.assign.Verdict.TIED;
import static cn.bidui.link.assign.Verdict.TOO_LARGE;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

  private static final int LARGEST = 2_000;

  /** Pairs of a left node, a right node and a weight. */
  private static Assignment of(int[]... pairs) {
    return of(LARGEST, pairs);
  }

  private static Assignment of(int largest, int[]... pairs) {
    return Assignment.of(column(pairs, 0), column(pairs, 1), column(pairs, 2), largest);
  }

  private static int[] column(int[][] pairs, int column) {
    return Arrays.stream(pairs).mapToInt(pair -> pair[column]).toArray();
  }

  private static int[] pair(int left, int right, int weight) {
    return new int[] {left, right, weight};
  }

  private static List<Verdict> verdicts(Assignment assignment, int pairs) {
    return IntStream.range(0, pairs).mapToObj(assignment::verdict).toList();
  }

  private static List<Integer> margins(Assignment assignment, int pairs) {
    return IntStream.range(0, pairs).mapToObj(assignment::margin).toList();
  }

  @Test
  void aPairWithoutRivalsIsKeptByItsWholeWeight() {
    Assignment one = of(pair(7, 3, 1250));
    assertThat(one.verdict(0)).isEqualTo(ACCEPTED);
    assertThat(one.margin(0)).isEqualTo(1250);
    assertThat(one.chosen(0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,TIED,0", "-1,REFUSED,1", "1,ACCEPTED,1"})
  void aPairThatWeighsNothingIsAsGoodAsNone(int weight, Verdict verdict, int margin) {
    Assignment one = of(pair(0, 0, weight));
    assertThat(one.verdict(0)).isEqualTo(verdict);
    assertThat(one.margin(0)).isEqualTo(margin);
  }

  @Test
  void noPairsLeadToNothing() {
    assertThat(of().tooLarge()).isEmpty();
  }

  @Test
  void theHeavierOfTwoPartnersIsKeptByWhatItWeighsMore() {
    Assignment two = of(pair(0, 0, 900), pair(0, 1, 1000));
    assertThat(verdicts(two, 2)).containsExactly(REFUSED, ACCEPTED);
    assertThat(margins(two, 2)).containsExactly(100, 100);
  }

  @Test
  void partnersThatWeighTheSameAreLeftToPeopleAndALighterOneIsNot() {
    Assignment three = of(pair(4, 0, 1000), pair(5, 0, 1000), pair(6, 0, 700));
    assertThat(verdicts(three, 3)).containsExactly(TIED, TIED, REFUSED);
    assertThat(margins(three, 3)).containsExactly(0, 0, 300);
  }

  @Test
  void theGreatestTotalMayLeaveTheHeaviestPairOut() {
    Assignment chain = of(pair(0, 0, 900), pair(1, 0, 1000), pair(1, 1, 800));
    assertThat(verdicts(chain, 3)).containsExactly(ACCEPTED, REFUSED, ACCEPTED);
    assertThat(margins(chain, 3)).containsExactly(700, 700, 700);
  }

  @Test
  void aCycleOfEqualTotalsIsLeftToPeopleAsAWhole() {
    Assignment cycle =
        of(pair(0, 0, 900), pair(0, 1, 700), pair(1, 0, 800), pair(1, 1, 600), pair(2, 2, 10));
    assertThat(verdicts(cycle, 5)).containsExactly(TIED, TIED, TIED, TIED, ACCEPTED);
  }

  @Test
  void aClearPairBesideATieIsKept() {
    Assignment mixed = of(pair(0, 0, 900), pair(0, 1, 100), pair(1, 1, 500), pair(2, 1, 500));
    assertThat(verdicts(mixed, 4)).containsExactly(ACCEPTED, REFUSED, TIED, TIED);
    assertThat(margins(mixed, 4)).containsExactly(900, 1300, 0, 0);
  }

  @Test
  void aComponentOfMorePairsThanMayBeSolvedIsReportedWhole() {
    Assignment all = of(2, pair(0, 0, 5), pair(0, 1, 6), pair(0, 2, 7), pair(1, 9, 3));
    assertThat(verdicts(all, 4)).containsExactly(TOO_LARGE, TOO_LARGE, TOO_LARGE, ACCEPTED);
    assertThat(all.tooLarge()).containsExactly(3);
    assertThat(all.margin(0)).isZero();
    assertThat(all.chosen(0)).isFalse();
  }

  @Test
  void threeHundredNamesakesOnEachSideComeToAnEnd() {
    int[][] pairs = new int[90_000][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = pair(i / 300, i % 300, 1200);
    }
    Assignment all = assertTimeout(ofMinutes(1), () -> of(100_000, pairs));
    assertThat(verdicts(all, pairs.length)).containsOnly(TIED);
    assertThat(IntStream.range(0, pairs.length).filter(all::chosen)).hasSize(300);
    assertThat(of(pairs).tooLarge()).containsExactly(90_000);
  }

  /** All weights are few, so that ties, cycles of ties and negative pairs are met often. */
  private static int[][] graph(Random random) {
    int lefts = 1 + random.nextInt(5);
    int rights = 1 + random.nextInt(5);
    int spread = 1 + random.nextInt(9);
    List<int[]> pairs = new ArrayList<>();
    for (int left = 0; left < lefts; left++) {
      for (int right = 0; right < rights; right++) {
        if (random.nextInt(3) > 0) {
          pairs.add(pair(left, right, random.nextInt(spread + 2) - 1));
        }
      }
    }
    Collections.shuffle(pairs, random);
    return pairs.toArray(int[][]::new);
  }

  /** The best total with a pair and without it, by trying everything. */
  private static final class Everything {
    private final int[][] pairs;
    private final long[] with;
    private final long[] without;

    Everything(int[][] pairs) {
      this.pairs = pairs;
      with = new long[pairs.length];
      without = new long[pairs.length];
      Arrays.fill(with, Long.MIN_VALUE);
      Arrays.fill(without, Long.MIN_VALUE);
      search(0, 0, 0, 0, 0);
    }

    private void search(int at, int lefts, int rights, int held, long total) {
      if (at == pairs.length) {
        note(held, total);
        return;
      }
      search(at + 1, lefts, rights, held, total);
      int left = 1 << pairs[at][0];
      int right = 1 << pairs[at][1];
      if ((lefts & left) == 0 && (rights & right) == 0) {
        search(at + 1, lefts | left, rights | right, held | 1 << at, total + pairs[at][2]);
      }
    }

    private void note(int held, long total) {
      for (int pair = 0; pair < pairs.length; pair++) {
        long[] of = (held >> pair & 1) == 1 ? with : without;
        of[pair] = Math.max(of[pair], total);
      }
    }

    private long best() {
      return Math.max(with[0], without[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatIsFoundIsWhatTryingEverythingFinds(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      int[][] pairs = graph(random);
      if (pairs.length > 0) {
        sameAsTrying(pairs, new Everything(pairs));
      }
    }
  }

  private static void sameAsTrying(int[][] pairs, Everything all) {
    Assignment found = of(pairs);
    long total = 0;
    for (int pair = 0; pair < pairs.length; pair++) {
      long difference = all.with[pair] - all.without[pair];
      assertThat((long) found.margin(pair)).isEqualTo(Math.abs(difference));
      Verdict verdict = difference > 0 ? ACCEPTED : difference < 0 ? REFUSED : TIED;
      assertThat(found.verdict(pair)).isEqualTo(verdict);
      total += found.chosen(pair) ? pairs[pair][2] : 0;
    }
    assertThat(total).isEqualTo(all.best());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfPairsChangesNothing(long seed) {
    Random random = new Random(seed);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int right = i / 1_000 + 3 * random.nextInt(300);
      pairs.add(pair(i % 1_000, right, random.nextInt(40)));
    }
    pairs.sort((a, b) -> Integer.compare(a[0] * 10_000 + a[1], b[0] * 10_000 + b[1]));
    List<String> before = lines(pairs);
    Collections.shuffle(pairs, random);
    assertThat(lines(pairs)).containsExactlyInAnyOrderElementsOf(before);
  }

  private static List<String> lines(List<int[]> pairs) {
    Assignment found = of(10_000, pairs.toArray(int[][]::new));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      lines.add(
          Arrays.toString(pairs.get(i)) + found.verdict(i) + found.margin(i) + found.chosen(i));
    }
    return lines;
  }
}
