package cn.bidui.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rival of a night from CSV: DuckDB joins the same three files on the text of the id and writes
 * what it found as CSV. Nothing is checked, kept or reported. Arguments: roll, aid, households,
 * output.
 */
final class DuckJoin {

  private DuckJoin() {}

  public static void main(String[] arguments) throws SQLException {
    long began = System.nanoTime();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      long open = System.nanoTime();
      statement.execute(
          """
          copy (
            select coalesce(r."身份证件号", a."身份证件号", h."证件号码") as id,
                   r."姓名" as roll_name, r."学校名称" as school, r."年级" as grade, r."就读方式" as boarding,
                   a."姓名" as aid_name, a."学年" as year, a."学期" as term, a."资助项目" as program,
                   a."应发金额" as due, h."姓名" as household_name, h."户编号" as household,
                   h."户类型" as type, h."监测对象类别" as category, h."乡" as township
            from   read_csv('%s', header = true, all_varchar = true) r
            full outer join read_csv('%s', header = true, all_varchar = true) a
                   on r."身份证件号" = a."身份证件号"
            full outer join read_csv('%s', header = true, all_varchar = true) h
                   on coalesce(r."身份证件号", a."身份证件号") = h."证件号码"
          ) to '%s' (header, delimiter ',')
          """
              .formatted((Object[]) paths(arguments)));
      long done = System.nanoTime();
      System.out.println("open " + (open - began) / 1_000_000);
      System.out.println("query " + (done - open) / 1_000_000);
    }
  }

  private static String[] paths(String[] arguments) {
    String[] paths = new String[4];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = Path.of(arguments[i]).toString().replace("'", "''");
    }
    return paths;
  }
}
