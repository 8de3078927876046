package cn.bidui.judge.score;

import cn.bidui.judge.score.Counts.Count;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All goals at all places, in order of goal and place. A goal that was not compared has one score:
 * the county's. A place that had nothing to compare is left out, but for the county.
 */
public record Scoreboard(List<Score> scores) {

  public static final Scoreboard EMPTY = new Scoreboard(List.of());

  public Scoreboard {
    scores = List.copyOf(scores);
  }

  /**
   * Adds up what the rules counted.
   *
   * @param measured the rules that ran, and those whose lists are missing; a rule that is switched
   *     off is not among them, and its goal is not compared
   */
  public static Scoreboard of(List<Measured> measured) {
    List<Score> scores = new ArrayList<>();
    for (Goal goal : Goal.values()) {
      scores.addAll(scores(goal, of(goal, measured)));
    }
    return new Scoreboard(scores);
  }

  public Optional<Score> of(Goal goal, Place place) {
    return scores.stream()
        .filter(score -> score.goal() == goal && score.place().equals(place))
        .findFirst();
  }

  private static List<Measured> of(Goal goal, List<Measured> measured) {
    return measured.stream().filter(one -> goal.rules().contains(one.rule())).toList();
  }

  private static List<Score> scores(Goal goal, List<Measured> measured) {
    Set<ListKind> needs = EnumSet.noneOf(ListKind.class);
    measured.forEach(one -> needs.addAll(one.needs()));
    if (!needs.isEmpty() || measured.size() < goal.rules().size()) {
      return List.of(Score.notCompared(goal, Place.COUNTY, List.copyOf(needs)));
    }
    Counts all = new Counts();
    all.add(List.of(Place.COUNTY), 0, 0);
    measured.forEach(one -> all.add(one.counts()));
    return scores(goal, all);
  }

  private static List<Score> scores(Goal goal, Counts counts) {
    return counts.byPlace().entrySet().stream()
        .filter(entry -> entry.getKey().equals(Place.COUNTY) || entry.getValue().of() > 0)
        .map(entry -> score(goal, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Score score(Goal goal, Place place, Count count) {
    return new Score(goal, place, true, count.right(), count.of(), List.of());
  }
}
