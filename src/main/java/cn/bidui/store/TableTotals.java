package cn.bidui.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an index holds, told so that another one that holds the same tells the same: how files are
 * numbered and how values are sealed differs from one to the next.
 *
 * @param rows how many rows each table has
 * @param sums what the rows of each file and bucket add up to, by digest and bucket
 */
public record TableTotals(SortedMap<String, Long> rows, SortedMap<String, String> sums) {

  private static final List<String> TABLES =
      List.of("read_file", "read_sheet", "read_remark", "source_row", "row_problem", "row_key");

  public TableTotals {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
  }

  static TableTotals of(JdbcTemplate jdbc) {
    SortedMap<String, Long> rows = new TreeMap<>();
    for (String table : TABLES) {
      rows.put(table, jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
    SortedMap<String, String> sums = new TreeMap<>();
    jdbc.query(
        """
        select f.sha256, s.bucket, s.rows_kept, s.total
        from   row_sum s join read_file f on f.file_no = s.file_no
        where  s.rows_kept <> 0
        """,
        (java.sql.ResultSet sum) -> {
          sums.put(
              sum.getString(1) + "/" + sum.getString(2), sum.getLong(3) + "/" + sum.getLong(4));
        });
    return new TableTotals(rows, sums);
  }

  /** How many rows of lists there are. */
  public long sourceRows() {
    return rows.getOrDefault("source_row", 0L);
  }

  /** How many files. */
  public int files() {
    return rows.getOrDefault("read_file", 0L).intValue();
  }

  /** Tables with another number of rows, and digests of files that add up to something else. */
  public SortedSet<String> differing(TableTotals other) {
    SortedSet<String> differing = new TreeSet<>();
    collect(rows, other.rows, differing);
    collect(sums, other.sums, differing);
    return differing;
  }

  private static void collect(Map<String, ?> one, Map<String, ?> other, SortedSet<String> into) {
    SortedSet<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    all.removeIf(name -> java.util.Objects.equals(one.get(name), other.get(name)));
    all.forEach(name -> into.add(name.replaceFirst("/.*", "")));
  }
}
