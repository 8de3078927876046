package cn.bidui.report;

import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.judge.score.Score;
import cn.bidui.judge.score.Scoreboard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The scoreboard (三个零误差、三个百分之百) in words and figures. Nothing compared is never shown as 0, and
 * only what is wholly right is shown as 100 %.
 */
public final class GoalBoard {

  private static final Words WORDS = Words.ZH;

  private final Map<Goal, Map<Place, Score>> scores;
  private final SortedMap<LocalDate, Scoreboard> nights = new TreeMap<>();

  GoalBoard(NightReport night) {
    scores = byPlace(night.judged().scoreboard());
    nights.putAll(night.judged().earlier());
    nights.put(night.asOf(), night.judged().scoreboard());
    while (nights.size() > NightReport.Judged.EARLIER_SHOWN + 1) {
      nights.remove(nights.firstKey());
    }
  }

  private static Map<Goal, Map<Place, Score>> byPlace(Scoreboard board) {
    Map<Goal, Map<Place, Score>> scores = new HashMap<>();
    board
        .scores()
        .forEach(
            score ->
                scores
                    .computeIfAbsent(score.goal(), goal -> new HashMap<>())
                    .put(score.place(), score));
    return scores;
  }

  static String title(Goal goal) {
    return WORDS.text("report.goal." + goal.code());
  }

  /** What was compared at {@code place}; empty where there was nothing to compare. */
  Optional<Score> score(Goal goal, Place place) {
    return Optional.ofNullable(scores.getOrDefault(goal, Map.of()).get(place));
  }

  boolean compared(Goal goal) {
    return score(goal, Place.COUNTY).filter(Score::compared).isPresent();
  }

  /** 未核对：缺 …; blank where the goal was compared. */
  String state(Goal goal) {
    Optional<Score> county = score(goal, Place.COUNTY);
    if (county.filter(Score::compared).isPresent()) {
      return "";
    }
    return county
        .filter(score -> !score.needs().isEmpty())
        .map(score -> WORDS.text("report.goal.needs-lists", WORDS.lists(score.needs())))
        .orElseGet(() -> WORDS.text("report.goal.not-compared"));
  }

  /** {@code 118/120}; a dash where nothing was compared. */
  String fraction(Goal goal, Place place) {
    return score(goal, place)
        .filter(Score::compared)
        .map(score -> score.right() + "/" + score.of())
        .orElse("–");
  }

  /** Percent with two decimals, cut off and not rounded: 99.999 % is not 100 %. */
  static String rate(Score score) {
    return score.compared() ? rate(score.right(), score.of()) : "–";
  }

  public static String rate(long right, long of) {
    if (of == 0) {
      return "–";
    }
    return BigDecimal.valueOf(right)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(of), 2, RoundingMode.DOWN)
            .toPlainString()
        + " %";
  }

  /** One row of a table: goal, right, of, rate, wrong, change, and why it was not compared. */
  Object[] row(Goal goal, Place place) {
    Optional<Score> score = score(goal, place).filter(Score::compared);
    return score
        .map(
            of ->
                new Object[] {
                  title(goal),
                  of.right(),
                  of.of(),
                  rate(of),
                  of.wrong(),
                  change(goal, place, of.wrong()),
                  WORDS.text("report.goal.compared")
                })
        .orElseGet(() -> new Object[] {title(goal), "–", "–", "–", "–", "–", state(goal)});
  }

  /** How many errors more or fewer than on the night before; a dash where it was not compared. */
  private String change(Goal goal, Place place, long wrong) {
    return before()
        .flatMap(board -> board.of(goal, place))
        .filter(Score::compared)
        .map(score -> signed(wrong - score.wrong()))
        .orElse("–");
  }

  private static String signed(long change) {
    return change > 0 ? "+" + change : Long.toString(change);
  }

  private Optional<Scoreboard> before() {
    SortedMap<LocalDate, Scoreboard> earlier = nights.headMap(nights.lastKey());
    return earlier.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(earlier.get(earlier.lastKey()));
  }

  /** The nights that stand beside each other, the oldest first. */
  List<LocalDate> nights() {
    return List.copyOf(nights.keySet());
  }

  /** The county's errors of each of {@link #nights}; null where it was not compared. */
  List<@Nullable Long> errors(Goal goal) {
    List<@Nullable Long> errors = new ArrayList<>();
    for (Scoreboard board : nights.values()) {
      errors.add(
          board.of(goal, Place.COUNTY).filter(Score::compared).map(Score::wrong).orElse(null));
    }
    return errors;
  }

  /** The places of {@code level} that have anything compared, in order. */
  List<Place> places(Place.Level level) {
    SortedSet<Place> places = new TreeSet<>();
    scores.values().forEach(byPlace -> places.addAll(byPlace.keySet()));
    places.removeIf(place -> place.level() != level);
    return List.copyOf(places);
  }

  /** The place's name and its six fractions. */
  Object[] line(Place place) {
    String name = place.equals(Place.COUNTY) ? WORDS.text("report.county") : place.name();
    List<Object> cells = new ArrayList<>(List.of(name));
    Arrays.stream(Goal.values()).forEach(goal -> cells.add(fraction(goal, place)));
    return cells.toArray();
  }
}
