package cn.bidui.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rival of the comparing loop: DuckDB compares six fields of each pair inside blocks of 64 rows
 * against 64 and counts the patterns. Rows are made in SQL from numbers; their making is not timed.
 * Argument: about how many million pairs.
 */
final class DuckKernel {

  private static final int BLOCK = 64;

  /** Of people in one block, some agree in each field, most do not. */
  private static final String ROWS =
      """
      create table SIDE as
      select i // 64 as block,
             '990101' || (20080101 + hash(i * 7 + SALT) % 28) || lpad((hash(i + SALT) % 10000)::varchar, 4, '0') as id,
             (hash(i * 3 + SALT) % 40)::int as name, (hash(i * 3 + SALT) % 20)::int as sound,
             (hash(i * 3 + SALT) % 5)::int as surname,
             (hash(i * 5 + SALT) % 28)::int as birth, (hash(i * 11 + SALT) % 2)::int as sex,
             (hash(i * 13 + SALT) % 9)::int as school,
             case when hash(i * 17 + SALT) % 3 > 0 then (hash(i * 17 + SALT) % 50)::int end as guardian
      from range(ROWS) t(i)
      """;

  private static final String COUNT =
      """
      select case when l.id = r.id then 1 when hamming(l.id, r.id) = 1 then 2
                  when hamming(l.id, r.id) = 2 then 3 else 4 end as id,
             case when l.name = r.name then 1 when l.sound = r.sound then 2
                  when l.surname = r.surname then 3 else 4 end as name,
             case when l.birth = r.birth then 1 when abs(l.birth - r.birth) <= 1 then 2 else 3 end as birth,
             case when l.sex = r.sex then 1 else 2 end as sex,
             case when l.school = r.school then 1 else 2 end as school,
             case when l.guardian is null or r.guardian is null then 0
                  when l.guardian = r.guardian then 1 else 2 end as guardian,
             count(*) as pairs
      from l join r using (block)
      group by all
      """;

  private DuckKernel() {}

  public static void main(String[] arguments) throws SQLException {
    long blocks = Long.parseLong(arguments[0]) * 1_000_000 / (BLOCK * BLOCK);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      side(statement, "l", 1, blocks * BLOCK);
      side(statement, "r", 2, blocks * BLOCK);
      long began = System.nanoTime();
      long cpu = cpuMillis();
      statement.execute("create table pattern as " + COUNT);
      System.out.println("query " + (System.nanoTime() - began) / 1_000_000);
      System.out.println("query-cpu " + (cpuMillis() - cpu));
      System.out.println("pairs " + blocks * BLOCK * BLOCK);
    }
  }

  private static void side(Statement statement, String name, int salt, long rows)
      throws SQLException {
    statement.execute(
        ROWS.replace("SIDE", name)
            .replace("SALT", Integer.toString(salt * 1_000_003))
            .replace("ROWS", Long.toString(rows)));
  }

  /** Of all threads, DuckDB's own too. */
  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
