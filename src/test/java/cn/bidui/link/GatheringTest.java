package cn.bidui.link;

import static cn.bidui.link.assign.Verdict.ACCEPTED;
import static cn.bidui.link.assign.Verdict.TIED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.assign.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rows 0, 1, 2 are one thing and rows 3, 4, 5 another. */
class GatheringTest {

  private static final int[] LEFT = {0, 1, 2, 3, 4};
  private static final int[] RIGHT = {1, 2, 3, 4, 5};

  @Test
  void aChainIsOneCluster() {
    assertThat(gather(0, 500, 500, 10, 500, 500, 10))
        .containsExactly(ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED);
  }

  @Test
  void onePairThatIsAlikeByChanceDoesNotMakeTwoClustersOne() {
    assertThat(gather(0, 500, 500, 10, 500, 500, -900))
        .containsExactly(ACCEPTED, ACCEPTED, TIED, ACCEPTED, ACCEPTED);
  }

  @Test
  void rowsThatHardlyKnowEachOtherMayBeOneThing() {
    assertThat(gather(0, 500, 500, 10, 500, 500, -200)).doesNotContain(TIED);
  }

  @Test
  void twoRowsByThemselvesAreDecidedByTheirPair() {
    assertThat(Gathering.of(new int[] {0}, new int[] {1}, new int[] {5}, 2, 0, (a, b) -> -9999))
        .containsExactly(ACCEPTED);
  }

  @Test
  void pairsBelowTheThresholdBringNothingTogether() {
    assertThat(gather(100, 500, 500, 10, 500, 500, 10))
        .containsExactly(ACCEPTED, ACCEPTED, TIED, ACCEPTED, ACCEPTED);
  }

  private static Verdict[] gather(int threshold, int... weights) {
    int[] ofPairs = Arrays.copyOf(weights, LEFT.length);
    int across = weights[LEFT.length];
    return Gathering.of(
        LEFT, RIGHT, ofPairs, 6, threshold, (a, b) -> a / 3 == b / 3 ? 500 : across);
  }
}
