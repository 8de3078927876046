package cn.bidui.report;

import cn.bidui.judge.cohort.Cohort;
import cn.bidui.judge.cohort.Indicator;
import cn.bidui.judge.cohort.Population;
import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.judge.score.Score;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was judged of {@link SmallCounty} as a whole: goals, lines of people, cohorts. */
final class JudgedCounty {

  private JudgedCounty() {}

  /** Of six goals two were compared, one of them the night before as well. */
  static NightReport.Judged judged() {
    List<Score> scores =
        List.of(
            Score.notCompared(Goal.ENROLLED_EXACT, Place.COUNTY, List.of(ListKind.ENROLLED)),
            Score.notCompared(Goal.HARDSHIP_EXACT, Place.COUNTY, List.of(ListKind.HARDSHIP)),
            Score.notCompared(Goal.PAYMENTS_EXACT, Place.COUNTY, List.of(ListKind.PAYMENTS)),
            new Score(Goal.SCHOOLS_COMPLETE, Place.COUNTY, true, 3, 4, List.of()),
            new Score(Goal.SCHOOLS_COMPLETE, Place.township("青石镇"), true, 2, 3, List.of()),
            Score.notCompared(Goal.PROGRAMS_COMPLETE, Place.COUNTY, List.of()),
            new Score(Goal.FIELDS_COMPLETE, Place.COUNTY, true, 99_999, 100_000, List.of()),
            new Score(Goal.FIELDS_COMPLETE, Place.school("青石镇中心小学"), true, 60, 60, List.of()));
    Scoreboard before =
        new Scoreboard(
            List.of(new Score(Goal.SCHOOLS_COMPLETE, Place.COUNTY, true, 1, 4, List.of())));
    return new NightReport.Judged(
        new Scoreboard(scores),
        List.of(sheetLine("P-1", "安安", "青石镇中心小学"), sheetLine("P-9", "甘甘", "白水小学")),
        population(),
        new TreeMap<>(Map.of(LocalDate.of(2026, 5, 10), before)));
  }

  private static SheetLine sheetLine(String key, String name, String school) {
    return new SheetLine(
        key,
        name,
        "990101********0018",
        "青石镇",
        school,
        "小学",
        "三年级",
        "2025秋",
        "脱贫户",
        "living-allowance",
        "生活补助",
        "312.50",
        "312.50",
        "",
        "应助已助",
        "脱贫户",
        List.of());
  }

  private static Population population() {
    return new Population(
        List.of(
            new Cohort(Place.COUNTY, 2026, 120, 4, -1),
            new Cohort(Place.township("青石镇"), 2025, 60, 58, 63)),
        List.of(
            new Indicator("disabled-enrolment", Place.COUNTY, true, 19, 20, 9_500, List.of()),
            new Indicator(
                "disabled-enrolment",
                Place.township("青石镇"),
                false,
                0,
                0,
                9_500,
                List.of(ListKind.DISABILITY))));
  }
}
