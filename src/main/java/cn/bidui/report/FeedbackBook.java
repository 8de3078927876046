package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.FileState;
import cn.bidui.source.Problem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The workbook of one answer: verdict (结论), rows to correct (需要修改), remarks (说明). */
final class FeedbackBook {

  private static final Words WORDS = Words.ZH;

  /** What is wrong and where goes on paper; the values that follow are for the screen. */
  private static final int PRINTED = 10;

  private final LocalDate asOf;
  private final FileEntry entry;
  private final List<RejectedRow> rejects;
  private final SortedMap<String, String> meta;

  FeedbackBook(LocalDate asOf, Answer answer) {
    this.asOf = asOf;
    this.entry = answer.entry();
    this.rejects = byCause(answer.rejects());
    this.meta = answer.meta();
  }

  void write(Path target) throws IOException {
    try (Book book = new Book(asOf, WORDS.text("report.book.feedback"), rejects.size())) {
      verdict(book.page(WORDS.text("report.sheet.verdict")).widths(18, 62));
      if (!rejects.isEmpty()) {
        book.page(WORDS.text("report.sheet.to-correct"))
            .printing(PRINTED)
            .list(columns(), numbered(), row -> Look.TEXT);
      }
      remarks(book.page(WORDS.text("report.sheet.remarks")).widths(90));
      book.carry(meta);
      book.save(target, entry.file().name());
    }
  }

  // --- 结论 ---------------------------------------------------------------------------------

  private void verdict(Page page) {
    boolean taken = Feedback.taken(entry.state());
    page.line(Look.TITLE, WORDS.text("report.feedback.verdict." + entry.state().code()));
    page.line(Look.NOTE, WORDS.text("report.feedback.file", entry.file().name()));
    page.line(taken ? Look.HEADING : Look.ALARM_NOTE, rows());
    entry.fileProblems().forEach(problem -> fileProblem(page, problem));
    page.gap().line(Look.HEADING, WORDS.text("report.feedback.steps"));
    for (int step = 1; step <= 3; step++) {
      page.line(Look.NOTE, WORDS.text("report.feedback.step." + steps() + "." + step));
    }
    page.gap().line(Look.HEADING, WORDS.text("report.feedback.read"));
    reading(page);
    page.gap().line(Look.HEADING, WORDS.text("report.feedback.totals"));
    totals(page);
  }

  private String rows() {
    RowCounts counts = entry.counts();
    return entry.state() == FileState.REFUSED
        ? WORDS.text("report.feedback.no-rows")
        : WORDS.text(
            "report.feedback.rows",
            counts.rows(),
            counts.accepted(),
            counts.rejected(),
            counts.blank(),
            counts.duplicate(),
            counts.note());
  }

  /** A file that was refused as a whole: one page, what is wrong, one thing to do. */
  private static void fileProblem(Page page, Problem.FileProblem problem) {
    page.line(Look.ALARM_NOTE, WORDS.title(problem, problem.found()));
    page.line(Look.NOTE, WORDS.expected(problem, problem.found()));
    page.line(Look.HEADING, WORDS.action(problem, problem.found()));
  }

  private String steps() {
    return switch (entry.state()) {
      case REFUSED -> "refused";
      case ACCEPTED_WITH_REJECTS -> "rejects";
      case HELD -> "held";
      default -> "taken";
    };
  }

  private void reading(Page page) {
    String unknown = WORDS.text("report.unknown");
    pair(page, "list", Optional.ofNullable(entry.list()).map(WORDS::list).orElse(unknown));
    pair(page, "system", entry.system().isEmpty() ? unknown : entry.system());
    pair(page, "term", Optional.ofNullable(entry.term()).map(Term::label).orElse(unknown));
    pair(page, "data-date", Objects.toString(entry.dataDate(), unknown));
    pair(page, "scope", scope());
    pair(
        page,
        "effective",
        WORDS.text(entry.effective() ? "report.effective.yes" : "report.effective.no"));
    pair(page, "sha256", entry.file().sha256().substring(0, 12));
  }

  private String scope() {
    return entry.scope().countyWide() ? WORDS.text("report.scope.county") : entry.scope().unit();
  }

