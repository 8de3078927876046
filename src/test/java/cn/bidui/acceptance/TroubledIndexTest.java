package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the database, the next command that needs it makes it again. */
class TroubledIndexTest {

  private static final String LAST = Sample.asOf(2);

  @TempDir private Path folder;

  @Test
  void aChangedRowIsNoticedAndTheDatabaseMadeAgain() throws Exception {
    Office office = Sample.after(2, folder.resolve("home"));
    SortedMap<String, String> before = office.published(LAST);
    Index.change(office, "update source_row set payload = payload || '〇' where bucket = 'A'");

    Office.Said said = office.run(LAST, "--quiet");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.err()).contains("已移到 data/bidui.mv.db.damaged-1");
    assertThat(office.published(LAST)).isEqualTo(before);
    assertThat(office.runJson(LAST).get("remarks").toString())
        .contains("数据库有损坏（data/bidui.mv.db.damaged-1）");
    assertThat(Files.readString(office.home().resolve("logs/bidui.log")))
        .contains("the database is damaged and made again");
    assertThat(office.run(LAST, "--quiet").err()).isEmpty();
    assertThat(office.runJson(LAST).get("remarks").isEmpty()).isTrue();
    assertThat(office.does("rebuild").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update batch_step_execution_context set short_context = 'rO0:' || short_context",
        "update batch_job_execution_context set short_context = 'rO0A'",
        "update batch_step_execution set status = 'COMPLETFD'",
        "update batch_job_execution set exit_code = 'x', status = '?'",
        "update batch_job_execution_params set parameter_type = 'java.lang.Strjng'"
      })
  void whatSpringBatchHasNotedAndCannotReadIsNoticedToo(String harm) throws Exception {
    Office office = Sample.after(2, folder.resolve("home"));
    SortedMap<String, String> before = office.published(LAST);
    Index.change(office, harm);

    Office.Said said = office.run(LAST, "--quiet");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.err()).contains("已移到 data/bidui.mv.db.damaged-1");
    assertThat(office.published(LAST)).isEqualTo(before);
  }

  @Test
  void aWatchMakesItAgainToo() throws Exception {
    Office office = Sample.after(1, folder.resolve("home"));
    Files.writeString(office.home().resolve("data/bidui.mv.db"), "not a database at all");
    Sample.drop(2, office);

    Office.Said said =
        office.does("watch", "--once", "--every", "1", "--still", "1", "--as-of", LAST);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.err()).contains("已移到 data/bidui.mv.db.damaged-1");
    assertThat(office.waiting()).isEmpty();
  }

  @Test
  void tablesThatAreGoneFromAServerAreMadeAgain() throws Exception {
    Office office = Postgres.afterTheNights().copiedTo(folder.resolve("home"));
    String url = TestPostgres.freshDatabase();
    Path settings = office.home().resolve("bidui.yml");
    Files.writeString(
        settings,
        Files.readString(settings).replaceFirst("url: \"jdbc[^\"]*\"", "url: \"" + url + "\""));
    SortedMap<String, String> before = office.published(Sample.asOf(3));
    assertThat(office.run(Sample.asOf(3), "--quiet").exit()).isEqualTo(2);
    try (var connection = java.sql.DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("drop table source_row");
      statement.execute("create table of_somebody_else (id integer)");
    }

    Office.Said said = office.run(Sample.asOf(3), "--quiet");

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(said.err()).contains("里的表有损坏或缺失，正按存档和流水重建");
    assertThat(office.published(Sample.asOf(3))).isEqualTo(before);
  }

  @Test
  void anInboxThatIsAwayStopsNoNightAndIsNotMade() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    Files.move(office.inbox(), folder.resolve("share"));

    Office.Said said = office.run(LAST);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(said.out()).contains("收件文件夹这次连不上");
    assertThat(office.inbox()).doesNotExist();
    assertThat(office.runJson(LAST).get("held").toString()).contains("收件文件夹这次连不上");
    assertThat(office.does("rebuild").out()).contains("重新导出后逐字节相同");
  }

  @Test
  void anInboxWithoutItsMarkIsAway() throws IOException {
    Office office =
        Sample.after(1, folder.resolve("home"))
            .setting("inbox-marker: \"\"", "inbox-marker: \".bidui-inbox\"");
    Sample.drop(2, office);

    assertThat(office.run(LAST, "--quiet").exit()).isEqualTo(3);
    assertThat(office.waiting()).isNotEmpty();

    Files.createFile(office.inbox().resolve(".bidui-inbox"));
    assertThat(office.run(LAST, "--quiet").exit()).isZero();
    assertThat(office.waiting()).containsExactly(".bidui-inbox");
  }
}
