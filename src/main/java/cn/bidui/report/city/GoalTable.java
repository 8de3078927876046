package cn.bidui.report.city;

import static cn.bidui.report.city.CityTable.column;

import cn.bidui.judge.score.Goal;
import cn.bidui.report.GoalBoard;
import cn.bidui.report.city.CityTable.Column;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** 三个零误差、三个百分之百: each goal with the counties below it, numerator and denominator. */
final class GoalTable {

  private static final Messages WORDS = Messages.ZH;

  private GoalTable() {}

  static CityTable of(City city) {
    CityTable table =
        new CityTable(
            WORDS.text("report.sheet.goals"),
            WORDS.text("report.goal.note"),
            List.of(
                column("report.column.goal", 28),
                column("report.city.column.county", 24),
                column("report.column.right", 12),
                column("report.column.of", 12),
                column("report.column.rate", 12),
                column("report.column.errors", 12),
                column("report.city.column.remark", 44)));
    for (Goal goal : Goal.values()) {
      city.counties().forEach(county -> county(county, goal, table));
      total(city, goal, table);
    }
    return table;
  }

  /** A line for each county, a column for each goal. */
  static CityTable matrix(City city) {
    List<Column> columns = new ArrayList<>(List.of(column("report.city.column.county", 24)));
    Arrays.stream(Goal.values()).forEach(goal -> columns.add(new Column(title(goal), 16)));
    CityTable table =
        new CityTable(
            WORDS.text("report.sheet.goals"), WORDS.text("report.city.goals.note"), columns);
    for (County county : city.counties()) {
      List<CountyNight> own = county.figures().stream().toList();
      table.add(Tone.of(county.condition()), fractions(county.label(WORDS), own));
    }
    List<CountyNight> counted = city.nights(Condition.COUNTED);
    String name = WORDS.text("report.city.total-compared");
    table.add(Tone.TOTAL, fractions(name, counted));
    List<Object> leftOut = new ArrayList<>(List.of(WORDS.text("report.city.not-in-total")));
    for (Goal goal : Goal.values()) {
      leftOut.add(city.leftOut(WORDS, night -> night.score(goal).compared()));
    }
    table.add(Tone.PLAIN, leftOut);
    return table;
  }

  private static List<Object> fractions(String name, List<CountyNight> nights) {
    List<Object> cells = new ArrayList<>(List.of(name));
    for (Goal goal : Goal.values()) {
      NightRun.Score sum =
          NightRun.Score.sum(
              nights.stream()
                  .map(night -> night.score(goal))
                  .filter(NightRun.Score::compared)
                  .toList());
      cells.add(sum.compared() ? fraction(sum) : CityTables.DASH);
    }
    return cells;
  }

  private static String fraction(NightRun.Score score) {
    return WORDS.text(
        "report.city.fraction",
        score.right(),
        score.of(),
        GoalBoard.rate(score.right(), score.of()));
  }

  private static void county(County county, Goal goal, CityTable table) {
    Tone tone = Tone.of(county.condition());
    county
        .figures()
        .map(night -> night.score(goal))
        .ifPresentOrElse(
            score -> score(tone, goal, county.label(WORDS), score, table),
            () -> none(tone, goal, county.label(WORDS), county.why(WORDS), table));
  }

  private static void score(
      Tone tone, Goal goal, String name, NightRun.Score score, CityTable table) {
    if (score.compared()) {
      figures(tone, goal, name, score, "", table);
    } else {
      none(tone, goal, name, CityTables.needs(score.needs()), table);
    }
  }

  private static void total(City city, Goal goal, CityTable table) {
    List<NightRun.Score> scores =
        city.nights(Condition.COUNTED).stream()
            .map(night -> night.score(goal))
            .filter(NightRun.Score::compared)
            .toList();
    String name = WORDS.text("report.city.total", scores.size());
    String leftOut = city.leftOut(WORDS, night -> night.score(goal).compared());
    NightRun.Score sum = NightRun.Score.sum(scores);
    if (sum.compared()) {
      figures(Tone.TOTAL, goal, name, sum, leftOut, table);
    } else {
      none(Tone.TOTAL, goal, name, leftOut, table);
    }
  }

  private static void figures(
      Tone tone, Goal goal, String name, NightRun.Score score, String remark, CityTable table) {
    table.add(
        tone,
        title(goal),
        name,
        score.right(),
        score.of(),
        GoalBoard.rate(score.right(), score.of()),
        score.wrong(),
        remark);
  }

  private static void none(Tone tone, Goal goal, String name, String remark, CityTable table) {
    String dash = CityTables.DASH;
    table.add(tone, title(goal), name, dash, dash, dash, dash, remark);
  }

  private static String title(Goal goal) {
    return WORDS.text("report.goal." + goal.code());
  }
}
