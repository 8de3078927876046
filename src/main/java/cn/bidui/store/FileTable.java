package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.Remark;
import cn.bidui.normalize.ShelvedFile.Sheet;
import cn.bidui.source.CellRef;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which files were read, and what is known of each besides its rows. */
final class FileTable {

  private final JdbcTemplate jdbc;
  private final TextSeal seal;
  private final RowKeyTable keys;

  /** The files of which the index has said that it holds them, and what number each has. */
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  FileTable(JdbcTemplate jdbc, TextSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.keys = new RowKeyTable(jdbc);
  }

  /** The files that were read to their end, or refused. */
  Set<String> complete() {
    Set<String> complete = new HashSet<>();
    jdbc.query(
        "select sha256, file_no from read_file where state <> 'reading'",
        (ResultSet row) -> {
          complete.add(row.getString(1));
          held.put(row.getString(1), row.getInt(2));
        });
    return complete;
  }

  /**
   * The number of a file; null if it is not here.
   *
   * @throws IndexDamagedException if the index said before that it holds the file
   */
  @Nullable Integer number(String sha256) {
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

  /** The number of a file, which it gets now if it has none. */
  int opened(String sha256) {
    @Nullable Integer known = number(sha256);
    if (known != null) {
      return known;
    }
    jdbc.update(
        "insert into read_file (sha256, state, profile, read_total) values (?, 'reading', '', 0)",
        sha256);
    @Nullable Integer made = number(sha256);
    if (made == null) {
      throw new IllegalStateException("a file just put on the shelf is not there");
    }
    return made;
  }

  /** What the reading of a file said, if it came to its end. */
  Optional<ShelvedFile> find(String sha256) {
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

  /** What the reading said, which came to its end. */
  void keep(int fileNo, ShelvedFile file) {
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

  void clear(String sha256, int fileNo) {
    held.remove(sha256);
    keys.clear(fileNo);
    jdbc.update("delete from read_sheet where file_no = ?", fileNo);
    jdbc.update("delete from read_remark where file_no = ?", fileNo);
    jdbc.update("delete from read_file where file_no = ?", fileNo);
  }

  /** The tables are empty: what they have said holds no longer. */
  void forget() {
    held.clear();
  }
}
