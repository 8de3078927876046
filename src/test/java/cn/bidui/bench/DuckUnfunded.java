package cn.bidui.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rival of one rule: DuckDB loads the three lists into tables, then asks over and over which
 * pupils of a lifted-out or monitored household, or one of rural 低保, have no allowance in the
 * autumn: an anti-join on the text of the id. No categories at a day, no amounts, no sentences, no
 * evidence. Arguments: rounds, roll, aid, households.
 */
final class DuckUnfunded {

  private static final String[] TABLES = {"roll", "aid", "households"};

  private static final String QUERY =
      """
      select r."身份证件号", r."姓名", r."学校名称", r."年级", r."就读方式",
             case when r."就读方式" = '住校' then 625.00 else 312.50 end as due
      from   roll r
      semi join (
        select "证件号码" as id from households
        where  "户类型" = '脱贫户' or "享受低保政策情况" = '农村低保'
               or ("监测对象类别" is not null and coalesce("风险是否已消除", '否') = '否')
      ) h on r."身份证件号" = h.id
      anti join (
        select "身份证件号" as id from aid
        where  "学年" = '2025-2026学年' and "学期" = '第一学期' and "资助项目" like '%生活补助'
      ) a on r."身份证件号" = a.id
      """;

  private DuckUnfunded() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (int table = 0; table < TABLES.length; table++) {
        statement.execute(load(TABLES[table], Path.of(arguments[table + 1])));
      }
      for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
        String again = round == 1 ? "-first" : "";
        long began = System.nanoTime();
        long cpu = Spent.cpuNanos();
        int rows = rows(statement);
        System.out.println("duck" + again + " " + (System.nanoTime() - began) / 1_000_000);
        System.out.println("duck" + again + "-cpu " + (Spent.cpuNanos() - cpu) / 1_000_000);
        System.out.println("duck" + again + "-findings " + rows);
      }
    }
  }

  private static String load(String table, Path file) {
    return "create table %s as from read_csv('%s', header = true, all_varchar = true)"
        .formatted(table, file.toString().replace("'", "''"));
  }

  /** Every row is fetched, as a report would. */
  private static int rows(Statement statement) throws SQLException {
    int rows = 0;
    try (ResultSet found = statement.executeQuery(QUERY)) {
      while (found.next()) {
        rows += found.getString(1) == null ? 0 : 1;
      }
    }
    return rows;
  }
}
