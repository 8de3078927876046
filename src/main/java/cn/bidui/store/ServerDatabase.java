package cn.bidui.store;

import cn.bidui.plan.Settings;
import cn.bidui.store.ServerLook.Fit;
import cn.bidui.store.ServerLook.Unfit;
import cn.bidui.store.ServerLook.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A database of a server, looked at before the index is put into it: whether it answers, whether it
 * can hold the index, and whose it is. Changes nothing there.
 */
public final class ServerDatabase {

  /** Identity columns, and what Flyway asks of a server; the tests run on 17. */
  private static final int OLDEST = 12;

  private static final String UTF8 = "UTF8";
  private static final int TOLD = 5;

  /** How long it may take to answer, in s. */
  private static final String SECONDS = "10";

  private static final String HISTORY = "flyway_schema_history";

  /** SQLSTATE of a wrong user or password. */
  private static final Set<String> STRANGERS = Set.of("28P01", "28000");

  private static final String NO_DATABASE = "3D000";

  private final Connection connection;

  private ServerDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Looks.
   *
   * @param home against which a relative password file is found
   * @param fingerprint of the key of the work folder that wants it; empty if it has none yet
   */
  public static ServerLook look(
      Path home, Settings.Database database, Optional<String> fingerprint) {
    String url = database.url();
    if (!url.matches("jdbc:postgresql://[^/?\\s]+/[^/?\\s]+(\\?\\S*)?")) {
      return new Unfit(Why.ADDRESS);
    }
    if (url.toLowerCase(Locale.ROOT).matches(".*([?&](password|user)=|//[^/]*@).*")) {
      return new Unfit(Why.SECRET);
    }
    String password;
    try {
      password = Index.password(home, database);
    } catch (IOException unreadable) {
      return new Unfit(Why.PASSWORD_FILE, database.passwordFile());
    }
    return look(database, password, fingerprint);
  }

  private static ServerLook look(
      Settings.Database database, String password, Optional<String> fingerprint) {
    try (Connection connection = open(database, password)) {
      return new ServerDatabase(connection).look(fingerprint);
    } catch (SQLException refused) {
      // Its own words may repeat what they were given.
      return told(refused, database);
    }
  }

  private static Connection open(Settings.Database database, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("socketTimeout", SECONDS);
    properties.setProperty("loginTimeout", SECONDS);
    return DriverManager.getConnection(database.url(), properties);
  }

  private static Unfit told(SQLException refused, Settings.Database database) {
    String state = String.valueOf(refused.getSQLState());
    if (STRANGERS.contains(state)) {
      return new Unfit(Why.PASSWORD, database.user());
    }
    if (state.equals(NO_DATABASE)) {
      return new Unfit(Why.DATABASE, name(database));
    }
    return state.startsWith("42") || state.startsWith("25")
        ? new Unfit(Why.RIGHTS, database.user())
        : new Unfit(Why.AWAY, name(database));
  }

  /** Host, port and name, without what stands behind a question mark. */
  private static String name(Settings.Database database) {
    return database.url().replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
  }

  private ServerLook look(Optional<String> fingerprint) throws SQLException {
    String version = word("show server_version");
    if (Integer.parseInt(word("show server_version_num")) / 10_000 < OLDEST) {
      return new Unfit(Why.OLD, version, OLDEST);
    }
    String encoding = word("show server_encoding");
    if (!encoding.equals(UTF8)) {
      return new Unfit(Why.ENCODING, encoding);
    }
    Set<String> tables = tables();
    Optional<Unfit> foreign = foreign(tables);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    Optional<Unfit> others = others(tables, fingerprint);
    if (others.isPresent()) {
      return others.get();
    }
    return mayMakeTables()
        ? new Fit(version, !tables.isEmpty())
        : new Unfit(Why.RIGHTS, word("select current_user"));
  }

  private Set<String> tables() throws SQLException {
    return new TreeSet<>(
        words(
            """
            select relname
            from   pg_class
            where  relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
            """));
  }

  /** Tables are ours only where our first migration was applied: others' programs have some too. */
  private Optional<Unfit> foreign(Set<String> tables) throws SQLException {
    Set<String> foreign = new TreeSet<>(tables);
    if (tables.contains(HISTORY)
        && words("select script from " + HISTORY).contains("V1__batch.sql")) {
      foreign.removeAll(Index.tableNames());
    }
    if (foreign.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(", ", foreign.stream().limit(TOLD).toList());
    return Optional.of(new Unfit(Why.FOREIGN, foreign.size(), named));
  }

  private Optional<Unfit> others(Set<String> tables, Optional<String> fingerprint)
      throws SQLException {
    if (!tables.contains(HISTORY)) {
      return Optional.empty();
    }
    int newest =
        words("select version from " + HISTORY + " where success and version is not null").stream()
            .mapToInt(ServerDatabase::number)
            .max()
            .orElse(0);
    int known = known();
    if (newest > known) {
      return Optional.of(new Unfit(Why.NEWER, newest, known));
    }
    List<String> owners =
        tables.contains("index_seal") ? words("select fingerprint from index_seal") : List.of();
    return owners.isEmpty() || fingerprint.filter(owners::contains).isPresent()
        ? Optional.empty()
        : Optional.of(new Unfit(Why.OTHERS));
  }

  private static int known() throws SQLException {
    try {
      return Migrations.newest();
    } catch (IOException broken) {
      throw new SQLException("the program's own migrations cannot be read", broken);
    }
  }

  private static int number(String version) {
    String digits = version.replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** The only sure way to know is to try: a table that no transaction ever commits. */
  private boolean mayMakeTables() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table bidui_trial (n integer)");
      return true;
    } catch (SQLException refused) {
      return false;
    } finally {
      connection.rollback();
    }
  }

  private String word(String query) throws SQLException {
    List<String> words = words(query);
    return words.isEmpty() ? "" : words.get(0);
  }

  private List<String> words(String query) throws SQLException {
    List<String> words = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }
}
