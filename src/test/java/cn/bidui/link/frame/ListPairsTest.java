package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListPairsTest {

  private final Frame frame = new Frame(List.of("a", "b", "c"), new int[] {0, 3, 5, 9}, List.of());

  @Test
  void oneToOneIsBetweenDifferentLists() {
    ListPairs pairs = ListPairs.of(frame, Outcome.ONE_TO_ONE);
    assertThat(pairs.within()).isFalse();
    assertThat(pairs.size()).isEqualTo(3);
    assertThat(pairs.number(1, 2)).isEqualTo(2);
    assertThat(pairs.left(1)).isEqualTo(0);
    assertThat(pairs.right(1)).isEqualTo(2);
    assertThat(pairs.all(1)).isEqualTo(12);
  }

  @Test
  void clustersAreWithinAListToo() {
    ListPairs pairs = ListPairs.of(frame, Outcome.CLUSTER);
    assertThat(pairs.size()).isEqualTo(6);
    assertThat(pairs.all(pairs.number(0, 0))).isEqualTo(3);
    assertThat(pairs.all(pairs.number(0, 1))).isEqualTo(6);
    assertThat(pairs.rows(2)).isEqualTo(4);
  }
}
