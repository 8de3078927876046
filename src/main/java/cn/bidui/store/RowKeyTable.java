package cn.bidui.store;

import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.normalize.ShelvedFile.Keyed;
import cn.bidui.normalize.ShelvedFile.Returned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which row of which list each row of an answer that came back is. */
final class RowKeyTable {

  private final JdbcTemplate jdbc;

  RowKeyTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What the file corrects; null if {@code base} says that it is a list of its own. */
  @Nullable Returned of(int fileNo, @Nullable String base, long receipt) {
    if (base == null) {
      return null;
    }
    List<Keyed> rows =
        jdbc.query(
            """
            select sheet_no, row_no, base_sheet, base_row
            from   row_key
            where  file_no = ?
            order  by sheet_no, row_no
            """,
            (row, n) ->
                new Keyed(
                    row.getInt("sheet_no"),
                    row.getInt("row_no"),
                    new BaseRow(row.getString("base_sheet"), row.getInt("base_row"))),
            fileNo);
    return new Returned(base, receipt, rows);
  }

  void keep(int fileNo, @Nullable Returned returned) {
    if (returned != null) {
      jdbc.batchUpdate(
          "insert into row_key values (?, ?, ?, ?, ?)",
          returned.rows().stream()
              .map(
                  row ->
                      new Object[] {
                        fileNo, row.sheet(), row.row(), row.of().sheet(), row.of().row()
                      })
              .toList());
    }
  }

  void clear(int fileNo) {
    jdbc.update("delete from row_key where file_no = ?", fileNo);
  }
}
