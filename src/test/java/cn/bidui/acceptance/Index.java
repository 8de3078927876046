package cn.bidui.acceptance;

import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.TextSeal;
import cn.bidui.plan.Settings;
import cn.bidui.store.JdbcRowShelf;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The embedded database of a work folder, while no run has it open. */
final class Index {

  private Index() {}

  /** Every value of every row of {@code query}, as text. */
  static List<String> values(Office office, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = open(office);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(String.valueOf(rows.getString(column)));
        }
      }
    }
    return values;
  }

  /** The values of every row that is kept, unsealed, each row's joined by {@code between}. */
  static List<String> rows(Office office, String between) throws IOException {
    List<String> rows = new ArrayList<>();
    TextSeal seal = new TextSeal(HomeKey.open(office.home(), Optional.empty()).subkey("database"));
    try (HikariDataSource pool =
        cn.bidui.store.Index.open(office.home(), new Settings.Database("", "", ""), 1)) {
      JdbcRowShelf shelf = new JdbcRowShelf(pool, seal);
      for (String sha256 : new TreeSet<>(shelf.complete())) {
        shelf.recallAll(
            sha256, (bucket, sheet, row, values) -> rows.add(String.join(between, values)));
      }
    }
    return rows;
  }

  /** Changes it as a kill would leave it. */
  static void change(Office office, String... statements) throws SQLException {
    try (Connection connection = open(office);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static Connection open(Office office) throws SQLException {
    String url = "jdbc:h2:file:" + office.home().resolve("data/bidui").toAbsolutePath();
    return DriverManager.getConnection(url, "bidui", "");
  }
}
