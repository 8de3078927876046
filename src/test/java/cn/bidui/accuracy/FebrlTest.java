package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FebrlTest {

  private static final String HEADER = "left_list,left_row,right_list,right_row,weight";

  @Test
  void linksOfTwoListsAreComparedOneByOne() {
    Map<String, List<Integer>> people =
        Map.of("a", List.of(0, 0, 7, 8, 9), "b", List.of(0, 0, 9, 8));
    Febrl.Score score =
        Febrl.score("febrl4", people, List.of(HEADER, "a,3,b,3,1200", "a,2,b,2,50"));
    assertThat(score).isEqualTo(new Febrl.Score("febrl4", 1, 1, 1));
    assertThat(score.perfect()).isFalse();
  }

  @Test
  void linksWithinOneListAreClosedFirst() {
    Map<String, List<Integer>> people = Map.of("a", List.of(0, 0, 5, 5, 5, 6));
    Febrl.Score score =
        Febrl.score("febrl3", people, List.of(HEADER, "a,2,a,3,900", "a,3,a,4,900"));
    assertThat(score).isEqualTo(new Febrl.Score("febrl3", 3, 0, 0));
    assertThat(score.perfect()).isTrue();
  }

  @Test
  void scoresStandInATable() {
    assertThat(Tables.of(List.of(new Febrl.Score("febrl4", 5000, 0, 1))))
        .isEqualTo(
            """
            | public data set | right pairs | wrong | missed |
            | --- | --- | --- | --- |
            | febrl4 | 5,000 | 0 | 1 |
            """);
  }

  @Test
  void withoutLinksAllIsMissed() {
    Map<String, List<Integer>> people = Map.of("a", List.of(0, 0, 5), "b", List.of(0, 0, 5));
    assertThat(Febrl.score("febrl4", people, List.of(HEADER)))
        .isEqualTo(new Febrl.Score("febrl4", 0, 0, 1));
  }

  @Test
  void theShippedPlansLinkMadeDataOfTheSameFormWithoutAMistake(
      @TempDir Path folder, @TempDir Path out) throws IOException, InterruptedException {
    MadeFebrl.write(folder, 500);
    assertThat(Febrl.of(folder, out, List.of(0)))
        .containsExactly(
            new Febrl.Score("febrl4", 500, 0, 0), new Febrl.Score("febrl3", 1000, 0, 0));
  }

  @Test
  void theShippedPlansLinkThePublicDataSetsWithoutAMistake(@TempDir Path out)
      throws IOException, InterruptedException {
    Path folder = Path.of(Objects.requireNonNullElse(System.getenv("BIDUI_FEBRL"), ""));
    Assumptions.assumeTrue(
        Febrl.in(folder), "FEBRL 3 and 4 not measured: BIDUI_FEBRL names no folder with both");
    assertThat(Febrl.of(folder.toAbsolutePath(), out)).allMatch(Febrl.Score::perfect);
  }
}
