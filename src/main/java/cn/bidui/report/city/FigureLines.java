package cn.bidui.report.city;

import cn.bidui.judge.score.Goal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every figure of a roll-up, county by county, the totals of the counted ones last. */
final class FigureLines {

  private static final String TOTAL = "total";

  private final City city;
  private final List<FigureLine> lines = new ArrayList<>();

  private FigureLines(City city) {
    this.city = city;
  }

  static List<FigureLine> of(City city) {
    FigureLines all = new FigureLines(city);
    for (County county : city.counties()) {
      String condition = county.condition().code();
      county.figures().ifPresent(night -> all.group(county.name(), condition, List.of(night)));
    }
    all.group("", TOTAL, city.nights(Condition.COUNTED));
    return all.lines;
  }

  private void group(String county, String condition, List<CountyNight> nights) {
    Figures sum = CityTables.sum(nights);
    for (String rule : city.rules()) {
      boolean known = nights.stream().anyMatch(night -> night.knows(rule));
      add(county, condition, "rule", rule, "", known, Measures.of(sum.rule(rule)));
    }
    for (Goal goal : Goal.values()) {
      goal(county, condition, goal, nights);
    }
    unfunded(county, condition, nights, sum);
    boolean looked = nights.stream().anyMatch(CountyNight::knowsDropouts);
    for (SchoolStage stage : SchoolStage.values()) {
      add(county, condition, "dropout", stage.code(), "", looked, Measures.of(sum.dropout(stage)));
    }
  }

  private void goal(String county, String condition, Goal goal, List<CountyNight> nights) {
    List<NightRun.Score> scores =
        nights.stream().map(night -> night.score(goal)).filter(NightRun.Score::compared).toList();
    NightRun.Score sum = NightRun.Score.sum(scores);
    add(county, condition, "goal", goal.code(), "", sum.compared(), Measures.of(sum));
  }

  private void unfunded(String county, String condition, List<CountyNight> nights, Figures sum) {
    boolean looked = nights.stream().anyMatch(night -> night.knows(FindingCount.UNFUNDED));
    sum.unfunded()
        .forEach(
            (program, due) ->
                add(
                    county,
                    condition,
                    "unfunded",
                    program.name(),
                    program.term(),
                    true,
                    Measures.of(due)));
    add(county, condition, "unfunded", "", "", looked, Measures.of(sum.allUnfunded()));
  }

  private void add(
      String county,
      String condition,
      String section,
      String subject,
      String term,
      boolean known,
      Map<String, Object> measures) {
    Map<String, Object> shown = new LinkedHashMap<>(measures);
    if (!known) {
      shown.replaceAll((measure, figure) -> "");
    }
    lines.add(new FigureLine(county, condition, section, subject, term, shown));
  }
}
