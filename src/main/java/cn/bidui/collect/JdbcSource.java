package cn.bidui.collect;

import cn.bidui.plan.ListSource.Jdbc;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A query to a database (数据库查询), in a transaction that only reads, some rows at a time. No rows are
 * a list without rows; a query that the database does not take is a failure.
 */
record JdbcSource(Jdbc declared) implements Source {

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int STATE = 5;
  private static final String NO_H2_DATABASE = "90146";

  @Override
  public Fetched fetch(Attempt attempt) throws FetchFailedException {
    String query = query(attempt);
    Properties login = login(attempt);
    try (Connection connection = connection(login, attempt)) {
      attempt.deadline().cuts(() -> connection.abort(Runnable::run));
      attempt.deadline().check();
      return rows(connection, query, attempt);
    } catch (SQLException failure) {
      attempt.deadline().check();
      throw failed(failure);
    }
  }

  private String query(Attempt attempt) throws FetchFailedException {
    String text;
    try {
      Path file = attempt.secrets().home().resolve(declared.queryFile());
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new FetchFailedException(FetchFault.QUERY_FILE, declared.queryFile());
    }
    String query = OneStatement.alone(text.strip().replaceAll("^\uFEFF", ""));
    String bare = query.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("--[^\\n]*", " ").strip();
    if (!bare.toLowerCase(Locale.ROOT).matches("(?s)((select|with)\\b|\\().*")) {
      throw new FetchFailedException(FetchFault.NOT_A_SELECT, declared.queryFile());
    }
    if (!OneStatement.is(query)) {
      throw new FetchFailedException(FetchFault.SEVERAL_STATEMENTS, declared.queryFile());
    }
    return query;
  }

  private Properties login(Attempt attempt) throws FetchFailedException {
    Properties login = new Properties();
    if (!declared.user().isEmpty()) {
      login.setProperty("user", declared.user());
    }
    String password = attempt.secrets().read(declared.password());
    if (!password.isEmpty()) {
      login.setProperty("password", password);
    }
    if (declared.url().startsWith("jdbc:postgresql:")) {
      String seconds = String.valueOf(attempt.deadline().leftSeconds());
      login.setProperty("loginTimeout", seconds);
      login.setProperty("connectTimeout", seconds);
    }
    return login;
  }

  private Connection connection(Properties login, Attempt attempt)
      throws SQLException, FetchFailedException {
    Driver driver = driver(attempt);
    Connection connection = driver.connect(address(), login);
    if (connection == null) {
      throw new FetchFailedException(FetchFault.DRIVER);
    }
    return connection;
  }

  /** H2 would make a database that is not there, and give back nothing of it. */
  private String address() {
    String url = declared.url();
    String lower = url.toLowerCase(Locale.ROOT);
    boolean makes =
        lower.startsWith("jdbc:h2:")
            && !lower.startsWith("jdbc:h2:mem:")
            && !lower.contains(";ifexists=");
    return makes ? url + ";IFEXISTS=TRUE" : url;
  }

  private Driver driver(Attempt attempt) throws FetchFailedException {
    try {
      if (declared.driverJar().isEmpty()) {
        return DriverManager.getDriver(declared.url());
      }
      @Nullable Driver named = named(attempt.secrets().home().resolve(declared.driverJar()));
      if (named != null) {
        return named;
      }
    } catch (SQLException none) {
      // Said below.
    }
    throw new FetchFailedException(FetchFault.DRIVER);
  }

  /** Its loader stays open as long as the driver is in use, which is until the process ends. */
  private @Nullable Driver named(Path jar) throws SQLException {
    try {
      URL[] path = {jar.toUri().toURL()};
      ClassLoader loader = new URLClassLoader(path, JdbcSource.class.getClassLoader());
      for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
        if (driver.acceptsURL(declared.url())) {
          return driver;
        }
      }
    } catch (MalformedURLException | java.util.ServiceConfigurationError noDriver) {
      return null;
    }
    return null;
  }

  private static Fetched rows(Connection connection, String query, Attempt attempt)
      throws SQLException, FetchFailedException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        Staging.Draft draft = attempt.staging().draft()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setQueryTimeout(attempt.deadline().leftSeconds());
      try (ResultSet rows = statement.executeQuery(query)) {
        new RowsAsCsv(rows, attempt.deadline()).write(draft);
      } catch (IOException tooLarge) {
        throw attempt.staging().tooLarge();
      }
      attempt.deadline().check();
      return draft.whole(attempt.name("csv"), Fetched.Version.NONE);
    } finally {
      rollback(connection);
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      // Nothing was written, and the connection is closed next.
    }
  }

  /** Never the driver's text: it quotes addresses, and rows. */
  private static FetchFailedException failed(SQLException failure) {
    String state = Objects.toString(failure.getSQLState(), "");
    if (failure instanceof SQLTimeoutException || state.equals("57014")) {
      return new FetchFailedException(FetchFault.TIMEOUT);
    }
    if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
      return new FetchFailedException(FetchFault.UNREACHABLE);
    }
    if (state.startsWith("28")) {
      return new FetchFailedException(FetchFault.LOGIN);
    }
    if (state.startsWith("3D") || state.equals(NO_H2_DATABASE)) {
      return new FetchFailedException(FetchFault.NOT_FOUND);
    }
    boolean known = state.length() == STATE && state.matches("[0-9A-Z]+");
    return new FetchFailedException(
        FetchFault.QUERY, known ? state : String.valueOf(failure.getErrorCode()));
  }
}
