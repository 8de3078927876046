package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.judge.score.Score;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightCounts;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.RollForward;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what the nights of a period kept. */
final class NightTally {

  /** Lines about a rule. */
  static final String RULE = "rule/";

  /** Lines about children out of school, by stage of schooling. */
  static final String STAGE = "stage/";

  /** Lines about goals. */
  static final String SCORE = "score/";

  /** Where the nights do not fit each other. */
  static final String CHAIN = "chain/";

  private final List<PeriodNight> nights;
  private final Figures.Sum sum;

  NightTally(List<PeriodNight> nights, Figures.Sum sum) {
    this.nights = nights;
    this.sum = sum;
  }

  /**
   * Adds up all nights.
   *
   * @param before the last night before the period, if there was one
   */
  void add(Optional<PeriodNight> before) {
    List<PeriodNight> whole = nights.stream().filter(night -> night.totals().isPresent()).toList();
    Optional<PeriodNight> earlier = before.filter(night -> night.totals().isPresent());
    for (int i = 0; i < whole.size(); i++) {
      boolean first = i == 0;
      boolean last = i == whole.size() - 1;
      totals(whole.get(i), first, last);
      counts(whole.get(i).counts(), first, last);
      earlier.ifPresent(chain(whole.get(i)));
      earlier = Optional.of(whole.get(i));
    }
    scores();
  }

  private java.util.function.Consumer<PeriodNight> chain(PeriodNight night) {
    return earlier -> {
      if (earlier.totals().isPresent() && night.totals().isPresent()) {
        chain(earlier.totals().get(), night.totals().get());
      }
    };
  }

  private void totals(PeriodNight night, boolean first, boolean last) {
    night.totals().orElseThrow().flows().forEach((place, flow) -> flow(place, flow, first, last));
  }

  private void flow(NightTotals.Place place, NightTotals.Flow flow, boolean first, boolean last) {
    line(RULE + place.rule(), place, flow, first, last);
    line(Matter.of(place.rule()).code(), place, flow, first, last);
    if (Matter.of(place.rule()) == Matter.DROPOUT) {
      line(STAGE + place.stage(), place, flow, first, last);
    }
  }

  private void line(
      String line, NightTotals.Place place, NightTotals.Flow flow, boolean first, boolean last) {
    RollForward.Line moved = flow.line();
    add(place, line, "before", first ? moved.before() : 0);
    add(place, line, "added", moved.added());
    add(place, line, "reopened", moved.reopened());
    add(place, line, "moved", flow.moved());
    add(place, line, "resolved", moved.resolved());
    add(place, line, "explained", moved.explained());
    add(place, line, "open", last ? moved.open() : 0);
  }

  private void add(NightTotals.Place place, String line, String measure, long value) {
    sum.addUp(place.township(), place.school(), line, measure, value);
  }

  /** What was open that night before, held against what the night before said was open. */
  private void chain(NightTotals earlier, NightTotals night) {
    Map<NightTotals.Place, Integer> open = new HashMap<>();
    earlier.flows().forEach((place, flow) -> open.put(place, flow.line().open()));
    TreeMap<NightTotals.Place, Integer> all = new TreeMap<>();
    open.forEach(all::put);
    night.flows().forEach((place, flow) -> all.put(place, flow.line().before()));
    for (NightTotals.Place place : all.keySet()) {
      NightTotals.Flow flow = night.flows().get(place);
      int before = flow == null ? 0 : flow.line().before();
      if (before != open.getOrDefault(place, 0)) {
        broken(place, night.asOf(), open.getOrDefault(place, 0), before);
      }
    }
  }

  private void broken(NightTotals.Place place, LocalDate night, int was, int is) {
    String line = CHAIN + night + "/" + place.rule();
    List<Place> places = Figures.places(place.township(), place.school());
    Place nearest = places.get(places.size() - 1);
    sum.add(nearest, line, "was", was);
    sum.add(nearest, line, "is", is);
    sum.add(Place.COUNTY, "chain", "breaks", 1);
  }

  private void counts(Figures counts, boolean first, boolean last) {
    counts.values().forEach((key, value) -> count(key, value, first, last));
  }

  private void count(Figures.Key key, long value, boolean first, boolean last) {
    boolean start = key.measure().startsWith("before");
    boolean end = key.measure().startsWith("open");
    boolean standing = isStanding(key);
    if (standing ? last : (start && first) || (end && last) || (!start && !end)) {
      sum.add(key.place(), key.line(), key.measure(), value);
    }
    if (key.line().startsWith(NightCounts.COMPARED) && key.measure().equals("evaluated")) {
      sum.add(key.place(), key.line(), "nights", 1);
    }
  }

  /** What stands, and is not summed over nights: how many rows a list has, or a rule looked at. */
  private static boolean isStanding(Figures.Key key) {
    return switch (key.measure()) {
      case "rows", "accepted", "rejected" -> key.line().startsWith(NightCounts.SENT);
      case "compared" -> true;
      default -> false;
    };
  }

  private void scores() {
    List<PeriodNight> scored =
        nights.stream().filter(night -> !night.scores().scores().isEmpty()).toList();
    if (!scored.isEmpty()) {
      scores(scored.get(0).scores(), "start-");
      scores(scored.get(scored.size() - 1).scores(), "end-");
    }
  }

  private void scores(Scoreboard board, String when) {
    for (Score score : board.scores()) {
      String line = SCORE + score.goal().code();
      if (score.compared()) {
        sum.put(score.place(), line, when + "right", score.right());
        sum.put(score.place(), line, when + "of", score.of());
      }
    }
  }

  /** The township of each school, as the most of its findings have it. */
  static SortedMap<String, String> homes(List<NightTotals> nights) {
    Map<String, SortedMap<String, Integer>> seen = new TreeMap<>();
    for (NightTotals night : nights) {
      night.flows().keySet().stream()
          .filter(place -> !place.school().isBlank() && !place.township().isBlank())
          .forEach(
              place ->
                  seen.computeIfAbsent(place.school(), school -> new TreeMap<>())
                      .merge(place.township(), 1, Integer::sum));
    }
    SortedMap<String, String> homes = new TreeMap<>();
    seen.forEach((school, townships) -> homes.put(school, most(townships)));
    return homes;
  }

  /** Of two as frequent the first by name. */
  private static String most(SortedMap<String, Integer> counts) {
    int most = Collections.max(counts.values());
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
