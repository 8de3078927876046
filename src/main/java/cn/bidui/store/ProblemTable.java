package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.source.Problem.RowProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was wrong with the rows that went back. */
final class ProblemTable {

  private static final List<String> COLUMNS =
      List.of(
          "file_no",
          "sheet_no",
          "row_no",
          "ordinal",
          "code",
          "field",
          "column_id",
          "found",
          "arguments");

  private final JdbcTemplate jdbc;
  private final TextSeal seal;
  private final BulkRows bulk;

  ProblemTable(JdbcTemplate jdbc, TextSeal seal, BulkRows bulk) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.bulk = bulk;
  }

  /** Keeps the problems of {@code rows}, and counts them in {@code added}. */
  void keep(String sha256, int fileNo, List<KeptRow> rows, RowSums.Sums added) {
    SealedRows sealed = new SealedRows(seal, sha256);
    List<Object[]> problems = new ArrayList<>();
    for (KeptRow row : rows) {
      int ordinal = 0;
      for (RowProblem problem : row.problems()) {
        problems.add(problem(fileNo, row, ordinal++, problem, sealed));
        added.of(RowSums.PROBLEMS).add(hash(kept(row, problem)));
      }
    }
    bulk.insert("row_problem", COLUMNS, problems);
  }

  private static KeptProblem kept(KeptRow row, RowProblem problem) {
    String arguments = Joined.join(problem.arguments());
    return new KeptProblem(
        row.sheet(),
        row.row(),
        problem.code().code(),
        problem.field().code(),
        problem.place().column(),
        Joined.join(List.of(problem.found())),
        arguments.isEmpty() ? List.of() : Joined.split(arguments));
  }

  /** What the problem counts in the sums of its file. */
  static long hash(KeptProblem problem) {
    return RowSum.hash(
        problem.sheet(),
        problem.row(),
        String.join(
            "/",
            problem.code(),
            problem.field(),
            problem.column(),
            problem.found(),
            Joined.join(problem.arguments())));
  }

  private static Object[] problem(
      int fileNo, KeptRow row, int ordinal, RowProblem problem, SealedRows sealed) {
    return new Object[] {
      fileNo,
      row.sheet(),
      row.row(),
      ordinal,
      problem.code().code(),
      problem.field().code(),
      problem.place().column(),
      sealed.seal(List.of(problem.found()), "problem", row.sheet(), row.row(), ordinal),
      sealed.seal(problem.arguments(), "problem words", row.sheet(), row.row(), ordinal)
    };
  }

  /** All problems of a file, in order of place. */
  List<KeptProblem> of(String sha256, int fileNo) {
    return problems(sha256, fileNo, "");
  }

  /** Those of one row. */
  List<KeptProblem> of(String sha256, int fileNo, int sheet, int row) {
    return problems(sha256, fileNo, "and sheet_no = ? and row_no = ?", sheet, row);
  }

  private List<KeptProblem> problems(String sha256, int fileNo, String wanted, Object... of) {
    List<Object> arguments = new ArrayList<>(List.of(fileNo));
    arguments.addAll(List.of(of));
    SealedRows sealed = new SealedRows(seal, sha256);
    return jdbc.query(
        """
        select sheet_no, row_no, ordinal, code, field, column_id, found, arguments
        from   row_problem
        where  file_no = ? %s
        order  by sheet_no, row_no, ordinal
        """
            .formatted(wanted),
        (row, n) -> problem(row, sealed),
        arguments.toArray());
  }

  private static KeptProblem problem(ResultSet row, SealedRows sealed) throws SQLException {
    int sheet = row.getInt("sheet_no");
    int number = row.getInt("row_no");
    int ordinal = row.getInt("ordinal");
    return new KeptProblem(
        sheet,
        number,
        row.getString("code"),
        row.getString("field"),
        row.getString("column_id"),
        sealed.text(row.getString("found"), "problem", sheet, number, ordinal),
        sealed.words(row.getString("arguments"), "problem words", sheet, number, ordinal));
  }

  void clear(int fileNo) {
    jdbc.update("delete from row_problem where file_no = ?", fileNo);
  }

  void clear(int fileNo, int sheet, int row) {
    jdbc.update(
        "delete from row_problem where file_no = ? and sheet_no = ? and row_no = ?",
        fileNo,
        sheet,
        row);
  }
}
