package cn.bidui.collect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query as a CSV file (RFC 4180, UTF-8): the labels of its columns are the header,
 * texts stay as they are, days are {@code 2025-11-03}, numbers have neither exponent nor an empty
 * fraction, and what is null is empty.
 */
final class RowsAsCsv {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** PostgreSQL gives both kinds of moments the same number. */
  private static final String ZONED = "timestamptz";

  private final ResultSet rows;
  private final Deadline deadline;

  RowsAsCsv(ResultSet rows, Deadline deadline) {
    this.rows = rows;
    this.deadline = deadline;
  }

  void write(OutputStream out) throws SQLException, IOException, FetchFailedException {
    ResultSetMetaData columns = rows.getMetaData();
    CSVPrinter csv =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    List<String> cells = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      cells.add(columns.getColumnLabel(column));
    }
    csv.printRecord(cells);
    while (rows.next()) {
      deadline.check();
      cells.clear();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        cells.add(cell(column, columns));
      }
      csv.printRecord(cells);
    }
    csv.flush();
  }

  private String cell(int column, ResultSetMetaData columns) throws SQLException {
    @Nullable String text =
        switch (columns.getColumnType(column)) {
          case Types.DATE -> day(column);
          case Types.TIMESTAMP ->
              ZONED.equals(columns.getColumnTypeName(column)) ? zoned(column) : local(column);
          case Types.TIMESTAMP_WITH_TIMEZONE -> zoned(column);
          case Types.NUMERIC, Types.DECIMAL -> number(rows.getBigDecimal(column));
          case Types.REAL, Types.FLOAT, Types.DOUBLE -> approximate(rows.getString(column));
          case Types.BOOLEAN, Types.BIT -> answer(rows.getObject(column));
          case Types.CHAR, Types.NCHAR -> unpadded(rows.getString(column));
          default -> rows.getString(column);
        };
    return text == null ? "" : text;
  }

  /** What fills a column of fixed width is no part of its text. */
  private static @Nullable String unpadded(@Nullable String text) {
    return text == null ? null : text.stripTrailing();
  }

  private @Nullable String day(int column) throws SQLException {
    @Nullable LocalDate day = read(column, LocalDate.class, RowsAsCsv::oldDay);
    return day == null ? null : day.toString();
  }

  private @Nullable String local(int column) throws SQLException {
    return moment(read(column, LocalDateTime.class, RowsAsCsv::oldMoment));
  }

  private @Nullable String zoned(int column) throws SQLException {
    @Nullable OffsetDateTime moment = read(column, OffsetDateTime.class, RowsAsCsv::oldInstant);
    return moment == null ? null : moment(moment.atZoneSameInstant(SHANGHAI).toLocalDateTime());
  }

  /** How a driver gives a day or moment that is older than {@code java.time}. */
  @FunctionalInterface
  private interface Old<T> {
    @Nullable T read(ResultSet rows, int column) throws SQLException;
  }

  /**
   * By way of {@link Timestamp}, moments that the clocks of this machine's zone have skipped would
   * be others; some drivers know no other way.
   */
  private <T> @Nullable T read(int column, Class<T> type, Old<T> old) throws SQLException {
    try {
      return rows.getObject(column, type);
    } catch (SQLException | AbstractMethodError | UnsupportedOperationException anOldDriver) {
      return old.read(rows, column);
    }
  }

  private static @Nullable LocalDate oldDay(ResultSet rows, int column) throws SQLException {
    @Nullable Date day = rows.getDate(column);
    return day == null ? null : day.toLocalDate();
  }

  private static @Nullable LocalDateTime oldMoment(ResultSet rows, int column) throws SQLException {
    @Nullable Timestamp moment = rows.getTimestamp(column);
    return moment == null ? null : moment.toLocalDateTime();
  }

  private static @Nullable OffsetDateTime oldInstant(ResultSet rows, int column)
      throws SQLException {
    @Nullable Timestamp moment = rows.getTimestamp(column);
    return moment == null ? null : moment.toInstant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String moment(@Nullable LocalDateTime time) {
    if (time == null) {
      return null;
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : SECOND.format(time);
  }

  private static @Nullable String number(@Nullable BigDecimal number) {
    return number == null ? null : plain(number);
  }

  /** What is no number, as the database writes it. */
  private static @Nullable String approximate(@Nullable String number) {
    try {
      return number == null ? null : plain(new BigDecimal(number));
    } catch (NumberFormatException notANumber) {
      return number;
    }
  }

  /** 375.00 → 375, 375.50 stays, 9.9E17 → 990000000000000000. */
  private static String plain(BigDecimal number) {
    BigDecimal least = number.stripTrailingZeros();
    return (least.scale() <= 0 ? least : number).toPlainString();
  }

  private static @Nullable String answer(@Nullable Object flag) {
    if (flag instanceof Boolean yes) {
      return yes ? "是" : "否";
    }
    return flag == null ? null : flag.toString();
  }
}
