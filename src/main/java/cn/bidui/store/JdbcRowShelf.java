package cn.bidui.store;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Remark;
import cn.bidui.normalize.ShelvedFile.Sheet;
import cn.bidui.source.CellRef;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of read files, by plain SQL on H2 and PostgreSQL. */
public final class JdbcRowShelf implements RowShelf {

  private static final List<String> ROW = List.of("place", "bucket", "payload");
  private static final List<String> PROBLEM =
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
  private static final int FETCH = 5_000;

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;
  private final RowKeyTable keys;
  private final TransactionTemplate whole;

  /** On the database behind {@code dataSource}, whose tables are there. */
  public JdbcRowShelf(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.keys = new RowKeyTable(jdbc);
    this.bulk = postgres() ? new CopyIn(jdbc) : new BatchedInsert(jdbc);
    this.whole = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    jdbc.setFetchSize(FETCH);
  }

  private boolean postgres() {
    return Boolean.TRUE.equals(
        jdbc.execute(
            (org.springframework.jdbc.core.ConnectionCallback<Boolean>)
                connection ->
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
  }

  /** How many rows a transaction should hold on this database. */
  public int chunk() {
    return bulk.chunk();
  }

  @Override
  public Set<String> complete() {
    return new HashSet<>(
        jdbc.queryForList("select sha256 from read_file where state <> 'reading'", String.class));
  }

  @Override
  public Optional<ShelvedFile> find(String sha256) {
    List<ShelvedFile> found =
        jdbc.query(
            """
            select file_no, list, profile, read_total, term, data_date, base, base_receipt
            from   read_file
            where  sha256 = ? and state <> 'reading'
            """,
            (row, n) -> file(sha256, row),
            sha256);
    return found.stream().findFirst();
  }

  private ShelvedFile file(String sha256, ResultSet row) throws SQLException {
    int fileNo = row.getInt("file_no");
    @Nullable String list = row.getString("list");
    @Nullable String term = row.getString("term");
    @Nullable Date date = row.getDate("data_date");
    return new ShelvedFile(
        sha256,
        list == null ? null : ListKind.ofCode(list).orElse(null),
        row.getString("profile"),
        sheets(fileNo),
        row.getLong("read_total"),
        term == null ? null : Term.parse(term),
        date == null ? null : date.toLocalDate(),
        fileProblems(fileNo),
        remarks(fileNo),
        keys.of(fileNo, row.getString("base"), row.getLong("base_receipt")));
  }

  private List<Sheet> sheets(int fileNo) {
    return jdbc.query(
        """
        select name, header_row, hidden, name_column, id_column, titles
        from   read_sheet
        where  file_no = ?
        order  by sheet_no
        """,
        (row, n) ->
            new Sheet(
                row.getString("name"),
                row.getInt("header_row"),
                row.getBoolean("hidden"),
                row.getInt("name_column"),
                row.getInt("id_column"),
                Joined.split(row.getString("titles"))),
        fileNo);
  }

  private List<FileProblem> fileProblems(int fileNo) {
    return jdbc.query(
        """
        select code, sheet, row_no, column_id, found, arguments
        from   read_remark
        where  file_no = ? and kind = 'P'
        order  by ordinal
        """,
        (row, n) ->
            new FileProblem(
                ProblemCode.ofCode(row.getString("code")),
                new CellRef(
                    "", row.getString("sheet"), row.getInt("row_no"), row.getString("column_id")),
                row.getString("found"),
                arguments(row)),
        fileNo);
  }

  private List<Remark> remarks(int fileNo) {
    return jdbc.query(
        "select code, arguments from read_remark where file_no = ? and kind = 'R' order by ordinal",
        (row, n) -> new Remark(row.getString("code"), arguments(row)),
        fileNo);
  }

  private static List<String> arguments(ResultSet row) throws SQLException {
    String joined = row.getString("arguments");
    return joined.isEmpty() ? List.of() : Joined.split(joined);
  }

  @Override
  public void clear(String sha256) {
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo != null) {
      jdbc.update("delete from row_problem where file_no = ?", fileNo);
      keys.clear(fileNo);
      jdbc.update(
          "delete from source_row where place between ? and ?",
          PlaceNumber.first(fileNo),
          PlaceNumber.last(fileNo));
      jdbc.update("delete from read_sheet where file_no = ?", fileNo);
      jdbc.update("delete from read_remark where file_no = ?", fileNo);
      jdbc.update("delete from read_file where file_no = ?", fileNo);
    }
  }

  /** Forgets everything: what was read can be read again from the archive. */
  public void clearAll() {
    for (String table :
        List.of("row_problem", "row_key", "source_row", "read_sheet", "read_remark", "read_file")) {
      jdbc.update("delete from " + table);
    }
  }

  private @Nullable Integer fileNo(String sha256) {
    return jdbc
        .queryForList("select file_no from read_file where sha256 = ?", Integer.class, sha256)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private int opened(String sha256) {
    @Nullable Integer known = fileNo(sha256);
    if (known != null) {
      return known;
    }
    jdbc.update(
        "insert into read_file (sha256, state, profile, read_total) values (?, 'reading', '', 0)",
        sha256);
    @Nullable Integer made = fileNo(sha256);
    if (made == null) {
      throw new IllegalStateException("a file just put on the shelf is not there");
    }
    return made;
  }

  @Override
  public void keep(String sha256, List<KeptRow> rows) {
    int fileNo = opened(sha256);
    List<Object[]> kept = new ArrayList<>(rows.size());
    List<Object[]> problems = new ArrayList<>();
    for (KeptRow row : rows) {
      kept.add(
          new Object[] {
            PlaceNumber.of(fileNo, row.sheet(), row.row()),
            String.valueOf(row.bucket().code()),
            Joined.join(row.values())
          });
      int ordinal = 0;
      for (RowProblem problem : row.problems()) {
        problems.add(problem(fileNo, row, ordinal++, problem));
      }
    }
    bulk.insert("source_row", ROW, kept);
    bulk.insert("row_problem", PROBLEM, problems);
  }

  private static Object[] problem(int fileNo, KeptRow row, int ordinal, RowProblem problem) {
    return new Object[] {
      fileNo,
      row.sheet(),
      row.row(),
      ordinal,
      problem.code().code(),
      problem.field().code(),
      problem.place().column(),
      Joined.join(List.of(problem.found())),
      Joined.join(problem.arguments())
    };
  }

  @Override
  public void finish(ShelvedFile file) {
    // In one go: a file counts as read once its state says so, and then all of this must be there.
    whole.executeWithoutResult(status -> finishNow(file));
  }

  private void finishNow(ShelvedFile file) {
    if (file.refused()) {
      clear(file.sha256());
    }
    int fileNo = opened(file.sha256());
    jdbc.update(
        """
        update read_file
        set    state = ?, list = ?, profile = ?, read_total = ?, term = ?, data_date = ?,
               base = ?, base_receipt = ?
        where  file_no = ?
        """,
        file.refused() ? "refused" : "read",
        file.list() == null ? null : file.list().code(),
        file.profile(),
        file.readTotal(),
        file.term() == null ? null : file.term().label(),
        file.dataDate() == null ? null : Date.valueOf(file.dataDate()),
        file.returned() == null ? null : file.returned().base(),
        file.returned() == null ? null : file.returned().receipt(),
        fileNo);
    keys.keep(fileNo, file.returned());
    keepSheets(fileNo, file.sheets());
    keepRemarks(fileNo, file);
  }

  private void keepSheets(int fileNo, List<Sheet> sheets) {
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      jdbc.update(
          "insert into read_sheet values (?, ?, ?, ?, ?, ?, ?, ?)",
          fileNo,
          i,
          sheet.name(),
          sheet.headerRow(),
          sheet.hidden(),
          sheet.nameColumn(),
          sheet.idColumn(),
          Joined.join(sheet.titles()));
    }
  }

  private void keepRemarks(int fileNo, ShelvedFile file) {
    int ordinal = 0;
    for (FileProblem problem : file.problems()) {
      CellRef place = problem.place();
      remark(
          fileNo,
          ordinal++,
          "P",
          problem.code().code(),
          place,
          problem.found(),
          problem.arguments());
    }
    for (Remark remark : file.remarks()) {
      remark(fileNo, ordinal++, "R", remark.key(), new CellRef("", "", 0, ""), "", remark.words());
    }
  }

  private void remark(
      int fileNo,
      int ordinal,
      String kind,
      String code,
      CellRef place,
      String found,
      List<String> words) {
    jdbc.update(
        "insert into read_remark values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fileNo,
        ordinal,
        kind,
        code,
        place.sheet(),
        place.row(),
        place.column(),
        Joined.join(List.of(found)),
        Joined.join(words));
  }

  @Override
  public long rows(String sha256) {
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo == null) {
      return 0;
    }
    @Nullable Long rows =
        jdbc.queryForObject(
            "select count(*) from source_row where place between ? and ?",
            Long.class,
            PlaceNumber.first(fileNo),
            PlaceNumber.last(fileNo));
    return rows == null ? 0 : rows;
  }

