package cn.bidui.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real PostgreSQL of the tests: the server's binaries come from the registry, it is started
 * once and stops with the tests. Works as root and as an ordinary user.
 */
public final class TestPostgres {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static EmbeddedPostgres server;

  private TestPostgres() {}

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::stop));
    }
    return server;
  }

  private static void stop() {
    try {
      server.close();
    } catch (IOException ignored) {
      // The process ends anyway, and the server with it.
    }
  }

  /** The JDBC URL of a database of its own, new and empty; the user is postgres. */
  public static String freshDatabase() {
    String name = "bidui_" + NUMBER.incrementAndGet();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return server().getJdbcUrl("postgres", name);
  }

  /** Does {@code sql} as the server's administrator, in its first database. */
  public static void administer(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** From now on the server asks {@code user}, and nobody else, for a password. */
  public static void asksForAPassword(String user) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet named = statement.executeQuery("show hba_file")) {
      named.next();
      Path rules = Path.of(named.getString(1));
      String line = "host all " + user + " all scram-sha-256\n";
      Files.writeString(rules, line + Files.readString(rules));
      statement.execute("select pg_reload_conf()");
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }
}
