package cn.bidui.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The embedded database of a work folder, read while no run has it open. */
final class Index {

  private Index() {}

  /** Every value of every row of {@code query}, as text. */
  static List<String> values(Office office, String query) throws SQLException {
    String url = "jdbc:h2:file:" + office.home().resolve("data/bidui").toAbsolutePath();
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "bidui", "");
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
}
