package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.plan.Settings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class NewTablesTest {

  @TempDir private Path home;

  @Test
  void whatAKilledProcessLeftOfNewTablesIsThrownAway() throws IOException {
    Path data = Files.createDirectories(home.resolve("data"));
    Files.writeString(data.resolve("next.mv.db"), "half of it");
    try (HikariDataSource index = open()) {
      assertThat(filesRead(index)).isZero();
    }
    assertThat(data.resolve("next.mv.db")).doesNotExist();
  }

  @Test
  void aDatabaseOfAnEarlierVersionKeepsItsRowsAndGetsTheNewTables() throws IOException {
    Path data = Files.createDirectories(home.resolve("data"));
    String url = Index.EMBEDDED.formatted(data.resolve("bidui").toAbsolutePath());
    Flyway.configure()
        .dataSource(url, "bidui", "")
        .locations(Index.MIGRATIONS)
        .target("1")
        .load()
        .migrate();
    try (HikariDataSource index = open()) {
      assertThat(filesRead(index)).isZero();
      assertThat(
              new JdbcTemplate(index)
                  .queryForObject(
                      "select count(*) from \"flyway_schema_history\" where \"version\" = '1'",
                      Integer.class))
          .isEqualTo(1);
    }
  }

  /**
   * Asleep while it made its tables, it would lay them over those that somebody else has filled.
   */
  @Test
  void whoeverHasLostTheFolderReplacesNothing() throws IOException {
    Index.Holding lost =
        () -> {
          try (HikariDataSource other = open()) {
            new JdbcTemplate(other).execute("create table filled (row_number int)");
          }
          throw new IOException("somebody else is at work");
        };
    assertThatThrownBy(() -> Index.open(home, new Settings.Database("", "", ""), 1, lost))
        .hasMessage("somebody else is at work");
    try (HikariDataSource index = open()) {
      assertThat(new JdbcTemplate(index).queryForList("select * from filled")).isEmpty();
    }
  }

  private HikariDataSource open() throws IOException {
    return Index.open(home, new Settings.Database("", "", ""), 1);
  }

  private static Integer filesRead(HikariDataSource index) {
    return new JdbcTemplate(index).queryForObject("select count(*) from read_file", Integer.class);
  }
}
