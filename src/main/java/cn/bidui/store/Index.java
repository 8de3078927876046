package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
import cn.bidui.plan.SecretText;
import cn.bidui.plan.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.mvstore.MVStoreException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens the database of a work folder and brings its tables up to date. */
public final class Index {

  /** Where the steps lie by which tables are made. */
  static final String MIGRATIONS = "classpath:db/migration";

  /** The embedded database in the file of that path, without {@code .mv.db}. */
  static final String EMBEDDED =
      // WRITE_DELAY=0: without it a kill loses acknowledged commits. DB_CLOSE_ON_EXIT=FALSE: H2's
      // own hook would close the file before a stopping job has written its last state.
      // CACHE_SIZE in KB: by itself H2 keeps 64 MB of pages for each GB that Java might take, and
      // rows are only ever read from front to back. MAX_LENGTH_INPLACE_LOB: sealed rows are mostly
      // longer than the 256 bytes above which H2 keeps each text in a place of its own.
      "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384"
          + ";MAX_LENGTH_INPLACE_LOB=8192"
          // Its own log would repeat statements with their values, and print what it cannot write.
          + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  /** A server that says nothing for so long, in s, is not there; an address may name another. */
  private static final int SILENCE_SECONDS = 120;

  /** How long a night waits for a connection before it counts as none. */
  private static final long CONNECTION_MILLIS = 5_000;

  /** How long the server may take to answer the first word, in s. */
  private static final int GREETING_SECONDS = 10;

  /** Our tables and what keeps their versions, none that others may have beside them. */
  private static final List<String> TABLES =
      List.of(
          "row_sum",
          "row_problem",
          "row_key",
          "source_row",
          "read_sheet",
          "read_remark",
          "read_file",
          "index_seal",
          "batch_job_execution_context",
          "batch_step_execution_context",
          "batch_step_execution",
          "batch_job_execution_params",
          "batch_job_execution",
          "batch_job_instance",
          // Flyway writes it so, and H2 would look for another without the quotes.
          "\"flyway_schema_history\"");

  private static final List<String> SEQUENCES =
      List.of("batch_step_execution_seq", "batch_job_execution_seq", "batch_job_instance_seq");

  private Index() {}

  /** Makes sure that the work folder is still ours. */
  @FunctionalInterface
  public interface Holding {
    /** Throws if it is not. */
    void check() throws IOException;
  }

  /** As {@link #open(Path, Settings.Database, int, Holding)}, where nobody else can be at work. */
  public static HikariDataSource open(Path home, Settings.Database database, int threads)
      throws IOException {
    return open(home, database, threads, () -> {});
  }

  /**
   * A pool on the database that {@code database} names, with all migrations applied.
   *
   * @param home the work folder, which holds the embedded database in {@code data/}
   * @param holding is asked before the file of the embedded database is replaced: a process may
   *     have slept since it saw that it had to be, and somebody else filled it
   * @throws org.springframework.dao.DataAccessException or a pool exception if it cannot be reached
   */
  public static HikariDataSource open(
      Path home, Settings.Database database, int threads, Holding holding) throws IOException {
    HikariDataSource pool = pool(home, database, threads + 3);
    try {
      if (database.embedded() && inTheClear(pool)) {
        pool.close();
        holding.check();
        remove(home.resolve("data"));
        pool = pool(home, database, threads + 3);
      }
      if (database.embedded() && SoundTables.in(pool)) {
        return pool;
      }
      Flyway tables = tables(Flyway.configure().dataSource(pool));
      MigrationInfoService steps = tables.info();
      NewerTables.refuse(steps);
      if (database.embedded() && steps.pending().length > 0) {
        pool.close();
        NewTables.make(home.resolve("data"), holding);
        pool = pool(home, database, threads + 3);
      } else {
        tables.migrate();
      }
      if (database.embedded()) {
        SoundTables.found(pool);
      }
      return pool;
    } catch (IOException | RuntimeException failed) {
      pool.close();
      throw failed;
    }
  }

