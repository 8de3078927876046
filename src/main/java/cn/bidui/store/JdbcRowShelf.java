package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of read files, by plain SQL on H2 and PostgreSQL. */
public final class JdbcRowShelf implements RowShelf {

  private static final List<String> ROW = List.of("place", "bucket", "payload");

  /** In which rows of lists, or words of them, stand. */
  private static final List<String> TOUCHED =
      List.of("source_row", "row_problem", "row_key", "read_sheet", "read_remark", "read_file");

  private static final int FETCH = 5_000;
  private static final String BUCKETS =
      Arrays.stream(Bucket.values())
          .map(bucket -> String.valueOf(bucket.code()))
          .collect(Collectors.joining());

  private final JdbcTemplate jdbc;
  private final BulkRows bulk;
  private final FileTable files;
  private final ProblemTable problems;
  private final RowSums sums;
  private final TransactionTemplate whole;
  private final TextSeal seal;

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
    this.sums = new RowSums(jdbc);
    this.bulk = postgres() ? new CopyIn(jdbc) : new BatchedInsert(jdbc);
    this.files = new FileTable(jdbc, seal);
    this.problems = new ProblemTable(jdbc, seal, bulk);
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
    return files.complete();
  }

  @Override
  public Optional<ShelvedFile> find(String sha256) {
    Optional<ShelvedFile> found = files.find(sha256);
    @Nullable Integer fileNo = files.number(sha256);
    if (found.isPresent() && fileNo != null) {
      sums.hold(fileNo, head(found.get()), String.valueOf(RowSums.HEAD));
    }
    return found;
  }

  private static RowSums.Sums head(ShelvedFile file) {
    RowSums.Sums head = new RowSums.Sums();
    head.of(RowSums.HEAD).add(FileHead.hash(file));
    return head;
  }

  @Override
  public void clear(String sha256) {
    @Nullable Integer fileNo = files.number(sha256);
    if (fileNo != null) {
      problems.clear(fileNo);
      sums.clear(fileNo);
      jdbc.update(
          "delete from source_row where place between ? and ?",
          PlaceNumber.first(fileNo),
          PlaceNumber.last(fileNo));
      files.clear(sha256, fileNo);
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
    files.forget();
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

  /**
   * What is here, after all of it has been read.
   *
   * @throws IndexDamagedException if anything does not add up
   */
  public TableTotals totals() {
    readAll();
    return TableTotals.of(jdbc);
  }

  /**
   * Takes what was deleted out of the server's files as well, which by itself it leaves there until
   * the place is needed; on the embedded database it does nothing. Not within a transaction.
   */
  public void tidy() {
    if (postgres()) {
      TOUCHED.forEach(table -> jdbc.execute("vacuum full " + table));
    }
  }

  @Override
  public void keep(String sha256, List<KeptRow> rows) {
    int fileNo = files.opened(sha256);
    SealedRows sealed = new SealedRows(seal, sha256);
    List<Object[]> kept = new ArrayList<>(rows.size());
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
    }
    bulk.insert("source_row", ROW, kept);
    problems.keep(sha256, fileNo, rows, added);
    sums.add(fileNo, added);
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
    int fileNo = files.opened(file.sha256());
    files.keep(fileNo, file);
    // Of what can be read back, which is not to the character what was given.
    files.find(file.sha256()).ifPresent(kept -> sums.add(fileNo, head(kept)));
  }

  @Override
  public long rows(String sha256) {
    @Nullable Integer fileNo = files.number(sha256);
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
    @Nullable Integer fileNo = files.number(sha256);
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
    @Nullable Integer fileNo = files.number(sha256);
    if (fileNo == null) {
      return List.of();
    }
    List<KeptProblem> kept = problems.of(sha256, fileNo);
    RowSums.Sums read = new RowSums.Sums();
    kept.forEach(problem -> read.of(RowSums.PROBLEMS).add(ProblemTable.hash(problem)));
    sums.hold(fileNo, read, String.valueOf(RowSums.PROBLEMS));
    return kept;
  }

  @Override
  public SortedMap<Bucket, Integer> count(String sha256) {
    SortedMap<Bucket, Integer> counts = new TreeMap<>();
    @Nullable Integer fileNo = files.number(sha256);
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
    @Nullable Integer fileNo = files.number(sha256);
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
    int fileNo = files.opened(sha256);
    whole.executeWithoutResult(
        status -> {
          RowSums.Sums gone = new RowSums.Sums();
          kept(sha256, fileNo, List.of(new RowShelf.RowPlace(row.sheet(), row.row())))
              .forEach(before -> gone.of(before.bucket().code()).remove(before.hash()));
          problems
              .of(sha256, fileNo, row.sheet(), row.row())
              .forEach(before -> gone.of(RowSums.PROBLEMS).remove(ProblemTable.hash(before)));
          sums.add(fileNo, gone);
          jdbc.update(
              "delete from source_row where place = ?",
              PlaceNumber.of(fileNo, row.sheet(), row.row()));
          problems.clear(fileNo, row.sheet(), row.row());
          keep(sha256, List.of(row));
        });
  }
}
