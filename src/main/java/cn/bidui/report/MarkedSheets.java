package cn.bidui.report;

import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.Problem.RowProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The submitter's own sheets with what is wrong marked in red (原表标注): the rejected rows under their
 * original numbers, each with the rows beside it, one sheet here for each of theirs.
 */
final class MarkedSheets {

  /** Notes are kept in memory until the workbook is saved; fills are not. */
  static final int REMARKS = 500;

  private static final Words WORDS = Words.ZH;

  /** Excel takes 1,048,576 rows. */
  private static final int MOST_LINES = 1_000_000;

  /** About as many half-width characters as stand side by side on a landscape A4 page. */
  private static final int PAGE_WIDTH = 170;

  /** Rows left out between two that are shown. */
  private static final Line LEFT_OUT = new Line(0, List.of(), null);

  private final Map<String, List<Line>> sheets = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final IdentityHashMap<RejectedRow, Integer> places = new IdentityHashMap<>();
  private int remarks;

  /** One row of theirs; {@code reject} is null where it was taken. */
  private record Line(int row, List<RejectedRow.Value> cells, @Nullable RejectedRow reject) {}

  MarkedSheets(Answer answer) {
    Map<String, TreeMap<Integer, Line>> bySheet = new LinkedHashMap<>();
    for (SheetEntry sheet : answer.entry().sheets()) {
      bySheet.put(sheet.name(), new TreeMap<>());
    }
    for (Answer.Neighbor taken : answer.neighbors()) {
      bySheet
          .computeIfAbsent(taken.sheet(), name -> new TreeMap<>())
          .put(taken.row(), new Line(taken.row(), taken.cells(), null));
    }
    for (RejectedRow reject : answer.rejects()) {
      bySheet
          .computeIfAbsent(reject.sheet(), name -> new TreeMap<>())
          .put(reject.row(), new Line(reject.row(), reject.cells(), reject));
    }
    bySheet.values().removeIf(lines -> lines.values().stream().allMatch(l -> l.reject() == null));
    bySheet.forEach((sheet, lines) -> sheets.put(sheet, spaced(lines.values())));
    name();
  }

  /** The rows with a mark wherever some were left out; remembers where each rejected row stands. */
  private List<Line> spaced(Collection<Line> lines) {
    List<Line> spaced = new ArrayList<>();
    int before = 0;
    for (Line line : lines) {
      if (before != 0 && line.row() != before + 1) {
        spaced.add(LEFT_OUT);
      }
      spaced.add(line);
      before = line.row();
      if (line.reject() != null) {
        places.put(line.reject(), spaced.size() + 1);
      }
    }
    return spaced.subList(0, Math.min(MOST_LINES, spaced.size()));
  }

  /** Their sheets' names, made to fit: 31 characters, no two of them the same. */
  private void name() {
    String plain = WORDS.text("report.sheet.marked");
    Set<String> taken = new HashSet<>();
    for (String sheet : sheets.keySet()) {
      String name = sheets.size() == 1 ? plain : WORDS.text("report.sheet.marked-of", plain, sheet);
      String free = Book.sheetName(name);
      for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
        free = Book.sheetName(plain + " " + number);
      }
      names.put(sheet, free);
    }
  }

  /** Where {@code reject} stands, for a link to it; blank if it does not. */
  String target(RejectedRow reject) {
    @Nullable Integer row = places.get(reject);
    @Nullable String name = names.get(reject.sheet());
    return row == null || name == null || row > MOST_LINES
        ? ""
        : "'" + name.replace("'", "''") + "'!A" + row;
  }

  void write(Book book) {
    sheets.forEach(
        (sheet, lines) -> write(book.page(names.getOrDefault(sheet, sheet)), sheet, lines));
  }

  private void write(Page page, String sheet, List<Line> lines) {
    Grid grid = new Grid();
    lines.forEach(line -> grid.add(sheet, line.cells()));
    int wide = IntStream.range(0, grid.titles().size()).map(grid::width).sum();
    page.across(wide / PAGE_WIDTH + 1, 1)
        .freezing(1)
        .list(
            columns(grid),
            () -> lines.stream().map(line -> laid(grid, line)).iterator(),
            row -> row.line().reject() == null ? Look.MUTED : Look.TEXT);
  }

  /** One row as it is written. */
  private record Laid(Line line, List<String> values, Map<Integer, String> faults) {}

  private Laid laid(Grid grid, Line line) {
    @Nullable RejectedRow reject = line.reject();
    Map<Integer, String> faults = new TreeMap<>();
    if (reject != null) {
      boolean remarked = remarks++ < REMARKS;
      for (RowProblem problem : reject.problems()) {
        String text = remarked ? remark(problem) : "";
        faults.merge(grid.column(problem, reject), text, (one, other) -> one + "\n" + other);
      }
    }
    return new Laid(line, grid.lay(line.cells()), faults);
  }

  private static String remark(RowProblem problem) {
    return WORDS.text(
        "report.feedback.remark",
        WORDS.title(problem, problem.found()),
        WORDS.action(problem, problem.found()));
  }

  private static List<Column<Laid>> columns(Grid grid) {
    List<Column<Laid>> columns = new ArrayList<>();
    columns.add(Column.of("report.column.original-row", 10, MarkedSheets::number));
    List<String> titles = grid.titles();
    for (int at = 0; at < titles.size(); at++) {
      int column = at;
      columns.add(Column.titled(titles.get(at), grid.width(at), row -> cell(row, column)));
    }
    return columns;
  }

  private static Object cell(Laid row, int column) {
    String text = row.values().get(column);
    return value(row, column, text, text);
  }

  /** A fault that stands in no column marks the row's number. */
  private static Object number(Laid row) {
    Object number = row.line().row() == 0 ? "…" : row.line().row();
    return value(row, -1, Column.Styled.centered(number), number);
  }

  private static Object value(Laid row, int column, Object plain, Object marked) {
    @Nullable String remark = row.faults().get(column);
    return remark == null ? plain : new Column.Styled(Look.FAULT, marked, "", remark);
  }
}
