package cn.bidui.report;

import cn.bidui.judge.cohort.Cohort;
import cn.bidui.judge.cohort.Indicator;
import cn.bidui.judge.score.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/**
 * The workbook of indicators (指标): the scoreboard, the rates that the county is measured by, each
 * with its formula and what is missing, and the school-age population by cohort.
 */
final class IndicatorBook {

  private static final Words WORDS = Words.ZH;

  private final NightReport night;

  IndicatorBook(NightReport night) {
    this.night = night;
  }

  void write(Path target, Audience county) throws IOException {
    String title = WORDS.text("report.book.indicators");
    int rows =
        night.judged().population().cohorts().size()
            + night.judged().population().indicators().size();
    try (Book book = new Book(night.asOf(), title, rows)) {
      new GoalSheet(night, county).write(book);
      book.page(WORDS.text("report.sheet.indicators"))
          .list(indicators(), night.judged().population().indicators(), IndicatorBook::look);
      book.page(WORDS.text("report.sheet.cohorts"))
          .list(cohorts(), night.judged().population().cohorts(), cohort -> Look.TEXT);
      book.save(target);
    }
  }

  private static Look look(Indicator indicator) {
    return indicator.compared() ? Look.TEXT : Look.MUTED;
  }

  private List<Column<Indicator>> indicators() {
    return List.of(
        Column.of("report.column.place", 16, indicator -> place(indicator.place())),
        Column.of("report.column.indicator", 26, indicator -> text(indicator, "title")),
        Column.of("report.column.numerator", 10, indicator -> figure(indicator, indicator.right())),
        Column.of("report.column.denominator", 10, indicator -> figure(indicator, indicator.of())),
        Column.of("report.column.rate", 11, IndicatorBook::rate),
        Column.of("report.column.target", 11, IndicatorBook::target),
        Column.of("report.column.reached", 9, IndicatorBook::reached),
        Column.of("report.column.formula", 40, indicator -> text(indicator, "formula")),
        Column.of("report.column.caveat", 40, indicator -> caveat(indicator, night)),
        Column.of("report.column.source", 26, indicator -> text(indicator, "source")));
  }

  private static List<Column<Cohort>> cohorts() {
    return List.of(
        Column.of("report.column.place", 16, cohort -> place(cohort.place())),
        Column.of("report.column.entry", 12, cohort -> WORDS.text("report.entry", entry(cohort))),
        Column.of("report.column.born", 28, IndicatorBook::born),
        Column.of("report.column.children", 10, Cohort::children),
        Column.of("report.column.on-roll", 10, Cohort::onRoll),
        Column.of("report.column.off-roll", 10, cohort -> cohort.children() - cohort.onRoll()),
        Column.of("report.column.change", 10, IndicatorBook::change));
  }

  private static String entry(Cohort cohort) {
    return Integer.toString(cohort.entry());
  }

  /** The birthdays of those who enter in an autumn: they are six by the end of August. */
  private static String born(Cohort cohort) {
    return WORDS.text(
        "report.born", Integer.toString(cohort.entry() - 7), Integer.toString(cohort.entry() - 6));
  }

  private static Object change(Cohort cohort) {
    return cohort.before() < 0 ? "–" : signed(cohort.children() - cohort.before());
  }

  private static String signed(int change) {
    return change > 0 ? "+" + change : Integer.toString(change);
  }

  static String place(Place place) {
    return place.equals(Place.COUNTY) ? WORDS.text("report.county") : place.name();
  }

  static String text(Indicator indicator, String part) {
    return WORDS.text("rule.indicator." + indicator.code() + "." + part);
  }

  /** What was not counted must not look like none. */
  private static Object figure(Indicator indicator, long figure) {
    return indicator.compared() ? (Object) figure : "–";
  }

  static String rate(Indicator indicator) {
    return indicator.compared() ? GoalBoard.rate(indicator.right(), indicator.of()) : "–";
  }

  static String target(Indicator indicator) {
    return indicator.target() < 0
        ? "–"
        : BigDecimal.valueOf(indicator.target(), 2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String reached(Indicator indicator) {
    if (!indicator.compared() || indicator.target() < 0 || indicator.of() == 0) {
      return "–";
    }
    boolean reached = indicator.right() * 10_000 >= indicator.of() * indicator.target();
    return WORDS.text(reached ? "report.reached" : "report.not-reached");
  }

  /** What is missing, or how far the figure can be trusted. */
  static String caveat(Indicator indicator, NightReport night) {
    if (indicator.compared()) {
      return text(indicator, "caveat");
    }
    // A list may be there and have nobody of the ages or stages that the rate is about.
    boolean there = night.arrived().containsAll(indicator.needs());
    return WORDS.text(
        there ? "report.indicator.no-rows" : "report.goal.needs-lists",
        WORDS.lists(indicator.needs()));
  }
}
