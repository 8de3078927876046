package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.TextSeal;
import cn.bidui.plan.Settings;
import cn.bidui.store.ServerLook.Fit;
import cn.bidui.store.ServerLook.Unfit;
import cn.bidui.store.ServerLook.Why;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a real server says to somebody who comes for the first time. */
class ServerDatabaseTest {

  private static final String PASSWORD = "r0t-9";

  @TempDir private Path home;
  private final String url = TestPostgres.freshDatabase().replaceFirst("\\?.*", "");

  @BeforeAll
  static void aUserWithAPassword() {
    TestPostgres.administer("create user asked password '" + PASSWORD + "'");
    TestPostgres.asksForAPassword("asked");
  }

  private static TextSeal seal(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new TextSeal(bytes);
  }

  private ServerLook look(String at, String user, String passwordFile) {
    return ServerDatabase.look(
        home, new Settings.Database(at, user, passwordFile), Optional.of(seal(1).fingerprint()));
  }

  private ServerLook look() {
    return look(url, "postgres", "");
  }

  private Why why(ServerLook look) {
    assertThat(look).isInstanceOf(Unfit.class);
    assertThat(look.toString()).doesNotContain(PASSWORD);
    return ((Unfit) look).why();
  }

  /** Our tables, as the work folder with that key has made them. */
  private void make(int key) throws IOException {
    try (HikariDataSource pool = Index.open(home, new Settings.Database(url, "postgres", ""), 1)) {
      assertThat(new JdbcRowShelf(pool, seal(key)).complete()).isEmpty();
    }
  }

  private void does(String sql) {
    try (HikariDataSource pool = TestPostgres.pool(url + "?user=postgres")) {
      new JdbcTemplate(pool).execute(sql);
    }
  }

  @Test
  void anEmptyDatabaseWillDoAndStaysEmpty() {
    assertThat(look()).isEqualTo(new Fit("17.7", false));
    assertThat(look()).isEqualTo(new Fit("17.7", false));
  }

  @Test
  void ourOwnTablesWillDo() throws IOException {
    make(1);
    assertThat(look()).isEqualTo(new Fit("17.7", true));
  }

  @Test
  void tablesOfAnotherWorkFolderAreNotOurs() throws IOException {
    make(2);
    assertThat(why(look())).isEqualTo(Why.OTHERS);
    ServerLook unknown =
        ServerDatabase.look(home, new Settings.Database(url, "postgres", ""), Optional.empty());
    assertThat(why(unknown)).isEqualTo(Why.OTHERS);
  }

  @Test
  void tablesOfOthersAreCountedAndSomeAreNamed() {
    for (String table : new String[] {"g", "f", "e", "d", "c", "b"}) {
      does("create table " + table + " (id integer)");
    }
    assertThat(look()).isEqualTo(new Unfit(Why.FOREIGN, "6", "b, c, d, e, f"));
  }

  @Test
  void theTablesOfAnotherProgramThatUsesTheSameLibrariesAreNotOurs() {
    does("create table flyway_schema_history (script text, version text, success boolean)");
    does("create table batch_job_instance (id integer)");
    assertThat(look())
        .isEqualTo(new Unfit(Why.FOREIGN, "2", "batch_job_instance, flyway_schema_history"));
  }

  @Test
  void tablesOfANewerProgramAreLeftAlone() throws IOException {
    make(1);
    does(
        "insert into flyway_schema_history select 99, '99', 'x', 'SQL', 'x', 0, 'x', now(), 0, true");
    assertThat(look()).isEqualTo(new Unfit(Why.NEWER, "99", String.valueOf(Migrations.newest())));
  }

  @Test
  void thePasswordComesFromItsFileAndAWrongOneIsToldWithoutIt() throws IOException {
    Files.writeString(home.resolve("right"), PASSWORD + "\n");
    Files.writeString(home.resolve("wrong"), "other");
    TestPostgres.administer("grant all on database " + url.replaceFirst(".*/", "") + " to asked");
    does("grant create on schema public to asked");

    assertThat(look(url, "asked", "right")).isEqualTo(new Fit("17.7", false));
    assertThat(look(url, "asked", "wrong")).isEqualTo(new Unfit(Why.PASSWORD, "asked"));
    assertThat(look(url, "asked", "none")).isEqualTo(new Unfit(Why.PASSWORD_FILE, "none"));
  }

  @Test
  void whoMayNotMakeTablesIsToldSo() throws IOException {
    Files.writeString(home.resolve("right"), PASSWORD);
    assertThat(look(url, "asked", "right")).isEqualTo(new Unfit(Why.RIGHTS, "asked"));
  }

  @Test
  void namesWouldLoseCharactersInAnotherEncoding() {
    String name = "ascii_" + url.replaceFirst(".*_", "");
    TestPostgres.administer(
        "create database "
            + name
            + " encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0");
    assertThat(look(url.replaceFirst("[^/]*$", name), "postgres", ""))
        .isEqualTo(new Unfit(Why.ENCODING, "SQL_ASCII"));
  }

  @Test
  void aServerOrADatabaseThatIsNotThereIsNamed() {
    String away = "jdbc:postgresql://127.0.0.1:1/county";
    assertThat(look(away, "postgres", "")).isEqualTo(new Unfit(Why.AWAY, "127.0.0.1:1/county"));
    String none = url.replaceFirst("[^/]*$", "nowhere");
    assertThat(why(look(none, "postgres", ""))).isEqualTo(Why.DATABASE);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://localhost/x, ADDRESS",
    "postgresql://localhost/x, ADDRESS",
    "jdbc:postgresql://localhost, ADDRESS",
    "jdbc:postgresql:bidui, ADDRESS",
    "jdbc:postgresql://localhost/x?password=r0t-9, SECRET",
    "jdbc:postgresql://localhost/x?ssl=true&PASSWORD=r0t-9, SECRET",
    "jdbc:postgresql://me:r0t-9@localhost/x, SECRET",
  })
  void anAddressMustBeOneAndCarryNoSecret(String address, Why expected) {
    assertThat(why(look(address, "postgres", ""))).isEqualTo(expected);
  }
}
