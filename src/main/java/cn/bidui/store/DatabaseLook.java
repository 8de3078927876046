package cn.bidui.store;

import cn.bidui.plan.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.h2.store.fs.FilePath;

/**
 * What the database of a work folder holds, seen without changing or locking it.
 *
 * @param schema the number of the last migration that was applied
 * @param known the number of the last migration that this program brings
 * @param read digests of the files that were read to their end
 */
public record DatabaseLook(int schema, int known, Set<String> read) {

  private static final String EMBEDDED = "jdbc:h2:%s:%s;ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
  private static final String SECONDS = "2";
  private static final String VERSIONS =
      "select \"version\" from \"flyway_schema_history\""
          + " where \"success\" = true and \"version\" is not null";

  public DatabaseLook {
    read = java.util.Collections.unmodifiableSet(new TreeSet<>(read));
  }

  /** The file of the embedded database of the work folder {@code home}. */
  public static Path file(Path home) {
    return home.resolve("data").resolve("bidui.mv.db");
  }

  /**
   * Opens it, reads, and closes it again.
   *
   * @throws SQLException if it cannot be opened or read; its text may quote what was read
   * @throws IOException if the file with the password cannot be read
   */
  public static DatabaseLook at(Path home, Settings.Database database)
      throws SQLException, IOException {
    try (Connection connection = open(home, database);
        Statement statement = connection.createStatement()) {
      int schema = 0;
      try (ResultSet versions = statement.executeQuery(VERSIONS)) {
        while (versions.next()) {
          schema = Math.max(schema, number(versions.getString(1)));
        }
      }
      Set<String> read = new TreeSet<>();
      try (ResultSet rows =
          statement.executeQuery("select sha256 from read_file where state <> 'reading'")) {
        while (rows.next()) {
          read.add(rows.getString(1));
        }
      }
      return new DatabaseLook(schema, Migrations.newest(), read);
    }
  }

  /** Whether its tables were made by a newer program. */
  public boolean newer() {
    return schema > known;
  }

  /** {@code 5}, and {@code 5.1}, are 5: migrations are counted. */
  private static int number(String version) {
    String digits = version.replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static Connection open(Path home, Settings.Database database)
      throws SQLException, IOException {
    Properties properties = new Properties();
    if (database.embedded()) {
      FilePath.register(new UnlockedFiles());
      properties.setProperty("user", "bidui");
      properties.setProperty("password", "");
      Path data = home.resolve("data").toAbsolutePath().resolve("bidui");
      return DriverManager.getConnection(
          EMBEDDED.formatted(UnlockedFiles.SCHEME, data), properties);
    }
    properties.setProperty("user", database.user());
    properties.setProperty("password", Index.password(home, database));
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("socketTimeout", SECONDS);
    properties.setProperty("loginTimeout", SECONDS);
    return DriverManager.getConnection(database.url(), properties);
  }
}
