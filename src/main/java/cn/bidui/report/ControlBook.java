package cn.bidui.report;

import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.report.Column.Styled;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The control totals (控制总账): every row of every file, every pupil compared, every finding. */
final class ControlBook {

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final Accounts balance;

  ControlBook(NightReport night, Accounts balance) {
    this.night = night;
    this.balance = balance;
  }

  void write(Path target) throws IOException {
    try (Book book =
        new Book(night.asOf(), WORDS.text("report.book.control"), night.files().size())) {
      files(book);
      totals(book);
      lists(book);
      movements(book);
      open(book);
      book.save(target);
    }
  }

  private Page page(Book book, String sheet, String title, int... widths) {
    Page page = book.page(WORDS.text(sheet)).widths(widths);
    page.line(Look.TITLE, WORDS.text(title));
    page.line(Look.NOTE, Sentences.dates(night, WORDS));
    if (!balance.balanced()) {
      balance.faults(WORDS.messages()).forEach(fault -> page.line(Look.ALARM_NOTE, fault));
    }
    return page;
  }

  private void files(Book book) {
    Page page =
        page(
            book,
            "report.sheet.files",
            "report.control.files",
            36,
            14,
            14,
            12,
            9,
            12,
            8,
            8,
            8,
            8,
            8,
            8,
            11,
            8);
    header(page, "file", "list", "file-state", "data-date", "term", "scope");
    RowCounts sum = RowCounts.NONE;
    for (FileCheck check : balance.files()) {
      page.cells(Look.TEXT, file(check));
      sum = sum.plus(check.entry().counts());
    }
    page.cells(Look.TOTAL, sum(sum));
  }

  /** Header of the file table: the given columns, then the buckets. */
  private static void header(Page page, String... columns) {
    List<String> first =
        Arrays.stream(columns).map(column -> WORDS.text("report.column." + column)).toList();
    List<String> buckets =
        List.of(
            WORDS.text("report.column.rows"),
            WORDS.text("report.column.accepted"),
            WORDS.text("report.column.rejected"),
            WORDS.text("report.column.blank"),
            WORDS.text("report.column.duplicate"),
            WORDS.text("report.column.notes"));
    List<String> last =
        List.of(WORDS.text("report.column.sha256"), WORDS.text("report.column.check"));
    page.cells(
        Look.HEADER,
        java.util.stream.Stream.of(first, buckets, last).flatMap(List::stream).toArray());
  }

  private static Object[] file(FileCheck check) {
    FileEntry entry = check.entry();
    RowCounts counts = entry.counts();
    return new Object[] {
      Sentences.file(entry),
      Optional.ofNullable(entry.list()).map(WORDS::list).orElse(""),
      WORDS.fileState(entry.state()) + (entry.effective() ? "" : WORDS.text("report.idle")),
      Objects.toString(entry.dataDate(), ""),
      Optional.ofNullable(entry.term()).map(Term::label).orElse(""),
      entry.scope().countyWide() ? WORDS.text("report.scope.county") : entry.scope().unit(),
      counts.rows(),
      counts.accepted(),
      counts.rejected(),
      counts.blank(),
      counts.duplicate(),
      counts.note(),
      Sentences.digest(entry),
      check(check.balanced())
    };
  }

  private Object[] sum(RowCounts sum) {
    boolean all = balance.files().stream().allMatch(FileCheck::balanced);
    return new Object[] {
      WORDS.text("report.total"),
      "",
      "",
      "",
      "",
      "",
      sum.rows(),
      sum.accepted(),
      sum.rejected(),
      sum.blank(),
      sum.duplicate(),
      sum.note(),
      "",
      check(all)
    };
  }

  private static Object check(boolean balanced) {
    return balanced
        ? WORDS.text("report.balanced")
        : new Styled(Look.ALARM, WORDS.text("report.unbalanced"));
  }

  private void totals(Book book) {
    Page page =
        page(book, "report.sheet.totals", "report.control.totals", 36, 14, 14, 14, 14, 14, 14, 9);
    page.line(Look.NOTE, WORDS.text("report.control.totals-note"));
    page.cells(
        Look.HEADER,
        WORDS.text("report.column.file"),
        WORDS.text("report.column.read"),
        WORDS.text("report.column.accepted"),
        WORDS.text("report.column.rejected"),
        WORDS.text("report.column.blank"),
        WORDS.text("report.column.duplicate"),
        WORDS.text("report.column.notes"),
        WORDS.text("report.column.check"));
    HashTotals sum = HashTotals.NONE;
    for (FileEntry entry : night.files()) {
      total(page, Look.TEXT, Sentences.file(entry), entry.totals());
      sum = plus(sum, entry.totals());
    }
    total(page, Look.TOTAL, WORDS.text("report.total"), sum);
  }

