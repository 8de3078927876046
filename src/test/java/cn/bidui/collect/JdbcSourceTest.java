package cn.bidui.collect;

import static cn.bidui.collect.Asking.failed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.ListSource.Jdbc;
import cn.bidui.plan.ListSource.SecretPlace;
import cn.bidui.store.TestPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query to a real PostgreSQL, and to a driver that lies in a jar of its own. */
class JdbcSourceTest {

  private static final String ROLE_SECRET = "collect-Pw-7";

  private static String database;

  @TempDir private Path folder;
  private Asking asking;

  @BeforeAll
  static void database() throws SQLException {
    database = TestPostgres.freshDatabase().replaceAll("[?&](user|password)=[^&]*", "");
    sql(
        "create table xj (id char(20), name text, born date, enrolled timestamp, fee numeric(9,2),"
            + " account numeric(20,0), weight double precision, boards boolean, note text,"
            + " changed timestamptz)",
        "insert into xj values ('990101201709018', '甲,\"乙\"', '2017-09-01', '2025-09-01', 375.50,"
            + " 6217000000000000001, 990000000000000000, true, E'两\\n行', '2025-11-02 16:30:00+00'),"
            + " (null, null, null, null, null, null, null, null, null, null),"
            + " ('990101201709026', '丙', '2017-09-02', '2025-09-01 08:30:00', 375.00, 1, 0.25, false,"
            + " '', '2025-11-02 16:00:00+00')",
        "create role collector login password '" + ROLE_SECRET + "'",
        "grant select, insert on xj to collector");
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "postgres", "");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @BeforeEach
  void ask() throws IOException {
    asking = new Asking(folder);
  }

  private Fetched query(String query) throws IOException {
    asking.file("roll.sql", query);
    return asking.of(postgres("roll.sql"));
  }

  private static Jdbc postgres(String query) {
    return new Jdbc(database, "postgres", Asking.NO_SECRET, query, "");
  }

  @Test
  void rowsBecomeAListWithTheLabelsOfTheColumnsAsItsHeader() throws IOException {
    Fetched fetched =
        query(
            "\uFEFF-- 学籍\nselect id as \"证件号\", name as \"姓名\", born as \"出生日期\", enrolled,"
                + " fee, account, weight, boards, note, changed from xj order by born nulls last;\n");

    assertThat(((Fetched.Arrived) fetched).name()).isEqualTo("学籍名单_省库_20251103.csv");
    assertThat(Asking.text(fetched))
        .isEqualTo(
            "证件号,姓名,出生日期,enrolled,fee,account,weight,boards,note,changed\r\n"
                + "990101201709018,\"甲,\"\"乙\"\"\",2017-09-01,2025-09-01,375.50,"
                + "6217000000000000001,990000000000000000,是,\"两\n行\",2025-11-03 00:30:00\r\n"
                + "990101201709026,丙,2017-09-02,2025-09-01 08:30:00,375,1,0.25,否,,2025-11-03\r\n"
                + "\"\",,,,,,,,,\r\n");
  }

