package cn.bidui.report;

import cn.bidui.report.Comparison.Change;
import cn.bidui.report.Comparison.Line;
import java.util.List;
import java.util.Locale;

/** What became of the rows that were sent in last time (与上次比较). */
final class ComparisonSheet {

  private static final Words WORDS = Words.ZH;

  /** More lines of one kind than anybody reads through. */
  private static final int LINES = 200;

  /** Kinds whose rows are looked at, most urgent first. */
  private static final List<Change> LISTED =
      List.of(
          Change.STILL_WRONG,
          Change.NEWLY_WRONG,
          Change.VANISHED,
          Change.CHANGED,
          Change.ADDED,
          Change.FIXED);

  private static final List<Change> COUNTED =
      List.of(
          Change.FIXED,
          Change.STILL_WRONG,
          Change.NEWLY_WRONG,
          Change.VANISHED,
          Change.CHANGED,
          Change.ADDED,
          Change.UNCHANGED);

  private final Comparison comparison;

  ComparisonSheet(Comparison comparison) {
    this.comparison = comparison;
  }

  void write(Page page) {
    page.letter().widths(12, 8, 14, 22, 44);
    page.line(Look.TITLE, WORDS.text("report.sheet.comparison"));
    page.line(
        Look.NOTE,
        WORDS.text(
            "report.comparison.with",
            comparison.revision(),
            Folder.shown(comparison.previousFile()),
            comparison.previousDate()));
    page.gap();
    counts(page);
    LISTED.forEach(change -> lines(page, change));
  }

  private void counts(Page page) {
    page.spanning(
        Look.HEADER,
        WORDS.text("report.comparison.change"),
        WORDS.text("report.column.rows"),
        WORDS.text("report.comparison.meaning"));
    for (Change change : COUNTED) {
      Look look = urgent(change) ? Look.ALARM : Look.TEXT;
      page.spanning(
          look,
          text(change, "title"),
          Column.Styled.centered(comparison.count(change)),
          text(change, "meaning"));
    }
  }

  private boolean urgent(Change change) {
    return comparison.count(change) > 0
        && switch (change) {
          case STILL_WRONG, NEWLY_WRONG, VANISHED -> true;
          case FIXED, ADDED, CHANGED, UNCHANGED -> false;
        };
  }

  private static String text(Change change, String part) {
    String code = change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return WORDS.text("report.comparison." + code + "." + part);
  }

  private void lines(Page page, Change change) {
    List<Line> lines = comparison.lines().stream().filter(l -> l.change() == change).toList();
    if (lines.isEmpty()) {
      return;
    }
    int all = Math.max(lines.size(), comparison.count(change));
    page.gap()
        .line(
            Look.HEADING,
            WORDS.text("report.comparison.heading", text(change, "title"), Words.grouped(all)));
    page.line(Look.NOTE, text(change, "meaning"));
    header(page);
    lines.stream().limit(LINES).forEach(line -> line(page, line));
    if (all > Math.min(LINES, lines.size())) {
      int more = all - Math.min(LINES, lines.size());
      page.line(Look.NOTE, WORDS.text("report.feedback.more-rows", Words.grouped(more)));
    }
  }

  private static void header(Page page) {
    page.cells(
        Look.HEADER,
        WORDS.text("report.column.sheet"),
        WORDS.text("report.column.row-number"),
        WORDS.text("report.column.name"),
        WORDS.text("report.column.citizen-id"),
        WORDS.text("report.comparison.what"));
  }

  /** This sheet is for a look, not for correction: no id stands in it whole. */
  private static void line(Page page, Line line) {
    page.cells(
        Look.TEXT,
        line.sheet(),
        Column.Styled.centered(line.row()),
        line.name(),
        Masks.id(line.id()),
        Masks.longNumbers(line.what()));
  }
}
