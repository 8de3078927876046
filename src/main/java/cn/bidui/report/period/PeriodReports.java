package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import cn.bidui.report.period.Ranking.Measure;
import cn.bidui.report.period.Ranking.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the report of a period from its figures: 控辍保学月报 for a month, 资助季汇总 for a quarter, 半年通报 for
 * half a year.
 */
public final class PeriodReports {

  private final PeriodFigures figures;
  private final Facts facts;
  private final boolean outside;

  private PeriodReports(PeriodFigures figures, boolean outside) {
    this.figures = figures;
    this.facts = new Facts(figures);
    this.outside = outside;
  }

  /**
   * The report of {@code figures}.
   *
   * @param outside whether it leaves the bureau: small counts are hidden
   */
  public static PeriodDocument of(PeriodFigures figures, boolean outside) {
    return new PeriodReports(figures, outside).document(List.of(), List.of(), 0);
  }

  /**
   * The correction of a report that was signed: what differs, and the report as it would be.
   *
   * @param number which correction of the period it is, from 1
   */
  public static PeriodDocument correction(
      PeriodFigures signed, PeriodFigures now, int number, boolean outside) {
    List<PeriodFigures.Difference> differences = now.since(signed);
    PeriodTable table = DifferenceTable.of(differences);
    String what =
        differences.isEmpty()
            ? Texts.of("correction.lists", number)
            : Texts.of("correction.summary", number, differences.size());
    return new PeriodReports(now, outside).document(List.of(what), List.of(table), number);
  }

  /** The name of the report's files, without ending. */
  public static String file(Period period, int correction) {
    String name = Texts.of("kind." + code(period));
    return correction == 0 ? name : Texts.of("correction.file", name, correction);
  }

  private static String code(Period period) {
    return period.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private PeriodDocument document(
      List<String> first, List<PeriodTable> firstTables, int correction) {
    Period period = figures.period();
    String title = Texts.of("title." + code(period), period.title());
    List<PeriodTable> further = new ArrayList<>(firstTables);
    further.addAll(further());
    return new PeriodDocument(
        file(period, correction),
        titled(title, correction),
        figures.unit(),
        withOutside(facts.all()),
        Stream.concat(first.stream(), paragraphs().stream()).toList(),
        outside ? facts.alarms() : facts.allAlarms(),
        shown(front()),
        shown(further),
        true);
  }

  private String titled(String title, int correction) {
    String whole = correction == 0 ? title : Texts.of("correction.title", title, correction);
    return outside ? Texts.of("outside.title", whole) : whole;
  }

  private List<String> withOutside(List<String> all) {
    return outside
        ? Stream.concat(all.stream(), Stream.of(Texts.of("outside.note"))).toList()
        : all;
  }

  private List<PeriodTable> shown(List<PeriodTable> tables) {
    return tables.stream().map(table -> outside ? Suppression.of(table) : table).toList();
  }

  private List<PeriodTable> front() {
    CaseTables cases = new CaseTables(figures);
    FlowTable flows = new FlowTable(figures);
    return switch (figures.period().kind()) {
      case MONTH -> List.of(cases.stages(), cases.ages(), flows.programs(false));
      case QUARTER -> List.of(ScoreTable.of(figures), flows.programs(false));
      case HALF_YEAR -> List.of(ScoreTable.of(figures), rankingRules());
    };
  }

  private List<PeriodTable> further() {
    CaseTables cases = new CaseTables(figures);
    FlowTable flows = new FlowTable(figures);
    return switch (figures.period().kind()) {
      case MONTH ->
          List.of(
              cases.places(Matter.DROPOUT.cases()),
              flows.rules("rules", Matter.values()),
              cases.submissions());
      case QUARTER ->
          List.of(
              flows.programs(true),
              flows.rules("aid-rules", Matter.AID, Matter.QUALITY),
              cases.submissions());
      case HALF_YEAR -> List.of(ranking(), cases.places(CaseTally.ALL), cases.submissions());
    };
  }

  // --- the summary ---------------------------------------------------------------------------

  private List<String> paragraphs() {
    if (figures.nights().isEmpty()) {
      return List.of();
    }
    if (outside) {
      return List.of(Texts.of("summary.outside", figures.period().title(), few(open())));
    }
    return switch (figures.period().kind()) {
      case MONTH -> List.of(flow("summary.month", "dropout"), cases(), zero());
      case QUARTER -> List.of(flow("summary.quarter", "aid"), money());
      case HALF_YEAR -> List.of(halfYear());
    };
  }

  private long open() {
    String line =
        switch (figures.period().kind()) {
          case MONTH -> "dropout";
          case QUARTER -> "aid";
          case HALF_YEAR -> "quality";
        };
    return figures.county(line, "open");
  }

  private static String few(long count) {
    return Suppression.isFew(count) ? Texts.of("few", Suppression.LEAST) : Long.toString(count);
  }

  private String flow(String key, String line) {
    return Texts.of(
        key,
        figures.period().title(),
        figures.nights().size(),
        figures.county(line, "before"),
        figures.county(line, "added"),
        figures.county(line, "reopened"),
        figures.county(line, "resolved"),
        figures.county(line, "explained"),
        figures.county(line, "open"));
  }

  private String cases() {
    String line = Matter.DROPOUT.cases();
    return Texts.of(
        "summary.cases",
        figures.county(line, "registered"),
        figures.county(line, "answered"),
        figures.county(line, "on-time"),
        figures.county(line, "filed"),
        figures.county(line, "rebound"),
        figures.county(line, "pending"),
        figures.county(line, "overdue"),
        figures.county(line, "oldest"));
  }

  /** Zero is said only if everything was compared. */
  private String zero() {
    if (figures.county("dropout", "open") > 0) {
      return Texts.of("summary.not-zero", figures.county("dropout", "open"));
    }
    return Texts.of(facts.complete(Matter.DROPOUT) ? "summary.zero" : "summary.zero-unknown");
  }

  private String money() {
    long people = 0;
    long cents = 0;
    long resolved = 0;
    for (String line : figures.figures().lines("aid/unfunded-eligible/")) {
      people += figures.county(line, "open");
      cents += figures.county(line, "open-cents");
      resolved += figures.county(line, "resolved-cents");
    }
    return Texts.of("summary.money", people, yuan(cents), yuan(resolved));
  }

  private static String yuan(long cents) {
    return java.math.BigDecimal.valueOf(cents, 2).toPlainString();
  }

  private String halfYear() {
    long asked = PlaceRows.asked(figures, Place.COUNTY);
    long onTime = PlaceRows.onTime(figures, Place.COUNTY);
    return Texts.of(
        "summary.half-year",
        figures.period().title(),
        figures.nights().size(),
        PlaceRows.schools(figures).size(),
        asked,
        onTime,
        asked == 0 ? Texts.of("not-compared") : Cell.percent(onTime, asked),
        figures.county(CaseTally.ALL, "filed"),
        figures.county(CaseTally.REPEATED, "count"));
  }

  // --- schools compared ----------------------------------------------------------------------

  private PeriodTable rankingRules() {
    List<Row> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      String code = measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
      rows.add(
          PeriodTable.row(
              Tone.PLAIN,
              code,
              Cell.text(Texts.of("ranking." + code)),
              Cell.text(Texts.of("ranking." + code + ".is"))));
    }
    return new PeriodTable(
        Texts.of("table.ranking-rules"),
        Texts.of("table.ranking-rules"),
        List.of(Texts.of("ranking.rule")),
        PeriodTable.heads("measure", 16, "meaning", 70),
        rows,
        false,
        false);
  }

