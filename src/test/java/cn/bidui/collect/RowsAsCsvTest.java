package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of a driver that is older than {@code java.time}. */
class RowsAsCsvTest {

  private static final List<Integer> KINDS =
      List.of(Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

  private static <T> T standIn(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            RowsAsCsvTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }

  /** With one row of a day, a moment and an instant, and one of nothing. */
  private static ResultSet rows() {
    ResultSetMetaData columns =
        standIn(
            ResultSetMetaData.class,
            (self, method, words) ->
                switch (method.getName()) {
                  case "getColumnCount" -> KINDS.size();
                  case "getColumnLabel" -> "c" + words[0];
                  case "getColumnType" -> KINDS.get((int) words[0] - 1);
                  default -> "";
                });
    Deque<Boolean> filled = new ArrayDeque<>(List.of(true, false));
    boolean[] now = new boolean[1];
    return standIn(
        ResultSet.class,
        (self, method, words) -> {
          return switch (method.getName()) {
            case "getMetaData" -> columns;
            case "next" -> {
              boolean more = !filled.isEmpty();
              now[0] = more && filled.remove();
              yield more;
            }
            case "getDate" -> now[0] ? Date.valueOf(LocalDate.of(2017, 9, 1)) : null;
            case "getTimestamp" -> now[0] ? moment((int) words[0]) : null;
            default -> throw new SQLFeatureNotSupportedException();
          };
        });
  }

  private static Timestamp moment(int column) {
    return column == 2
        ? Timestamp.valueOf(LocalDateTime.of(2025, 9, 1, 8, 30))
        : Timestamp.from(Instant.parse("2025-11-02T16:00:00Z"));
  }

  @Test
  void anOldDriverGivesTheSameDaysAndMoments()
      throws SQLException, IOException, FetchFailedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deadline deadline = Deadline.in(Duration.ofMinutes(1))) {
      new RowsAsCsv(rows(), deadline).write(out);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("c1,c2,c3\r\n2017-09-01,2025-09-01 08:30:00,2025-11-03\r\n\"\",,\r\n");
  }
}
