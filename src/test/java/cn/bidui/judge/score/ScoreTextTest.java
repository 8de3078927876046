package cn.bidui.judge.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.ListKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTextTest {

  private static final Scoreboard BOARD =
      new Scoreboard(
          List.of(
              Score.notCompared(
                  Goal.HARDSHIP_EXACT,
                  Place.COUNTY,
                  List.of(ListKind.HARDSHIP, ListKind.HOUSEHOLDS)),
              new Score(Goal.FIELDS_COMPLETE, Place.school("东镇 小学"), true, 9, 12, List.of())));

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(ScoreText.read(ScoreText.write(BOARD))).isEqualTo(BOARD);
    assertThat(ScoreText.read("")).isEqualTo(Scoreboard.EMPTY);
  }

  @Test
  void itIsOneLineAScore() {
    assertThat(ScoreText.write(BOARD).lines())
        .containsExactly(
            "HARDSHIP_EXACT\tCOUNTY\t\tfalse\t0\t0\thardship,households",
            "FIELDS_COMPLETE\tSCHOOL\t东镇 小学\ttrue\t9\t12\t");
  }

  @Test
  void goalsOfANewerVersionAreLeftOut() {
    assertThat(ScoreText.read("ROADS_EXACT\tCOUNTY\t\ttrue\t1\t1\t\n").scores()).isEmpty();
  }

  @Test
  void aScoreboardFindsAScoreByGoalAndPlace() {
    assertThat(BOARD.of(Goal.FIELDS_COMPLETE, Place.school("东镇 小学")))
        .hasValueSatisfying(score -> assertThat(score.wrong()).isEqualTo(3));
    assertThat(BOARD.of(Goal.FIELDS_COMPLETE, Place.COUNTY)).isEmpty();
  }

  @Test
  void placesGoFromTheCountyToItsSchools() {
    List<Place> places = List.of(Place.school("甲"), Place.township("乙"), Place.COUNTY);
    assertThat(places.stream().sorted().toList())
        .isEqualTo(List.of(Place.COUNTY, Place.township("乙"), Place.school("甲")));
  }
}
