package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ProfileColumn;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Problem;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a sheet's header so that its owner can mend it. */
final class HeaderProblems {

  /** Enough to see what was taken for the first rows, not enough to repeat the list. */
  private static final int SHOWN_ROWS = 3;

  private static final int SHOWN_TEXT = 80;
  private static final Pattern LONG_NUMBER = Pattern.compile("(\\d{6})[0-9Xx]{5,12}([0-9Xx]{4})");

  private final String file;
  private final String sheet;

  HeaderProblems(String file, String sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  FileProblem notFound(List<RawRow> rows) {
    String seen =
        rows.stream()
            .filter(row -> !row.blank())
            .limit(SHOWN_ROWS)
            .map(row -> row.number() + ": " + shown(NoteRows.joined(row)))
            .collect(Collectors.joining("; "));
    return problem(ProblemCode.HEADER_NOT_FOUND, 0, "", seen);
  }

  private static String shown(String text) {
    String masked = masked(text);
    return masked.length() <= SHOWN_TEXT ? masked : masked.substring(0, SHOWN_TEXT) + "…";
  }

  /** What was taken for a header may be a row of data. */
  private static String masked(String text) {
    return LONG_NUMBER.matcher(text).replaceAll("$1********$2");
  }

  /** One problem for each column that the nearest list cannot do without. */
  List<FileProblem> incomplete(ProfileMatch nearest) {
    List<FileProblem> problems = new ArrayList<>();
    for (List<Field> choice : nearest.missing()) {
      List<ProfileColumn> columns = choice.stream().map(nearest.profile()::column).toList();
      problems.add(
          problem(
              ProblemCode.HEADER_COLUMN_MISSING,
              nearest.line().row(),
              "",
              present(nearest.line()),
              labels(columns),
              spellings(columns),
              didYouMean(columns, nearest),
              nearest.profile().title()));
    }
    return problems;
  }

  private static String present(HeaderLine line) {
    return line.cells().stream().map(HeaderCell::title).collect(Collectors.joining("、"));
  }

  private static String labels(List<ProfileColumn> columns) {
    return columns.stream().map(ProfileColumn::label).collect(Collectors.joining(" / "));
  }

  private static String spellings(List<ProfileColumn> columns) {
    return columns.stream()
        .flatMap(column -> column.spellings().stream())
        .distinct()
        .collect(Collectors.joining("、"));
  }

  /** {@code 身份证见号 → 身份证号}, for each column that nothing is known of. */
  private static String didYouMean(List<ProfileColumn> columns, ProfileMatch match) {
    String near =
        match.unknown().stream()
            .flatMap(cell -> meant(columns, cell).stream())
            .collect(Collectors.joining("、"));
    return near.isEmpty() ? Problem.NOTHING : near;
  }

  private static Optional<String> meant(List<ProfileColumn> columns, HeaderCell cell) {
    return Likeness.nearest(columns, cell).map(name -> cell.title() + " → " + name);
  }

  FileProblem ambiguous(HeaderLine line, List<ProfileMatch> candidates) {
    String named =
        candidates.stream().map(HeaderProblems::candidate).collect(Collectors.joining("; "));
    return problem(ProblemCode.LIST_AMBIGUOUS, line.row(), "", present(line), named);
  }

  /** {@code 学籍（roll）} or, where something is missing, {@code 学籍（roll，- 年级）}. */
  private static String candidate(ProfileMatch match) {
    ColumnProfile profile = match.profile();
    String lacks =
        match.missing().stream()
            .map(choice -> labels(choice.stream().map(profile::column).toList()))
            .map(label -> "，- " + label)
            .collect(Collectors.joining());
    return profile.title() + "（" + profile.list().code() + lacks + "）";
  }

  /** The export is known, but holds nothing that can be compared. */
  FileProblem notTaken(ProfileMatch match) {
    ColumnProfile profile = match.profile();
    return problem(
        ProblemCode.LIST_NOT_TAKEN,
        match.line().row(),
        "",
        present(match.line()),
        profile.title(),
        profile.instead());
  }

  FileProblem twice(ProfileMatch match, Field field, int row) {
    List<HeaderCell> cells = match.cells(field);
    String titles = cells.stream().map(HeaderCell::title).collect(Collectors.joining("、"));
    String letters =
        cells.stream().map(cell -> CellRef.letters(cell.column())).collect(Collectors.joining("、"));
    return problem(
        ProblemCode.HEADER_COLUMN_TWICE,
        match.line().row(),
        CellRef.letters(cells.get(0).column()),
        titles,
        match.profile().column(field).label(),
        letters,
        String.valueOf(row));
  }

  FileProblem contentDiffers(ProfileMatch match, Field field, int misses, int looked) {
    HeaderCell cell = match.cells(field).get(0);
    return problem(
        ProblemCode.HEADER_CONTENT_DIFFERS,
        match.line().row(),
        CellRef.letters(cell.column()),
        cell.title(),
        match.profile().column(field).label(),
        String.valueOf(misses),
        String.valueOf(looked));
  }

  FileProblem mixed(Mapping mapping, Mapping first) {
    return problem(
        ProblemCode.LIST_MIXED,
        mapping.header().row(),
        "",
        mapping.match().profile().title(),
        first.match().profile().title(),
        first.header().sheet());
  }

  private FileProblem problem(
      ProblemCode code, int row, String column, String found, String... words) {
    List<String> shown = Arrays.stream(words).map(HeaderProblems::masked).toList();
    return new FileProblem(code, new CellRef(file, sheet, row, column), masked(found), shown);
  }
}
