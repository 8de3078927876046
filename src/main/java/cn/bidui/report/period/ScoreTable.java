package cn.bidui.report.period;

import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** 三个零误差、三个百分之百 at the start and at the end of a period. */
final class ScoreTable {

  private ScoreTable() {}

  static PeriodTable of(PeriodFigures figures) {
    return new PeriodTable(
        Texts.of("table.scores"),
        Texts.of("table.scores"),
        List.of(Texts.of("note.scores")),
        PeriodTable.heads(
            "goal",
            24,
            "start-of",
            10,
            "start-wrong",
            10,
            "start-share",
            10,
            "end-of",
            10,
            "end-wrong",
            10,
            "end-share",
            10),
        Arrays.stream(Goal.values()).map(goal -> row(figures, goal)).toList(),
        false,
        false);
  }

  private static Row row(PeriodFigures figures, Goal goal) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(Texts.known("report.goal." + goal.code(), goal.code())));
    cells.addAll(when(figures, goal, "start-", 2));
    cells.addAll(when(figures, goal, "end-", 5));
    return new Row(Tone.PLAIN, goal.code(), cells);
  }

  private static List<Cell> when(PeriodFigures figures, Goal goal, String when, int wrong) {
    String line = NightTally.SCORE + goal.code();
    OptionalLong of = figures.find(Place.COUNTY, line, when + "of");
    if (of.isEmpty()) {
      return List.of(Cell.text(Texts.of("not-compared")), Cell.nothing(), Cell.nothing());
    }
    long right = figures.county(line, when + "right");
    return List.of(
        Cell.number(of.getAsLong()),
        Cell.people(of.getAsLong() - right),
        Cell.share(right, of.getAsLong(), wrong));
  }
}
