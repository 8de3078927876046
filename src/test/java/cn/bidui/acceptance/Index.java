package cn.bidui.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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