  private static void total(Page page, Look look, String name, HashTotals totals) {
    page.cells(
        look,
        name,
        totals.read(),
        totals.accepted(),
        totals.rejected(),
        totals.blank(),
        totals.duplicate(),
        totals.note(),
        check(totals.balanced()));
  }

  private static HashTotals plus(HashTotals one, HashTotals other) {
    long modulus = HashTotals.MODULUS;
    return new HashTotals(
        (one.read() + other.read()) % modulus,
        (one.accepted() + other.accepted()) % modulus,
        (one.rejected() + other.rejected()) % modulus,
        (one.blank() + other.blank()) % modulus,
        (one.duplicate() + other.duplicate()) % modulus,
        (one.note() + other.note()) % modulus);
  }

  private void lists(Book book) {
    Page page =
        page(book, "report.sheet.lists", "report.control.lists", 24, 10, 12, 14, 12, 12, 12, 12, 9);
    page.line(Look.NOTE, WORDS.text("report.control.lists-note"));
    page.cells(
        Look.HEADER,
        WORDS.text("report.column.list"),
        WORDS.text("report.column.files"),
        WORDS.text("report.column.accepted"),
        WORDS.text("report.column.replaced"),
        WORDS.text("report.column.compared"),
        WORDS.text("report.column.linked"),
        WORDS.text("report.column.undecided"),
        WORDS.text("report.column.unlinked"),
        WORDS.text("report.column.check"));
    balance.lists().forEach(flow -> flow(page, flow));
    for (ListKind missing : night.missing()) {
      page.cells(Look.ALARM, WORDS.list(missing), WORDS.text("report.missing"));
    }
  }

  private static void flow(Page page, ListFlow flow) {
    page.cells(
        Look.TEXT,
        WORDS.list(flow.list()),
        flow.files(),
        flow.accepted(),
        flow.replaced(),
        flow.compared(),
        flow.linked(),
        flow.undecided(),
        flow.unlinked(),
        check(flow.balanced()));
  }

  private void movements(Book book) {
    Page page =
        page(
            book,
            "report.sheet.movements",
            "report.control.movements",
            28,
            12,
            12,
            12,
            14,
            14,
            12,
            9);
    page.line(Look.NOTE, WORDS.text("report.control.movements-note"));
    page.cells(
        Look.HEADER,
        WORDS.text("report.column.rule"),
        WORDS.text("report.column.before"),
        WORDS.text("report.column.plus-new"),
        WORDS.text("report.column.plus-reopened"),
        WORDS.text("report.column.minus-resolved"),
        WORDS.text("report.column.minus-explained"),
        WORDS.text("report.column.equals-open"),
        WORDS.text("report.column.check"));
    Movement sum = Movement.NONE;
    for (Map.Entry<String, Movement> rule : balance.movements().entrySet()) {
      movement(page, Look.TEXT, WORDS.rule(rule.getKey()), rule.getValue());
      sum = sum.plus(rule.getValue());
    }
    movement(page, Look.TOTAL, WORDS.text("report.total"), sum);
  }

  private static void movement(Page page, Look look, String name, Movement movement) {
    page.cells(
        look,
        name,
        movement.before(),
        movement.added(),
        movement.reopened(),
        movement.resolved(),
        movement.explained(),
        movement.open(),
        check(movement.balanced()));
  }

  /** What stays open about the input itself. */
  private void open(Book book) {
    Page page = page(book, "report.sheet.open", "report.control.open", 60, 14);
    Sentences.alarms(night, WORDS).forEach(alarm -> page.line(Look.ALARM_NOTE, alarm));
    page.gap().line(Look.HEADING, WORDS.text("report.heading.unknown-schools"));
    page.cells(Look.HEADER, WORDS.text("report.column.spelling"), WORDS.text("report.column.rows"));
    night.unknownSchools().forEach((name, rows) -> page.cells(Look.TEXT, name, rows));
    page.gap().line(Look.HEADING, WORDS.text("report.heading.goals"));
    page.cells(Look.HEADER, WORDS.text("report.column.goal"), WORDS.text("report.column.state"));
    GoalBoard board = new GoalBoard(night);
    for (Goal goal : Goal.values()) {
      String state = board.compared(goal) ? board.fraction(goal, Place.COUNTY) : board.state(goal);
      page.cells(Look.TEXT, GoalBoard.title(goal), state);
    }
    if (!night.links().oversizedBlocks().isEmpty()) {
      page.gap().line(Look.HEADING, WORDS.text("report.heading.oversized"));
      night.links().oversizedBlocks().forEach(block -> page.line(Look.NOTE, block));
    }
  }
}