  @Override
  public void recall(String sha256, Bucket bucket, RowVisitor visitor) {
    select(
        sha256,
        "and bucket = '" + bucket.code() + "'",
        (of, sheet, row, values) -> visitor.row(sheet, row, values));
  }

  @Override
  public void recallAll(String sha256, BucketVisitor visitor) {
    select(sha256, "", visitor);
  }

  private void select(String sha256, String wanted, BucketVisitor visitor) {
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo == null) {
      return;
    }
    String sql =
        """
        select place, bucket, payload
        from   source_row
        where  place between ? and ? %s
        order  by place
        """
            .formatted(wanted);
    // PostgreSQL hands rows over in portions only within a transaction.
    whole.executeWithoutResult(
        status ->
            jdbc.query(
                sql,
                (ResultSet row) -> visit(row, visitor),
                PlaceNumber.first(fileNo),
                PlaceNumber.last(fileNo)));
  }

  private static void visit(ResultSet row, BucketVisitor visitor) throws SQLException {
    long place = row.getLong(1);
    visitor.row(
        Bucket.of(row.getString(2).charAt(0)),
        PlaceNumber.sheet(place),
        PlaceNumber.row(place),
        Joined.split(row.getString(3)));
  }

  @Override
  public List<KeptProblem> problems(String sha256) {
    return jdbc.query(
        """
        select sheet_no, row_no, code, field, column_id, found, arguments
        from   row_problem
        where  file_no = (select file_no from read_file where sha256 = ?)
        order  by sheet_no, row_no, ordinal
        """,
        (row, n) ->
            new KeptProblem(
                row.getInt("sheet_no"),
                row.getInt("row_no"),
                row.getString("code"),
                row.getString("field"),
                row.getString("column_id"),
                row.getString("found"),
                arguments(row)),
        sha256);
  }

  @Override
  public SortedMap<Bucket, Integer> count(String sha256) {
    SortedMap<Bucket, Integer> counts = new TreeMap<>();
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo != null) {
      jdbc.query(
          """
          select bucket, count(*)
          from   source_row
          where  place between ? and ?
          group  by bucket
          """,
          (ResultSet row) -> {
            counts.put(Bucket.of(row.getString(1).charAt(0)), row.getInt(2));
          },
          PlaceNumber.first(fileNo),
          PlaceNumber.last(fileNo));
    }
    return counts;
  }

  @Override
  public void markDuplicates(String sha256, List<RowShelf.RowPlace> rows) {
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo == null || rows.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        "update source_row set bucket = 'D' where place = ?",
        rows.stream()
            .map(row -> new Object[] {PlaceNumber.of(fileNo, row.sheet(), row.row())})
            .toList());
  }

  @Override
  public void replace(String sha256, KeptRow row) {
    int fileNo = opened(sha256);
    whole.executeWithoutResult(
        status -> {
          jdbc.update(
              "delete from source_row where place = ?",
              PlaceNumber.of(fileNo, row.sheet(), row.row()));
          jdbc.update(
              "delete from row_problem where file_no = ? and sheet_no = ? and row_no = ?",
              fileNo,
              row.sheet(),
              row.row());
          keep(sha256, List.of(row));
        });
  }
}
