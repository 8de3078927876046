package cn.bidui.judge.score;

import java.util.List;
import java.util.Optional;

/**
 * All goals at all places, in order of goal and place. A goal that was not compared has one score:
 * the county's.
 */
public record Scoreboard(List<Score> scores) {

  public static final Scoreboard EMPTY = new Scoreboard(List.of());

  public Scoreboard {
    scores = List.copyOf(scores);
  }

  public Optional<Score> of(Goal goal, Place place) {
    return scores.stream()
        .filter(score -> score.goal() == goal && score.place().equals(place))
        .findFirst();
  }
}