  /** Clocks of Shanghai skipped an hour on some of these days, and had an offset of their own. */
  @Test
  void momentsOfLongAgoAreWhatStandsInTheDatabase() throws IOException {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    try {
      assertThat(
              Asking.text(
                  query(
                      "select timestamp '1900-01-01' as a, date '1900-01-01' as b,"
                          + " timestamp '1986-05-04 02:30:00' as c, timestamp '0001-01-01' as d,"
                          + " date '0001-01-01' as e")))
          .isEqualTo(
              "a,b,c,d,e\r\n1900-01-01,1900-01-01,1986-05-04 02:30:00,0001-01-01,0001-01-01\r\n");
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void aCommentBehindTheSemicolonIsNoSecondStatement() throws IOException {
    assertThat(Asking.text(query("select 1 as a; -- 学籍; 全县\n/* ; */ ;\n-- 完")))
        .isEqualTo("a\r\n1\r\n");
  }

  @Test
  void noRowsAreAListWithoutRows() throws IOException {
    assertThat(Asking.text(query("select name as \"姓名\" from xj where false"))).isEqualTo("姓名\r\n");
  }

  @Test
  void aQueryThatTheDatabaseDoesNotTakeIsAFailureWithItsCode() throws IOException {
    assertThat(query("select gone from xj")).isEqualTo(failed(FetchFault.QUERY, "42703"));
    assertThat(query("with a as (select 1) select 1/0 from a"))
        .isEqualTo(failed(FetchFault.QUERY, "22012"));
    assertThat(asking.staged()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "delete from xj", "-- select\nupdate xj set name = ''", "selection"})
  void whatIsNoSelectIsNotSent(String query) throws IOException {
    assertThat(query(query)).isEqualTo(failed(FetchFault.NOT_A_SELECT, "roll.sql"));
  }

  @Test
  void aSecondStatementIsNotSent() throws IOException {
    assertThat(query("select 1; create table made (a int); commit"))
        .isEqualTo(failed(FetchFault.SEVERAL_STATEMENTS, "roll.sql"));
    assertThat(query("select count(*) as a from pg_tables where tablename = 'made';"))
        .satisfies(none -> assertThat(Asking.text(none)).isEqualTo("a\r\n0\r\n"));
  }

  @Test
  void anH2DatabaseThatIsNotThereIsNotMade() throws IOException {
    asking.file("one.sql", "select 1");
    Path gone = folder.resolve("gone").toAbsolutePath();
    Jdbc h2 = new Jdbc("jdbc:h2:file:" + gone, "", Asking.NO_SECRET, "one.sql", "");
    Jdbc said = new Jdbc(h2.url() + ";ifexists=true", "", Asking.NO_SECRET, "one.sql", "");
    assertThat(asking.of(h2)).isEqualTo(failed(FetchFault.NOT_FOUND));
    assertThat(asking.of(said)).isEqualTo(failed(FetchFault.NOT_FOUND));
    assertThat(folder.resolve("gone.mv.db")).doesNotExist();
  }

  @Test
  void aSelectThatWritesCannot() throws IOException {
    assertThat(query("with a as (insert into xj (name) values ('丁') returning 1) select * from a"))
        .isEqualTo(failed(FetchFault.QUERY, "25006"));
  }

  @Test
  void aQueryFileThatIsNotThereIsNamed() throws IOException {
    assertThat(asking.of(postgres("gone.sql")))
        .isEqualTo(failed(FetchFault.QUERY_FILE, "gone.sql"));
  }

  @Test
  void aQueryThatTakesTooLongIsCut() throws IOException {
    asking.within(1).times(3);
    assertThat(query("select pg_sleep(30)")).isEqualTo(failed(FetchFault.TIMEOUT));
    assertThat(query("select 1 from generate_series(1, 2000000000)"))
        .isEqualTo(failed(FetchFault.TIMEOUT));
    assertThat(asking.waits).isEmpty();
    assertThat(asking.staged()).isZero();
  }

  @Test
  void moreThanAListMayHaveIsNotTaken() throws IOException {
    asking.upTo(1 << 20);
    assertThat(query("select repeat('x', 1000) from generate_series(1, 5000)"))
        .isEqualTo(failed(FetchFault.TOO_LARGE, "1"));
  }

  @Test
  void theSameRowsAgainAreUnchanged() throws IOException {
    String digest = ((Fetched.Arrived) query("select 1 as a")).sha256();
    asking.knowing(digest, Fetched.Version.NONE);
    assertThat(query("select 1 as a")).isEqualTo(new Fetched.Unchanged(Fetched.Version.NONE));
  }

  @Test
  void passwordsOpenTheDatabaseAndWrongNamesAreToldApart() throws IOException {
    asking.file("one.sql", "select 1 as a");
    SecretPlace right = asking.secret("db.password", ROLE_SECRET);
    Jdbc known = new Jdbc(database, "collector", right, "one.sql", "");
    Jdbc noDatabase =
        new Jdbc(
            database.replaceAll("/[^/?]+(\\?|$)", "/none$1"),
            "postgres",
            Asking.NO_SECRET,
            "one.sql",
            "");
    Jdbc nobody = new Jdbc(database, "nobody", right, "one.sql", "");
    assertThat(asking.of(known)).isInstanceOf(Fetched.Arrived.class);
    assertThat(asking.of(noDatabase)).isEqualTo(failed(FetchFault.NOT_FOUND));
    assertThat(asking.of(nobody)).isEqualTo(failed(FetchFault.LOGIN));
  }

  @Test
  void aDatabaseThatIsNotThereIsTriedAgain() throws IOException {
    asking.file("one.sql", "select 1");
    asking.times(2);
    Jdbc gone = new Jdbc("jdbc:postgresql://127.0.0.1:1/x", "u", Asking.NO_SECRET, "one.sql", "");
    assertThat(asking.of(gone)).isEqualTo(failed(FetchFault.UNREACHABLE));
    assertThat(asking.waits).hasSize(1);
  }

  @Test
  void aDriverMayLieInAJarInTheWorkFolder() throws Exception {
    Files.copy(jarOf(org.h2.Driver.class), asking.home().resolve("driver.jar"));
    asking.file("one.sql", "select cast('true' as boolean) as a, x'0a' as b");
    Jdbc named = new Jdbc("jdbc:h2:mem:", "", Asking.NO_SECRET, "one.sql", "driver.jar");
    Jdbc other = new Jdbc("jdbc:oracle:x", "", Asking.NO_SECRET, "one.sql", "driver.jar");
    Jdbc none = new Jdbc("jdbc:oracle:x", "", Asking.NO_SECRET, "one.sql", "");
    assertThat(Asking.text(asking.of(named))).startsWith("A,B\r\n是,");
    assertThat(asking.of(other)).isEqualTo(failed(FetchFault.DRIVER));
    assertThat(asking.of(none)).isEqualTo(failed(FetchFault.DRIVER));
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