  static Flyway tables(FluentConfiguration database) {
    return database
        .locations(MIGRATIONS)
        // A server's database may hold tables of others.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private static HikariDataSource pool(Path home, Settings.Database database, int connections)
      throws IOException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("index");
    config.setMaximumPoolSize(connections);
    if (database.embedded()) {
      Path data = Files.createDirectories(home.resolve("data"));
      config.setJdbcUrl(EMBEDDED.formatted(data.toAbsolutePath().resolve("bidui")));
      config.setUsername("bidui");
      config.setPassword("");
    } else {
      config.setJdbcUrl(database.url());
      config.setUsername(database.user());
      config.setPassword(password(home, database));
      config.setConnectionTimeout(CONNECTION_MILLIS);
      patience(config);
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
   * Removes the embedded database, files and all, also those once set aside: a table that is
   * emptied leaves its rows in the file. The next run reads them again from the archive.
   */
  private static void remove(Path data) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "bidui.*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /** By itself the driver waits for ever for a server that was unplugged. */
  private static void patience(HikariConfig config) {
    if (config.getJdbcUrl().startsWith("jdbc:postgresql:")) {
      config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
      config.addDataSourceProperty("connectTimeout", String.valueOf(GREETING_SECONDS));
      config.addDataSourceProperty("loginTimeout", String.valueOf(GREETING_SECONDS));
      config.addDataSourceProperty("tcpKeepAlive", "true");
    }
  }

  /**
   * Reads all of the database and holds it against what was put into it.
   *
   * @param executions reads what Spring Batch has noted, the way it does; whatever it throws
   *     without word of the database means that something else stands there than was noted
   * @return {@link Trouble#NONE} if it is sound, or if the disk below it fails, which says nothing
   *     about that; {@link Trouble#AWAY} or {@link Trouble#DAMAGED}
   */
  public static Trouble look(
      Path home, Settings.Database database, TextSeal seal, Consumer<DataSource> executions) {
    try (HikariDataSource pool = open(home, database, 1)) {
      new JdbcRowShelf(pool, seal).readAll();
      readBatchTables(new JdbcTemplate(pool));
      read(executions, pool);
      return Trouble.NONE;
    } catch (IOException disk) {
      return Trouble.NONE;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError unreadable) {
      // A flipped length may ask for more memory than there is.
      boolean away = !database.embedded() && Trouble.of(unreadable) == Trouble.AWAY;
      if (away) {
        return Trouble.AWAY;
      }
      return Trouble.disk(unreadable) ? Trouble.NONE : Trouble.DAMAGED;
    }
  }

  /** A context that is none is told as an {@link IOException} of what reads it, not of a disk. */
  private static void read(Consumer<DataSource> executions, DataSource pool) {
    try {
      executions.accept(pool);
    } catch (RuntimeException unreadable) {
      if (Trouble.of(unreadable) == Trouble.NONE) {
        throw new IndexDamagedException("an execution is not what was noted");
      }
      throw unreadable;
    }
  }

  private static void readBatchTables(JdbcTemplate jdbc) {
    for (String table : TABLES) {
      if (table.startsWith("batch_")) {
        jdbc.query("select * from " + table, (java.sql.ResultSet row) -> {});
      }
    }
  }

  /**
   * Drops our tables, and nothing else that a server's database may hold; the next opening makes
   * them anew.
   */
  public static void drop(Path home, Settings.Database database) throws IOException {
    try (HikariDataSource pool = pool(home, database, 1)) {
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      TABLES.forEach(table -> jdbc.execute("drop table if exists " + table));
      SEQUENCES.forEach(sequence -> jdbc.execute("drop sequence if exists " + sequence));
    }
  }

  /** Transactions on {@code pool}, in which rows and batch tables change together. */
  public static PlatformTransactionManager transactions(DataSource pool) {
    return new JdbcTransactionManager(pool);
  }

  /** Whether {@code failure} itself is the database's. */
  public static boolean isFailure(Throwable failure) {
    return failure instanceof SQLException
        || failure instanceof IndexDamagedException
        || failure instanceof MVStoreException;
  }

  /** The names of our tables, as a server keeps them. */
  static Set<String> tableNames() {
    return TABLES.stream().map(name -> name.replace("\"", "")).collect(Collectors.toSet());
  }

  /** What stands in the file with the password; blank if there is none. */
  static String password(Path home, Settings.Database database) throws IOException {
    return database.passwordFile().isEmpty()
        ? ""
        : SecretText.of(Files.readAllBytes(home.resolve(database.passwordFile())));
  }
}
