package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FebrlTest {

  private static final String HEADER = "left_list,left_row,right_list,right_row,weight";

  @Test
  void linksOfTwoListsAreComparedOneByOne() {
    List<List<Integer>> people = List.of(List.of(0, 0, 7, 8, 9), List.of(0, 0, 9, 8));
    Febrl.Score score =
        Febrl.score("febrl4", people, List.of(HEADER, "a,3,b,3,1200", "a,2,b,2,50"));
    assertThat(score).isEqualTo(new Febrl.Score("febrl4", 1, 1, 1));
    assertThat(score.perfect()).isFalse();
  }

  @Test
  void linksWithinOneListAreClosedFirst() {
    List<List<Integer>> people = List.of(List.of(0, 0, 5, 5, 5, 6));
    Febrl.Score score =
        Febrl.score("febrl3", people, List.of(HEADER, "a,2,a,3,900", "a,3,a,4,900"));
    assertThat(score).isEqualTo(new Febrl.Score("febrl3", 3, 0, 0));
    assertThat(score.perfect()).isTrue();
  }

  @Test
  void withoutLinksAllIsMissed() {
    List<List<Integer>> people = List.of(List.of(0, 0, 5), List.of(0, 0, 5));
    assertThat(Febrl.score("febrl4", people, List.of(HEADER)))
        .isEqualTo(new Febrl.Score("febrl4", 0, 0, 1));
  }
}
