package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
  private static final String BUCKETS =
      Arrays.stream(Bucket.values())
          .map(bucket -> String.valueOf(bucket.code()))
          .collect(Collectors.joining());

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;
  private final RowKeyTable keys;
  private final RowSums sums;
  private final TransactionTemplate whole;
  private final TextSeal seal;

  /** The files of which the index has said that it holds them, and what number each has. */
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  /**
   * On the database behind {@code dataSource}, whose tables are there.
   *
   * @param seal under which the values of rows are kept
   * @throws java.io.UncheckedIOException with {@link OtherKeyException} if the database is sealed
   *     with another key
   */
  public JdbcRowShelf(DataSource dataSource, TextSeal seal) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.seal = seal;
    SealedRows.require(seal, jdbc);
    this.keys = new RowKeyTable(jdbc);
    this.sums = new RowSums(jdbc);
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
    Set<String> complete = new HashSet<>();
    jdbc.query(
        "select sha256, file_no from read_file where state <> 'reading'",
        (ResultSet row) -> {
          complete.add(row.getString(1));
          held.put(row.getString(1), row.getInt(2));
        });
    return complete;
  }

  @Override
  public Optional<ShelvedFile> find(String sha256) {
    Optional<ShelvedFile> found = found(sha256);
    @Nullable Integer fileNo = fileNo(sha256);
    if (found.isPresent() && fileNo != null) {
      sums.hold(fileNo, head(found.get()), String.valueOf(RowSums.HEAD));
    }
    return found;
  }

  private Optional<ShelvedFile> found(String sha256) {
    return jdbc
        .query(
            """
            select file_no, list, profile, read_total, term, data_date, base, base_receipt
            from   read_file
            where  sha256 = ? and state <> 'reading'
            """,
            (row, n) -> file(sha256, row),
            sha256)
        .stream()
        .findFirst();
  }

  private static RowSums.Sums head(ShelvedFile file) {
    RowSums.Sums head = new RowSums.Sums();
    head.of(RowSums.HEAD).add(FileHead.hash(file));
    return head;
  }

  private ShelvedFile file(String sha256, ResultSet row) throws SQLException {
    int fileNo = row.getInt("file_no");
    @Nullable String list = row.getString("list");
    @Nullable String term = row.getString("term");
    @Nullable Date date = row.getDate("data_date");
    SealedRows sealed = new SealedRows(seal, sha256);
    return new ShelvedFile(
        sha256,
        list == null ? null : ListKind.ofCode(list).orElse(null),
        row.getString("profile"),
        sheets(fileNo, sealed),
        row.getLong("read_total"),
        term == null ? null : Term.parse(term),
        date == null ? null : date.toLocalDate(),
        fileProblems(fileNo, sealed),
        remarks(fileNo, sealed),
        keys.of(fileNo, row.getString("base"), row.getLong("base_receipt")));
  }

  private List<Sheet> sheets(int fileNo, SealedRows sealed) {
    return jdbc.query(
        """
        select sheet_no, name, header_row, hidden, name_column, id_column, titles
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
                sealed.open(row.getString("titles"), "titles", row.getInt("sheet_no"))),
        fileNo);
  }

  private List<FileProblem> fileProblems(int fileNo, SealedRows sealed) {
    return jdbc.query(
        """
        select ordinal, code, sheet, row_no, column_id, found, arguments
        from   read_remark
        where  file_no = ? and kind = 'P'
        order  by ordinal
        """,
        (row, n) ->
            new FileProblem(
                ProblemCode.ofCode(row.getString("code")),
                new CellRef(
                    "", row.getString("sheet"), row.getInt("row_no"), row.getString("column_id")),
                sealed.text(row.getString("found"), "remark", row.getInt("ordinal")),
                words(row, sealed)),
        fileNo);
  }

  private List<Remark> remarks(int fileNo, SealedRows sealed) {
    return jdbc.query(
        """
        select ordinal, code, arguments
        from   read_remark
        where  file_no = ? and kind = 'R'
        order  by ordinal
        """,
        (row, n) -> new Remark(row.getString("code"), words(row, sealed)),
        fileNo);
  }

  private static List<String> words(ResultSet row, SealedRows sealed) throws SQLException {
    return sealed.words(row.getString("arguments"), "remark words", row.getInt("ordinal"));
  }

  @Override
  public void clear(String sha256) {
    @Nullable Integer fileNo = fileNo(sha256);
    held.remove(sha256);
    if (fileNo != null) {
      jdbc.update("delete from row_problem where file_no = ?", fileNo);
      keys.clear(fileNo);
      sums.clear(fileNo);
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
        List.of(
            "row_sum",
            "row_problem",
            "row_key",
            "source_row",
            "read_sheet",
            "read_remark",
            "read_file")) {
      jdbc.update("delete from " + table);
    }
    held.clear();
  }

  /**
   * Reads everything that is here, as it is read by a night.
   *
   * @throws IndexDamagedException if anything does not add up
   */
  void readAll() {
    for (String sha256 : complete()) {
      find(sha256);
      problems(sha256);
      count(sha256);
      recallAll(sha256, (bucket, sheet, row, values) -> {});
    }
  }

  private @Nullable Integer fileNo(String sha256) {
    @Nullable Integer found =
        jdbc
            .queryForList("select file_no from read_file where sha256 = ?", Integer.class, sha256)
            .stream()
            .findFirst()
            .orElse(null);
    // The key's own index may have lost a file that the table still has: no rows, and no complaint.
    @Nullable Integer before = held.get(sha256);
    if (before != null && !before.equals(found)) {
      throw new IndexDamagedException("file " + before + " is not found by its digest");
    }
    return found;
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
    SealedRows sealed = new SealedRows(seal, sha256);
    List<Object[]> kept = new ArrayList<>(rows.size());
    List<Object[]> problems = new ArrayList<>();
    RowSums.Sums added = new RowSums.Sums();
    for (KeptRow row : rows) {
      String payload = Joined.join(row.values());
      kept.add(
          new Object[] {
            PlaceNumber.of(fileNo, row.sheet(), row.row()),
            String.valueOf(row.bucket().code()),
            sealed.seal(row.values(), "row", row.sheet(), row.row())
          });
      added.of(row.bucket().code()).add(RowSum.hash(row.sheet(), row.row(), payload));
      int ordinal = 0;
      for (RowProblem problem : row.problems()) {
        problems.add(problem(fileNo, row, ordinal++, problem, sealed));
        added.of(RowSums.PROBLEMS).add(hash(kept(row, problem)));
      }
    }
    bulk.insert("source_row", ROW, kept);
    bulk.insert("row_problem", PROBLEM, problems);
    sums.add(fileNo, added);
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

  private static long hash(KeptProblem problem) {
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
    SealedRows sealed = new SealedRows(seal, file.sha256());
    keepSheets(fileNo, file.sheets(), sealed);
    keepRemarks(fileNo, file, sealed);
    // Of what can be read back, which is not to the character what was given.
    found(file.sha256()).ifPresent(kept -> sums.add(fileNo, head(kept)));
  }

  private void keepSheets(int fileNo, List<Sheet> sheets, SealedRows sealed) {
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
          sealed.seal(sheet.titles(), "titles", i));
    }
  }

  private void keepRemarks(int fileNo, ShelvedFile file, SealedRows sealed) {
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
          problem.arguments(),
          sealed);
    }
    for (Remark remark : file.remarks()) {
      CellRef nowhere = new CellRef("", "", 0, "");
      remark(fileNo, ordinal++, "R", remark.key(), nowhere, "", remark.words(), sealed);
    }
  }

  private void remark(
      int fileNo,
      int ordinal,
      String kind,
      String code,
      CellRef place,
      String found,
      List<String> words,
      SealedRows sealed) {
    jdbc.update(
        "insert into read_remark values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fileNo,
        ordinal,
        kind,
        code,
        place.sheet(),
        place.row(),
        place.column(),
        sealed.seal(List.of(found), "remark", ordinal),
        sealed.seal(words, "remark words", ordinal));
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
    long there = rows == null ? 0 : rows;
    if (there != sums.of(fileNo).rows()) {
      throw new IndexDamagedException("file " + fileNo + " has another number of rows");
    }
    return there;
  }

  @Override
  public void recall(String sha256, Bucket bucket, RowVisitor visitor) {
    select(
        sha256,
        String.valueOf(bucket.code()),
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
            .formatted(wanted.isEmpty() ? "" : "and bucket = '" + wanted + "'");
    RowSums.Sums read = new RowSums.Sums();
    SealedRows sealed = new SealedRows(seal, sha256);
    // PostgreSQL hands rows over in portions only within a transaction.
    whole.executeWithoutResult(
        status ->
            jdbc.query(
                sql,
                (ResultSet row) -> visit(row, read, sealed, visitor),
                PlaceNumber.first(fileNo),
                PlaceNumber.last(fileNo)));
    sums.hold(fileNo, read, wanted.isEmpty() ? BUCKETS : wanted);
  }

  private static void visit(
      ResultSet row, RowSums.Sums read, SealedRows sealed, BucketVisitor visitor)
      throws SQLException {
    long place = row.getLong(1);
    Bucket bucket = bucket(row.getString(2));
    int sheet = PlaceNumber.sheet(place);
    int number = PlaceNumber.row(place);
    String payload = sealed.text(row.getString(3), "row", sheet, number);
    read.of(bucket.code()).add(RowSum.hash(sheet, number, payload));
    visitor.row(bucket, sheet, number, Joined.split(payload));
  }

  private static Bucket bucket(String letter) {
    if (letter.length() != 1 || BUCKETS.indexOf(letter.charAt(0)) < 0) {
      throw new IndexDamagedException("a row is in no bucket");
    }
    return Bucket.of(letter.charAt(0));
  }

  @Override
  public List<KeptProblem> problems(String sha256) {
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo == null) {
      return List.of();
    }
    List<KeptProblem> problems = problems(sha256, fileNo, "");
    RowSums.Sums read = new RowSums.Sums();
    problems.forEach(problem -> read.of(RowSums.PROBLEMS).add(hash(problem)));
    sums.hold(fileNo, read, String.valueOf(RowSums.PROBLEMS));
    return problems;
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
            counts.put(bucket(row.getString(1)), row.getInt(2));
          },
          PlaceNumber.first(fileNo),
          PlaceNumber.last(fileNo));
      hold(fileNo, counts);
    }
    return counts;
  }

  @Override
  public void markDuplicates(String sha256, List<RowShelf.RowPlace> rows) {
    @Nullable Integer fileNo = fileNo(sha256);
    if (fileNo == null || rows.isEmpty()) {
      return;
    }
    whole.executeWithoutResult(
        status -> {
          RowSums.Sums moved = new RowSums.Sums();
          for (Counted row : kept(sha256, fileNo, rows)) {
            moved.of(row.bucket().code()).remove(row.hash());
            moved.of(Bucket.DUPLICATE.code()).add(row.hash());
          }
          jdbc.batchUpdate(
              "update source_row set bucket = 'D' where place = ?",
              rows.stream()
                  .map(row -> new Object[] {PlaceNumber.of(fileNo, row.sheet(), row.row())})
                  .toList());
          sums.add(fileNo, moved);
        });
  }

  /** A kept row, as far as it is counted. */
  private record Counted(Bucket bucket, long hash) {}

  private List<Counted> kept(String sha256, int fileNo, List<RowShelf.RowPlace> rows) {
    SealedRows sealed = new SealedRows(seal, sha256);
    List<Counted> kept = new ArrayList<>();
    for (RowShelf.RowPlace row : rows) {
      jdbc.query(
          "select bucket, payload from source_row where place = ?",
          (ResultSet found) -> {
            String payload = sealed.text(found.getString(2), "row", row.sheet(), row.row());
            long hash = RowSum.hash(row.sheet(), row.row(), payload);
            kept.add(new Counted(bucket(found.getString(1)), hash));
          },
          PlaceNumber.of(fileNo, row.sheet(), row.row()));
    }
    return kept;
  }

  /** As many rows in each bucket as were put there. */
  private void hold(int fileNo, SortedMap<Bucket, Integer> counts) {
    RowSums.Sums kept = sums.of(fileNo);
    for (Bucket bucket : Bucket.values()) {
      if (kept.of(bucket.code()).rows() != counts.getOrDefault(bucket, 0)) {
        throw new IndexDamagedException("file " + fileNo + " has another number of rows");
      }
    }
  }

  @Override
  public void replace(String sha256, KeptRow row) {
    int fileNo = opened(sha256);
    whole.executeWithoutResult(
        status -> {
          RowSums.Sums gone = new RowSums.Sums();
          kept(sha256, fileNo, List.of(new RowShelf.RowPlace(row.sheet(), row.row())))
              .forEach(before -> gone.of(before.bucket().code()).remove(before.hash()));
          problems(sha256, fileNo, "and sheet_no = ? and row_no = ?", row.sheet(), row.row())
              .forEach(before -> gone.of(RowSums.PROBLEMS).remove(hash(before)));
          sums.add(fileNo, gone);
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