  private PeriodTable ranking() {
    return new PeriodTable(
        Texts.of("table.ranking"),
        Texts.of("table.ranking"),
        List.of(Texts.of("note.ranking")),
        PeriodTable.heads(
            "rank",
            8,
            "school",
            24,
            "township",
            14,
            "asked",
            9,
            "on-time",
            9,
            "on-time-share",
            10,
            "rows-compared",
            10,
            "errors-open",
            9,
            "errors",
            10,
            "filed",
            9,
            "days",
            10,
            "repeated",
            9,
            "sent",
            10),
        Ranking.of(figures).stream().map(this::ranked).toList(),
        false,
        false);
  }

  private Row ranked(Ranked school) {
    Place place = Place.school(school.school());
    CaseTables tables = new CaseTables(figures);
    long asked = PlaceRows.asked(figures, place);
    long onTime = PlaceRows.onTime(figures, place);
    long rows = PlaceRows.compared(figures, place);
    return PeriodTable.row(
        Tone.PLAIN,
        "",
        school.place() == 0 ? Cell.nothing() : Cell.number(school.place()),
        Cell.text(school.school()),
        Cell.text(figures.homes().getOrDefault(school.school(), "")),
        Cell.people(asked),
        Cell.people(onTime),
        Cell.share(onTime, asked, 3),
        rows == 0 ? Cell.text(Texts.of("not-compared")) : Cell.number(rows),
        Cell.people(figures.figures().of(place, "quality", "open")),
        Cell.share(figures.figures().of(place, "quality", "open"), rows, 7),
        Cell.people(figures.figures().of(place, CaseTally.ALL, "filed")),
        Cell.tenths(figures.find(place, CaseTally.ALL, "days-tenths"), 9),
        Cell.people(figures.figures().of(place, CaseTally.REPEATED, "count")),
        tables.sent(place));
  }
}
