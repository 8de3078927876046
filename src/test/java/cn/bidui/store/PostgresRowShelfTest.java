package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresRowShelfTest extends RowShelfContract {

  @Override
  Settings.Database database() {
    return new Settings.Database(TestPostgres.freshDatabase(), "postgres", "");
  }

  /** A deleted row stays in the server's file, sealed, until the table is tidied. */
  @Test
  void whatWasDeletedGoesFromTheServersFilesToo() throws IOException {
    keepAChild();
    JdbcTemplate jdbc = jdbc();
    String payload =
        Objects.requireNonNull(
            jdbc.queryForObject("select min(payload) from source_row", String.class));
    clear();
    assertThat(onDisk(jdbc)).contains(payload);

    tidy();

    assertThat(onDisk(jdbc)).doesNotContain(payload);
  }

  private static String onDisk(JdbcTemplate jdbc) throws IOException {
    jdbc.execute("checkpoint");
    String folder = jdbc.queryForObject("show data_directory", String.class);
    String file = jdbc.queryForObject("select pg_relation_filepath('source_row')", String.class);
    return Files.readString(Path.of(folder).resolve(file), StandardCharsets.ISO_8859_1);
  }
}
