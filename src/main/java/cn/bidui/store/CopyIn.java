package cn.bidui.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * COPY on PostgreSQL: three times as fast as rewritten batches, and part of the transaction too.
 */
record CopyIn(JdbcTemplate jdbc) implements BulkRows {

  @Override
  public void insert(String table, List<String> columns, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(rows.size() * 200);
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (i > 0) {
          text.append('\t');
        }
        escape(String.valueOf(row[i]), text);
      }
      text.append('\n');
    }
    String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, sql, text.toString()));
  }

  private static Long copy(Connection connection, String sql, String text) throws SQLException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text));
    } catch (IOException cannotHappen) {
      // A StringReader does not fail; the driver's signature allows for other readers.
      throw new SQLException("copy could not read its text", cannotHappen);
    }
  }

  private static void escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  @Override
  public int chunk() {
    return 10_000;
  }
}
