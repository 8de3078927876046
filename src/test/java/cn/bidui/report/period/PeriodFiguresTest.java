package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.judge.score.Score;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.RollForward;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PeriodFiguresTest {

  static final Period OCTOBER = Period.find("2026-10").orElseThrow();
  private static final String SCHOOL = "测试小学";

  private static NightTotals.Place place(String rule) {
    return new NightTotals.Place(SCHOOL, "测试镇", "小学", rule);
  }

  private static PeriodNight night(String day, String rule, int... line) {
    RollForward.Line flow =
        new RollForward.Line(line[0], line[1], line[2], line[3], line[4], line[5]);
    TreeMap<NightTotals.Place, NightTotals.Flow> flows = new TreeMap<>();
    flows.put(place(rule), new NightTotals.Flow(flow, 0));
    return night(day, flows);
  }

  private static PeriodNight night(
      String day, SortedMap<NightTotals.Place, NightTotals.Flow> flows) {
    LocalDate date = LocalDate.parse(day);
    Figures.Sum counts = new Figures.Sum();
    counts.add(Place.COUNTY, "compared/absent", "evaluated", 1);
    counts.add(Place.COUNTY, "compared/absent", "compared", date.getDayOfMonth() * 100L);
    counts.add(Place.COUNTY, "sent/roll/" + SCHOOL, "fresh", 1);
    counts.add(Place.COUNTY, "sent/roll/" + SCHOOL, "rows", 30);
    counts.add(Place.COUNTY, "aid/unfunded-eligible/补助", "before-cents", date.getDayOfMonth());
    counts.add(Place.COUNTY, "aid/unfunded-eligible/补助", "open-cents", date.getDayOfMonth());
    counts.add(Place.COUNTY, "aid/unfunded-eligible/补助", "added", 2);
    Scoreboard scores =
        new Scoreboard(
            List.of(
                new Score(Goal.FIELDS_COMPLETE, Place.COUNTY, true, 8, 10, List.of()),
                Score.notCompared(Goal.ENROLLED_EXACT, Place.COUNTY, List.of())));
    return new PeriodNight(date, Optional.of(new NightTotals(date, flows)), counts.done(), scores);
  }

  private static PeriodFigures figures(PeriodNight... nights) {
    return figures(Optional.empty(), nights);
  }

  private static PeriodFigures figures(Optional<PeriodNight> before, PeriodNight... nights) {
    return new PeriodReading(
            OCTOBER,
            "测试县教育局",
            List.of(nights),
            before,
            List.of(new ListDate(ListKind.ROLL, "", "2026秋", "2026-10-01")),
            new CaseLog(),
            CaseWalkTest.TERMS)
        .figures();
  }

  @Test
  void flowsAreSummedAndBothEndsAreThoseOfTheFirstAndLastNight() {
    PeriodFigures figures =
        figures(
            night("2026-10-05", "absent", 4, 3, 1, 2, 1, 5),
            night("2026-10-06", "absent", 5, 2, 0, 0, 3, 4));

    for (Place place : List.of(Place.COUNTY, Place.township("测试镇"), Place.school(SCHOOL))) {
      for (String line : List.of("rule/absent", "dropout", "stage/小学")) {
        assertThat(List.of("before", "added", "reopened", "moved", "resolved", "explained", "open"))
            .extracting(measure -> figures.figures().of(place, line, measure))
            .containsExactly(4L, 5L, 1L, 0L, 2L, 4L, 4L);
      }
    }
    assertThat(figures.homes()).containsExactly(Map.entry(SCHOOL, "测试镇"));
    assertThat(figures.figures().lines("chain")).isEmpty();
  }

  @Test
  void whatStandsIsTakenFromTheLastNightAndNotSummed() {
    PeriodFigures figures =
        figures(
            night("2026-10-05", "absent", 0, 0, 0, 0, 0, 0),
            night("2026-10-06", "absent", 0, 0, 0, 0, 0, 0));

    assertThat(figures.county("compared/absent", "evaluated")).isEqualTo(2);
    assertThat(figures.county("compared/absent", "nights")).isEqualTo(2);
    assertThat(figures.county("compared/absent", "compared")).isEqualTo(600);
    assertThat(figures.county("sent/roll/" + SCHOOL, "fresh")).isEqualTo(2);
    assertThat(figures.county("sent/roll/" + SCHOOL, "rows")).isEqualTo(30);
    assertThat(figures.county("aid/unfunded-eligible/补助", "before-cents")).isEqualTo(5);
    assertThat(figures.county("aid/unfunded-eligible/补助", "open-cents")).isEqualTo(6);
    assertThat(figures.county("aid/unfunded-eligible/补助", "added")).isEqualTo(4);
    assertThat(figures.county("score/fields-complete", "end-right")).isEqualTo(8);
    assertThat(figures.find(Place.COUNTY, "score/enrolled-exact", "end-of")).isEmpty();
  }

  @Test
  void aNightThatDoesNotStartWhereTheOneBeforeEndedIsNamed() {
    PeriodFigures figures =
        figures(
            Optional.of(night("2026-09-30", "absent", 0, 4, 0, 0, 0, 4)),
            night("2026-10-05", "absent", 3, 0, 0, 0, 0, 3),
            night("2026-10-06", "never-enrolled", 0, 1, 0, 0, 0, 1));

    Place school = Place.school(SCHOOL);
    assertThat(figures.county("chain", "breaks")).isEqualTo(2);
    assertThat(figures.figures().of(school, "chain/2026-10-05/absent", "was")).isEqualTo(4);
    assertThat(figures.figures().of(school, "chain/2026-10-05/absent", "is")).isEqualTo(3);
    assertThat(figures.figures().of(school, "chain/2026-10-06/absent", "was")).isEqualTo(3);
    assertThat(PeriodReports.of(figures, false).alarms())
        .anyMatch(alarm -> alarm.startsWith("2 处期初"));
    assertThat(PeriodReports.of(figures, true).alarms())
        .noneMatch(alarm -> alarm.startsWith("2 处期初"));
  }

  @Test
  void missingNightsAreNamedAndNightsWithoutTotalsToo() {
    PeriodNight bare =
        new PeriodNight(
            LocalDate.of(2026, 10, 7), Optional.empty(), Figures.EMPTY, Scoreboard.EMPTY);
    PeriodFigures figures = figures(night("2026-10-06", "absent", 0, 0, 0, 0, 0, 0), bare);

    assertThat(figures.missing()).hasSize(29);
    assertThat(figures.bare()).containsExactly(bare.asOf());
    assertThat(new Facts(figures).alarms())
        .containsExactly(
            "缺 29 个夜次：10月1日至10月5日、10月8日至10月31日。这些日子的变化计入下一个夜次。", "1 个夜次由较早版本发布，没有留控制总数，未计入：10月7日。");
    assertThat(new Facts(figures).all().get(0)).contains("31 天中 2 个夜次");
  }

  @Test
  void theTextReadsBackAsTheSameFiguresAndItsDigestIsItsOwn() {
    PeriodFigures figures = figures(night("2026-10-06", "absent", 0, 1, 0, 0, 0, 1));
    PeriodFigures again = PeriodFigures.read(figures.write());

    assertThat(again).isEqualTo(figures);
    assertThat(again.digest()).isEqualTo(figures.digest()).hasSize(64);
    assertThatThrownBy(() -> PeriodFigures.read("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PeriodFigures.read("a\nb\nfigures\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void differencesNameEachFigureThatIsNotTheSame() {
    PeriodFigures was = figures(night("2026-10-06", "absent", 0, 1, 0, 0, 0, 1));
    PeriodFigures is = figures(night("2026-10-06", "absent", 0, 3, 0, 0, 0, 3));

    assertThat(is.since(was))
        .filteredOn(
            each ->
                each.key().place().equals(Place.COUNTY) && each.key().line().equals("rule/absent"))
        .containsExactly(
            new PeriodFigures.Difference(
                new Figures.Key(Place.COUNTY, "rule/absent", "added"),
                OptionalLong.of(1),
                OptionalLong.of(3)),
            new PeriodFigures.Difference(
                new Figures.Key(Place.COUNTY, "rule/absent", "open"),
                OptionalLong.of(1),
                OptionalLong.of(3)));
    assertThat(is.since(is)).isEmpty();
    assertThat(is.since(was).get(0).by()).isEqualTo(2);
  }

  @Test
  void aPeriodWithoutANightSaysSo() {
    PeriodDocument report = PeriodReports.of(figures(), false);

    assertThat(report.alarms()).containsExactly("报告期内没有发布过任何夜次，没有数可报。");
    assertThat(report.paragraphs()).isEmpty();
  }

  @Test
  void zeroIsSaidOnlyIfEverythingWasCompared() {
    PeriodFigures some = figures(night("2026-10-06", "absent", 1, 0, 0, 1, 0, 0));
    TreeSet<PeriodNight> all = new TreeSet<>(java.util.Comparator.comparing(PeriodNight::asOf));
    OCTOBER
        .first()
        .datesUntil(OCTOBER.last().plusDays(1))
        .forEach(day -> all.add(night(day.toString(), "absent", 0, 0, 0, 0, 0, 0)));

    assertThat(PeriodReports.of(some, false).paragraphs().get(2)).startsWith("期末为 0，但不是");
    assertThat(
            PeriodReports.of(figures(all.toArray(PeriodNight[]::new)), false).paragraphs().get(2))
        .startsWith("期末清零");
  }

  @Test
  void listsAreNamedOnceWithTheirUnitsAndDates() {
    SourceFile file = new SourceFile("a".repeat(64), "名单.xlsx", SCHOOL);
    Batch own =
        new Batch(
            file,
            ListKind.ROLL,
            "roll",
            Scope.COUNTY,
            Term.parse("2026秋"),
            LocalDate.of(2026, 10, 1),
            1);
    Batch other =
        new Batch(file, ListKind.AID, "aid", Scope.COUNTY, null, LocalDate.of(2026, 10, 2), 2);

    assertThat(ListDate.of(List.of(other, own, own)))
        .containsExactly(
            new ListDate(ListKind.ROLL, SCHOOL, "2026秋", "2026-10-01"),
            new ListDate(ListKind.AID, SCHOOL, "", "2026-10-02"));
  }

  @Test
  void everyLineOfFiguresHasWords() {
    assertThat(
            List.of(
                "rule/absent",
                "rule/unheard-of",
                "stage/",
                "compared/absent",
                "score/fields-complete",
                "sent/roll/",
                "sent/roll/" + SCHOOL,
                "aid",
                "aid/unfunded-eligible/补助",
                "cases/all",
                "cases/stage/小学",
                "chain/2026-10-05/absent",
                "repeated"))
        .extracting(DifferenceTable::line)
        .containsExactly(
            "规则：在籍不在校",
            "规则：unheard-of",
            "疑似失学辍学：学段不明",
            "比对情况：在籍不在校",
            "指标：百分之百③ 资助信息填报",
            "报送：（直接放在收件文件夹） 学籍名单",
            "报送：测试小学 学籍名单",
            "资助",
            "应助未助：补助",
            "个案：全部",
            "个案：疑似失学辍学：小学",
            "夜次衔接",
            "重复差错");
  }

  @Test
  void aCorrectionNamesWhatDiffersAndSaysSoIfOnlyTheListsDo() {
    PeriodFigures was = figures(night("2026-10-06", "absent", 0, 1, 0, 0, 0, 1));
    PeriodFigures is = figures(night("2026-10-06", "absent", 0, 3, 0, 0, 0, 3));

    PeriodDocument differing = PeriodReports.correction(was, is, 2, false);
    PeriodDocument same = PeriodReports.correction(was, was, 1, false);

    assertThat(differing.title()).isEqualTo("更正（第2号）：2026年10月控辍保学月报");
    assertThat(differing.file()).isEqualTo("更正控辍保学月报（第2号）");
    assertThat(differing.further().get(0).rows()).hasSize(is.since(was).size());
    assertThat(same.paragraphs().get(0)).contains("各项数没有变化");
  }
}