  private void totals(Page page) {
    HashTotals totals = entry.totals();
    pair(page, "read", totals.read());
    pair(page, "accepted", totals.accepted());
    pair(page, "rejected", totals.rejected());
    pair(page, "blank", totals.blank());
    pair(page, "duplicate", totals.duplicate());
    pair(page, "notes", totals.note());
    pair(page, "check", WORDS.text(totals.balanced() ? "report.balanced" : "report.unbalanced"));
  }

  private static void pair(Page page, String column, Object value) {
    page.cells(
        Look.TEXT,
        new Column.Styled(Look.HEADER, WORDS.text("report.column." + column)),
        value.toString());
  }

  // --- 需要修改 -----------------------------------------------------------------------------

  /** The most frequent cause first: what many rows share is often put right in one go. */
  private static List<RejectedRow> byCause(List<RejectedRow> rejects) {
    Map<ProblemCode, Integer> rows = new EnumMap<>(ProblemCode.class);
    for (RejectedRow reject : rejects) {
      reject.problems().stream()
          .map(RowProblem::code)
          .distinct()
          .forEach(code -> rows.merge(code, 1, Integer::sum));
    }
    return rejects.stream()
        .sorted(
            Comparator.comparingInt(
                    (RejectedRow reject) -> -rows.getOrDefault(reject.cause(rows), 0))
                .thenComparing(reject -> reject.cause(rows))
                .thenComparing(RejectedRow::sheet)
                .thenComparing(RejectedRow::row))
        .toList();
  }

  private record Numbered(int number, RejectedRow reject) {}

  private List<Numbered> numbered() {
    List<Numbered> rows = new ArrayList<>();
    rejects.forEach(reject -> rows.add(new Numbered(rows.size() + 1, reject)));
    return rows;
  }

  private List<Column<Numbered>> columns() {
    List<Column<Numbered>> columns = new ArrayList<>();
    columns.add(Column.of("report.column.key", 0, row -> row.reject().key()));
    columns.add(Column.of("report.column.key-check", 0, row -> row.reject().check()));
    columns.add(Column.of("report.column.number", 6, Numbered::number));
    columns.add(Column.of("report.column.sheet", 10, row -> row.reject().sheet()));
    columns.add(Column.of("report.column.row", 7, row -> row.reject().row()));
    columns.add(problem("column", 16, (problem, found) -> column(problem)));
    columns.add(problem("now", 22, (problem, found) -> found));
    columns.add(problem("wrong", 18, WORDS::title));
    columns.add(problem("expected", 28, WORDS::expected));
    columns.add(problem("action", 32, WORDS::action));
    titles().forEach(title -> columns.add(value(title)));
    return columns;
  }

  private static Column<Numbered> problem(
      String title, int width, BiFunction<RowProblem, String, String> text) {
    return Column.of(
        "report.column." + title,
        width,
        row ->
            row.reject().problems().stream()
                .map(problem -> text.apply(problem, problem.found()))
                .distinct()
                .collect(Collectors.joining("\n")));
  }

  private static String column(RowProblem problem) {
    String field = WORDS.field(problem.field());
    return problem.place().column().isEmpty() ? field : problem.place().column() + " " + field;
  }

  /** Every header of the rejected rows, in the order of their columns. */
  private Set<String> titles() {
    return rejects.stream()
        .flatMap(reject -> reject.cells().stream())
        .map(RejectedRow.Value::title)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Column<Numbered> value(String title) {
    return Column.titled(title, 14, row -> row.reject().value(title));
  }

  // --- 说明 ---------------------------------------------------------------------------------

  private void remarks(Page page) {
    page.line(Look.TITLE, WORDS.text("report.sheet.remarks"));
    for (SheetEntry sheet : entry.sheets()) {
      page.line(Look.NOTE, sheet(sheet));
    }
    entry.notes().forEach(note -> page.line(Look.NOTE, WORDS.note(note)));
    page.line(Look.NOTE, WORDS.text("report.feedback.private"));
  }

  private static String sheet(SheetEntry sheet) {
    if (sheet.hidden()) {
      return WORDS.text("report.feedback.hidden", sheet.name());
    }
    return sheet.headerRow() == 0
        ? WORDS.text("report.feedback.no-header", sheet.name())
        : WORDS.text(
            "report.feedback.sheet",
            sheet.name(),
            sheet.headerRow(),
            sheet.counts().rows(),
            sheet.counts().accepted());
  }
}
