package cn.bidui.report;

import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.report.Column.Styled;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook of findings (汇总): counts by rule, result and school. */
final class FindingSummary {

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final Audience audience;
  private final List<LedgerFinding> findings;

  FindingSummary(NightReport night, Audience audience, List<LedgerFinding> findings) {
    this.night = night;
    this.audience = audience;
    this.findings = findings;
  }

  void write(String title, Book book) {
    Page page = book.page(WORDS.text("report.sheet.summary"));
    page.widths(28, 10, 26, 10, 10, 10, 10, 10, 10);
    page.line(Look.TITLE, title);
    page.line(Look.NOTE, Sentences.dates(night, WORDS));
    alarms().forEach(alarm -> page.line(Look.ALARM_NOTE, alarm));
    if (night.previous() == null) {
      page.line(Look.NOTE, WORDS.text("report.first-night.note"));
    }
    page.line(Look.NOTE, WORDS.text("report.book.how-to"));
    rules(page);
    standings(page, "report.column.outcome", LedgerFinding::outcome);
    if (audience.everything()) {
      standings(page, "report.column.school", entry -> entry.finding().school());
      standings(page, "report.column.township", entry -> entry.finding().township());
    }
    inputs(page);
  }

  /** What was held back names files of other units. */
  private List<String> alarms() {
    return audience.everything() ? Sentences.alarms(night, WORDS) : Sentences.missing(night, WORDS);
  }

  private void rules(Page page) {
    SortedMap<String, Standing> standings = Standing.by(entry -> entry.finding().rule(), findings);
    head(page, "report.column.rule", "report.column.severity", "report.column.compared");
    for (RuleTally tally : night.tallies()) {
      Standing standing = standings.getOrDefault(tally.rule(), Standing.NONE);
      String severity = WORDS.severity(tally.severity());
      row(page, tally.evaluated(), WORDS.rule(tally.rule()), severity, compared(tally), standing);
    }
    total(page);
  }

  /** What was not looked at must not look like nothing found. */
  private Object compared(RuleTally tally) {
    if (!tally.evaluated()) {
      return new Styled(Look.ALARM, Sentences.notEvaluated(tally, night, WORDS));
    }
    // How many a whole county has is not a number for one school.
    return audience.everything() ? (Object) tally.compared() : WORDS.text("report.evaluated");
  }

  private void standings(Page page, String column, Function<LedgerFinding, String> group) {
    head(page, column, "report.column.none", "report.column.none");
    Standing.by(group, findings)
        .forEach((name, standing) -> row(page, true, named(name), "", "", standing));
    total(page);
  }

  private static void head(Page page, String first, String second, String third) {
    page.gap();
    page.line(Look.HEADING, WORDS.text("report.heading.by", WORDS.text(first)));
    page.cells(
        Look.HEADER,
        WORDS.text(first),
        WORDS.text(second),
        WORDS.text(third),
        WORDS.text("report.state.new"),
        WORDS.text("report.state.persisting"),
        WORDS.text("report.state.reopened"),
        WORDS.text("report.column.open"),
        WORDS.text("report.state.explained"),
        WORDS.text("report.state.resolved"));
  }

  private static void row(
      Page page, boolean looked, String name, String second, Object third, Standing standing) {
    page.cells(
        Look.TEXT,
        name,
        second,
        third,
        Sentences.count(looked, standing.added()),
        Sentences.count(looked, standing.persisting()),
        Sentences.count(looked, standing.reopened()),
        Sentences.count(looked, standing.open()),
        Sentences.count(looked, standing.explained()),
        Sentences.count(looked, standing.resolved()));
  }

  private void total(Page page) {
    Standing all = Standing.of(findings);
    page.cells(
        Look.TOTAL,
        WORDS.text("report.total"),
        "",
        "",
        all.added(),
        all.persisting(),
        all.reopened(),
        all.open(),
        all.explained(),
        all.resolved());
  }

  private static String named(String name) {
    return name.isEmpty() ? WORDS.text("report.unknown") : name;
  }

  /**
   * A school learns which lists were compared and how old they are, not the names of their files.
   */
  private void inputs(Page page) {
    page.gap().line(Look.HEADING, WORDS.text("report.heading.inputs"));
    page.cells(
        Look.HEADER,
        WORDS.text("report.column.list"),
        WORDS.text("report.column.term"),
        WORDS.text("report.column.file"),
        WORDS.text("report.column.data-date"),
        WORDS.text("report.column.sha256"));
    for (FileEntry entry : night.files()) {
      @Nullable ListKind list = entry.list();
      if (entry.effective() && list != null) {
        input(page, entry, list);
      }
    }
  }

  private void input(Page page, FileEntry entry, ListKind list) {
    boolean all = audience.everything();
    page.cells(
        Look.TEXT,
        WORDS.list(list),
        Optional.ofNullable(entry.term()).map(Term::label).orElse(""),
        all ? entry.file().name() : "",
        Objects.toString(entry.dataDate(), ""),
        all ? Sentences.digest(entry) : "");
  }
}
