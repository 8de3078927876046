package cn.bidui.report;

import cn.bidui.source.Problem.RowProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows to correct (需要修改): what is wrong with each and what to do, then the row as its owner
 * sent it in, to be corrected in place. Sorting, filtering, deleting and inserting rows is
 * harmless, as the hidden key names the row.
 */
final class RejectSheet {

  /** The columns before the submitter's own: key, check, and what there is to explain. */
  static final int LEAD = 12;

  private static final Words WORDS = Words.ZH;

  /** What is wrong and where goes on paper; links and values that follow are for the screen. */
  private static final int PRINTED = LEAD - 1;

  /** Key, check, number, sheet, row and whom it is about stay in sight. */
  private static final int FROZEN = 6;

  /** Links cost memory, and a sheet takes 65,530 of them (Excel). */
  private static final int LINKS_PER_CAUSE = 200;

  private static final int LINKS = 5_000;

  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,3}");

  private final Causes causes;
  private final MarkedSheets marked;
  private final Grid grid = new Grid();
  private final List<String> titles;

  RejectSheet(Causes causes, MarkedSheets marked) {
    this.causes = causes;
    this.marked = marked;
    // In the order in which they were sent in, so that the longest sheet does not reorder columns.
    causes.groups().stream()
        .flatMap(group -> group.rows().stream())
        .sorted(Comparator.comparing(RejectedRow::sheet).thenComparing(RejectedRow::row))
        .forEach(reject -> grid.add(reject.sheet(), reject.cells()));
    titles = grid.titles();
  }

  /** Where the first row of each cause stands, for links to it. */
  static List<String> firsts(Causes causes) {
    List<String> firsts = new ArrayList<>();
    int row = 2;
    for (Causes.Group group : causes.groups()) {
      firsts.add("'" + WORDS.text("report.sheet.to-correct") + "'!C" + row);
      row += group.rows().size();
    }
    return firsts;
  }

  void write(Page page) {
    List<Place> places = places();
    page.printing(PRINTED)
        .freezing(FROZEN)
        .guarded()
        .list(columns(), () -> places.stream().map(this::line).iterator(), row -> Look.TEXT);
  }

  /**
   * One row of the sheet.
   *
   * @param at its place among the rows of its cause
   * @param linked how many of these get a link
   */
  private record Place(int number, Causes.Group group, int at, int linked) {

    RejectedRow reject() {
      return group.rows().get(at);
    }
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    int links = 0;
    for (Causes.Group group : causes.groups()) {
      int linked = Math.min(Math.min(LINKS_PER_CAUSE, LINKS - links), group.rows().size());
      for (int at = 0; at < group.rows().size(); at++) {
        places.add(new Place(places.size() + 1, group, at, linked));
      }
      links += linked;
    }
    return places;
  }

  /** A row as it is written; only one at a time is held. */
  private record Line(Place place, List<String> values, Set<Integer> faults) {

    RejectedRow reject() {
      return place.reject();
    }
  }

  private Line line(Place place) {
    RejectedRow reject = place.reject();
    Set<Integer> faults =
        reject.problems().stream()
            .map(problem -> grid.column(problem, reject))
            .collect(Collectors.toSet());
    return new Line(place, grid.lay(reject.cells()), faults);
  }

  private Column.Styled link(Line line) {
    Place place = line.place();
    if (place.at() < place.linked()) {
      return Column.Styled.link(WORDS.text("report.feedback.look"), marked.target(place.reject()));
    }
    int more = place.group().rows().size() - place.linked();
    return Column.Styled.link(
        place.at() == place.linked()
            ? WORDS.text("report.feedback.more-of-cause", Words.grouped(more))
            : "",
        "");
  }

  private List<Column<Line>> columns() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(Column.of("report.column.key", 0, row -> row.reject().key()));
    columns.add(Column.of("report.column.key-check", 0, row -> row.reject().check()));
    columns.add(
        Column.of("report.column.number", 6, row -> Column.Styled.centered(row.place().number())));
    columns.add(Column.of("report.column.sheet", sheetWidth(), row -> row.reject().sheet()));
    columns.add(
        Column.of(
            "report.column.row-number", 8, row -> Column.Styled.centered(row.reject().row())));
    columns.add(whom());
    columns.add(problems("column", 13, this::place));
    columns.add(problems("current", 19, (problem, row) -> found(problem)));
    columns.add(problems("wrong", 22, (problem, row) -> WORDS.title(problem, problem.found())));
    columns.add(
        problems("required", 26, (problem, row) -> WORDS.expected(problem, problem.found())));
    columns.add(problems("action", 34, (problem, row) -> WORDS.action(problem, problem.found())));
    columns.add(Column.of("report.column.marked", 11, this::link));
    columns.addAll(theirs());
    return columns;
  }

  /** A file of one sheet without a name, such as a text file, has nothing to say there. */
  private int sheetWidth() {
    return causes.groups().stream()
        .flatMap(group -> group.rows().stream())
        .mapToInt(reject -> reject.sheet().isEmpty() ? 0 : Width.of(reject.sheet()) + 2)
        .map(width -> width == 0 ? 0 : Math.max(8, Math.min(14, width)))
        .max()
        .orElse(0);
  }

  private Column<Line> whom() {
    int at = grid.whom();
    return Column.of(
        "report.column.whom", at < 0 ? 0 : 10, row -> at < 0 ? "" : row.values().get(at));
  }

  /** Under its own header; a column that has none, or is not there, goes by what belongs in it. */
  private String place(RowProblem problem, RejectedRow reject) {
    String letters = problem.place().column();
    int column = grid.column(problem, reject);
    String header = column < 0 ? "" : titles.get(column);
    boolean own = !header.isBlank() && !header.equals(letters);
    String title = own ? header : WORDS.field(problem.field());
    return LETTERS.matcher(letters).matches() ? letters + " " + title : title;
  }

  private static String found(RowProblem problem) {
    return problem.found().isBlank() ? WORDS.text("report.feedback.empty") : problem.found();
  }

  /** Where a row has several faults, each has its number in every column. */
  private static Column<Line> problems(
      String title, int width, BiFunction<RowProblem, RejectedRow, String> text) {
    return Column.of(
        "report.column." + title,
        width,
        row -> {
          List<RowProblem> problems = row.reject().problems();
          return problems.size() == 1
              ? text.apply(problems.get(0), row.reject())
              : IntStream.range(0, problems.size())
                  .mapToObj(at -> (at + 1) + ". " + text.apply(problems.get(at), row.reject()))
                  .collect(Collectors.joining("\n"));
        });
  }

  private List<Column<Line>> theirs() {
    List<Column<Line>> columns = new ArrayList<>();
    for (int at = 0; at < titles.size(); at++) {
      int column = at;
      columns.add(Column.correct(titles.get(at), grid.width(at), row -> value(row, column)));
    }
    return columns;
  }

  private static Column.Styled value(Line row, int column) {
    Look look = row.faults().contains(column) ? Look.FAULT : Look.OPEN;
    return new Column.Styled(look, row.values().get(column));
  }
}
