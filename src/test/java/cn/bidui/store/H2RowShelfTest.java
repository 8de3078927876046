package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Settings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class H2RowShelfTest extends RowShelfContract {

  @Override
  Settings.Database database() {
    return new Settings.Database("", "", "");
  }

  @Test
  void theEmbeddedDatabaseLiesInTheDataFolder() {
    assertThat(home.resolve("data").resolve("bidui.mv.db")).exists();
  }

  @Test
  void rowsThatAnOlderVersionKeptInTheClearLeaveNoTrace(@TempDir Path older) throws Exception {
    Path data = Files.createDirectories(older.resolve("data"));
    String url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("bidui");
    Flyway.configure()
        .dataSource(url, "bidui", "")
        .locations("classpath:db/migration")
        .target("3")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "bidui", "");
        Statement statement = connection.createStatement()) {
      statement.execute("insert into source_row values (1, 'A', '990101201001010011')");
    }
    Path file = data.resolve("bidui.mv.db");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("990101201001010011");

    try (HikariDataSource pool = Index.open(older, database(), 1)) {
      assertThat(
              new JdbcTemplate(pool)
                  .queryForObject("select count(*) from source_row", Integer.class))
          .isZero();
    }

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .doesNotContain("990101201001010011");
  }
}
