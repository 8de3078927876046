package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.TextSeal;
import cn.bidui.plan.Settings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class PreviousDatabaseTest {

  private static final Settings.Database EMBEDDED = Settings.Database.EMBEDDED;
  private static final TextSeal SEAL = new TextSeal(new byte[32]);
  private static final Settings.Database AWAY =
      new Settings.Database("jdbc:postgresql://127.0.0.1:1/a", "a", "密码.txt");

  @TempDir private Path home;

  private PreviousDatabase previous() {
    return PreviousDatabase.of(home);
  }

  private static void fill(Path home, Settings.Database database, TextSeal seal)
      throws IOException {
    try (HikariDataSource pool = Index.open(home, database, 1)) {
      assertThat(new JdbcRowShelf(pool, seal).complete()).isEmpty();
    }
  }

  private static List<String> tables(Settings.Database server) {
    try (HikariDataSource pool = TestPostgres.pool(server.url() + "?user=postgres")) {
      return new JdbcTemplate(pool)
          .queryForList(
              "select tablename from pg_tables where schemaname = 'public' order by 1",
              String.class);
    }
  }

  private static Settings.Database server() {
    return new Settings.Database(
        TestPostgres.freshDatabase().replaceFirst("\\?.*", ""), "postgres", "");
  }

  @Test
  void noneIsKeptByItself() throws IOException {
    assertThat(previous().kept()).isEmpty();
    assertThat(previous().drop(EMBEDDED, SEAL)).isFalse();
  }

  @Test
  void whatIsKeptIsRememberedForItsOwnerOnly() throws IOException {
    previous().keep(AWAY);

    assertThat(previous().kept()).contains(AWAY);
    Path note = home.resolve("data/previous-database.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
        .isEqualTo("rw-------");
  }

  @Test
  void anEmbeddedOneGoesWithItsFile() throws IOException {
    fill(home, EMBEDDED, SEAL);
    previous().keep(EMBEDDED);

    assertThat(previous().drop(AWAY, SEAL)).isTrue();

    assertThat(home.resolve("data")).isEmptyDirectory();
    assertThat(previous().kept()).isEmpty();
  }

  @Test
  void oneThatIsInUseAgainIsNotTouched() throws IOException {
    fill(home, EMBEDDED, SEAL);
    previous().keep(EMBEDDED);

    assertThat(previous().drop(EMBEDDED, SEAL)).isFalse();

    assertThat(home.resolve("data/bidui.mv.db")).exists();
    assertThat(previous().kept()).isEmpty();
  }

  @Test
  void onAServerOurTablesGoAndThoseOfOthersStay() throws IOException {
    Settings.Database server = server();
    fill(home, server, SEAL);
    try (HikariDataSource pool = TestPostgres.pool(server.url() + "?user=postgres")) {
      new JdbcTemplate(pool).execute("create table of_others (id integer)");
    }
    previous().keep(server);

    assertThat(previous().drop(EMBEDDED, SEAL)).isTrue();

    assertThat(tables(server)).containsExactly("of_others");
  }

  @Test
  void oneThatAnotherWorkFolderHasTakenSinceIsItsOwn() throws IOException {
    Settings.Database server = server();
    byte[] other = new byte[32];
    other[0] = 9;
    fill(home, server, new TextSeal(other));
    previous().keep(server);

    assertThat(previous().drop(EMBEDDED, SEAL)).isFalse();

    assertThat(tables(server)).contains("source_row");
    assertThat(previous().kept()).isEmpty();
  }

  @Test
  void oneThatIsAwayIsTriedAgain() throws IOException {
    Files.writeString(home.resolve("密码.txt"), "x");
    previous().keep(AWAY);

    assertThatThrownBy(() -> previous().drop(EMBEDDED, SEAL))
        .isInstanceOf(IOException.class)
        .hasMessage("the previous database: away");

    assertThat(previous().kept()).contains(AWAY);
  }
}
