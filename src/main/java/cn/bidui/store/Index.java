package cn.bidui.store;

import cn.bidui.plan.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens the database of a work folder and brings its tables up to date. */
public final class Index {

  private static final String EMBEDDED =
      // WRITE_DELAY=0: without it a kill loses acknowledged commits. DB_CLOSE_ON_EXIT=FALSE: H2's
      // own hook would close the file before a stopping job has written its last state.
      // CACHE_SIZE in KB: by itself H2 keeps 64 MB of pages for each GB that Java might take, and
      // rows are only ever read from front to back. MAX_LENGTH_INPLACE_LOB: sealed rows are mostly
      // longer than the 256 bytes above which H2 keeps each text in a place of its own.
      "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384"
          + ";MAX_LENGTH_INPLACE_LOB=8192";

  private Index() {}

  /**
   * A pool on the database that {@code database} names, with all migrations applied.
   *
   * @param home the work folder, which holds the embedded database in {@code data/}
   * @throws org.springframework.dao.DataAccessException or a pool exception if it cannot be reached
   */
  public static HikariDataSource open(Path home, Settings.Database database, int threads)
      throws IOException {
    HikariDataSource pool = pool(home, database, threads);
    try {
      if (database.embedded() && inTheClear(pool)) {
        pool.close();
        remove(home.resolve("data"));
        pool = pool(home, database, threads);
      }
      Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
    return pool;
  }

  private static HikariDataSource pool(Path home, Settings.Database database, int threads)
      throws IOException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("index");
    config.setMaximumPoolSize(threads + 3);
    if (database.embedded()) {
      Path data = Files.createDirectories(home.resolve("data"));
      config.setJdbcUrl(EMBEDDED.formatted(data.toAbsolutePath().resolve("bidui")));
      config.setUsername("bidui");
      config.setPassword("");
    } else {
      config.setJdbcUrl(database.url());
      config.setUsername(database.user());
      config.setPassword(password(home, database));
    }
    return new HikariDataSource(config);
  }

  /** Whether an older version kept rows there as they were read. */
  private static boolean inTheClear(DataSource pool) {
    List<String> tables =
        new JdbcTemplate(pool)
            .queryForList(
                """
                select table_name
                from   information_schema.tables
                where  table_name in ('SOURCE_ROW', 'INDEX_SEAL')
                """,
                String.class);
    return tables.equals(List.of("SOURCE_ROW"));
  }

  /**
   * Removes the embedded database, files and all: a table that is emptied leaves its rows in the
   * file. The next run reads them again from the archive.
   */
  private static void remove(Path data) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "bidui.*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /** Transactions on {@code pool}, in which rows and batch tables change together. */
  public static PlatformTransactionManager transactions(DataSource pool) {
    return new JdbcTransactionManager(pool);
  }

  /** Whether {@code failure} itself is the database's. */
  public static boolean isFailure(Throwable failure) {
    return failure instanceof SQLException;
  }

  private static String password(Path home, Settings.Database database) throws IOException {
    return database.passwordFile().isEmpty()
        ? ""
        : Files.readString(home.resolve(database.passwordFile())).strip();
  }
}
