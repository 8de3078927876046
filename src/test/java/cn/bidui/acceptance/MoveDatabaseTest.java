package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Death;
import cn.bidui.ledger.Entry.DatabaseMoved;
import cn.bidui.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the embedded database to PostgreSQL and back: the exports stay the same to the byte. */
class MoveDatabaseTest {

  private static final String NIGHT = Sample.asOf(1);
  private static final String NEXT = Sample.asOf(2);

  @TempDir private Path folder;
  private Office office;
  private String url;

  @BeforeEach
  void afterOneNight() throws IOException {
    office = Sample.after(1, folder.resolve("home"));
    url = TestPostgres.freshDatabase().replaceFirst("\\?.*", "");
  }

  private Office.Said move(String to, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of("move-database", "--to", to, "--by", "张工", "--database-user", "postgres"));
    line.addAll(List.of(more));
    return office.does(line.toArray(String[]::new));
  }

  private String settings() throws IOException {
    return Files.readString(office.home().resolve("bidui.yml"));
  }

  private Path embedded() {
    return office.home().resolve("data").resolve("bidui.mv.db");
  }

  /** Our tables and others' in the server's database. */
  private List<String> tables() throws SQLException {
    return words("select table_name from information_schema.tables where table_schema = 'public'");
  }

  private List<String> words(String query) throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void thereAndBackEveryExportStaysTheSame() throws Exception {
    Office usual = Sample.after(2, folder.resolve("usual"));
    String before = settings();

    Office.Said moved = move(url);

    assertThat(moved.exit()).as(moved.all()).isZero();
    assertThat(moved.out()).contains("逐字节相同").contains("已换到");
    assertThat(settings())
        .isEqualTo(
            before
                .replace("url: \"\"", "url: \"" + url + "\"")
                .replace("user: \"\"", "user: \"postgres\""));
    assertThat(office.journal(DatabaseMoved.class))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.from()).isEqualTo("embedded");
              assertThat(entry.to()).isEqualTo(url.replace("jdbc:postgresql://", ""));
              assertThat(entry.by()).isEqualTo("张工");
              assertThat(entry.files()).isEqualTo(5);
              assertThat(entry.rows()).isEqualTo(1_809);
            });
    assertThat(embedded()).exists();
    Sample.answer(2, office);
    Sample.drop(2, office);
    assertThat(office.run(NEXT, "--quiet").exit()).isZero();
    assertThat(office.published(NEXT)).isEqualTo(usual.published(NEXT));
    assertThat(embedded()).doesNotExist();

    Office.Said back = move("embedded", "--drop-old");

    assertThat(back.exit()).as(back.all()).isZero();
    assertThat(settings()).isEqualTo(before);
    assertThat(tables()).isEmpty();
    assertThat(office.run(NEXT, "--quiet").exit()).isZero();
    assertThat(office.published(NEXT)).isEqualTo(usual.published(NEXT));
    assertThat(move("embedded").out()).contains("没有改动任何东西");
  }

  @Test
  void killedAnywhereItIsGivenAgain() throws Exception {
    int steps;
    try (Death never = Death.after(Integer.MAX_VALUE, office.home())) {
      assertThat(move(url).exit()).isZero();
      steps = never.steps();
    }
    String moved = settings();
    // In the middle of doing the night again, and between the journal and the settings.
    for (int step : new int[] {steps / 2, steps - 4}) {
      try (Death death = Death.after(step, office.home())) {
        killed();
        assertThat(death.struck()).isTrue();
      }
      assertThat(settings()).as("step %d of %d", step, steps).isEqualTo(moved);
    }
    assertThat(move("embedded").exit()).isZero();
    assertThat(settings()).contains("url: \"\"");
    Sample.answer(2, office);
    Sample.drop(2, office);
    assertThat(office.run(NEXT, "--quiet").exit()).isZero();
    assertThat(office.published(NEXT))
        .isEqualTo(Sample.after(2, folder.resolve("usual")).published(NEXT));
    assertThat(tables()).isEmpty();
  }

  private void killed() {
    try {
      move("embedded");
    } catch (Death.Struck expected) {
      // A kill is heard of by nobody.
    }
  }

  @Test
  void aDatabaseOfAnotherWorkFolderIsLeftAlone() throws Exception {
    assertThat(move(url).exit()).isZero();
    Office other = Office.open(folder.resolve("other"));
    other.key("7".repeat(64));

    Office.Said said =
        other.does("move-database", "--to", url, "--by", "李", "--database-user", "postgres");

    assertThat(said.exit()).as(said.all()).isEqualTo(64);
    assertThat(said.err()).contains("正由另一个工作目录使用");
    assertThat(Files.readString(other.home().resolve("bidui.yml"))).contains("url: \"\"");
    assertThat(office.run(NIGHT, "--quiet").exit()).isEqualTo(Sample.exit(1));
  }

  @Test
  void aDatabaseInUseThatIsOtherwiseIsNotLeft() throws Exception {
    String before = settings();
    // As a program of another version would have read it: sound in itself, and not the same.
    Index.change(
        office,
        "update row_sum set total = 0, rows_kept = 0 where bucket = 'p'",
        "delete from row_problem");

    Office.Said said = move(url);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(said.err()).contains("新库与现在的库不一样，没有换库").contains("bidui rebuild");
    assertThat(settings()).isEqualTo(before);
    assertThat(office.journal(DatabaseMoved.class)).isEmpty();
    assertThat(tables()).isEmpty();
  }

  @Test
  void tablesOfOthersAndOfNewerProgramsAreLeftAlone() throws Exception {
    does("create table accounts (id integer)");
    assertThat(move(url).err()).contains("已有 1 张不属于比对的表（accounts）");
    does("drop table accounts");
    assertThat(move(url).exit()).isZero();
    assertThat(move("embedded").exit()).isZero();
    does(
        "insert into flyway_schema_history select 99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'postgres', now(), 0, true");

    Office.Said newer = move(url);

    assertThat(newer.exit()).as(newer.all()).isEqualTo(64);
    assertThat(newer.err()).contains("更新版本的比对建立（表 99 版");
    assertThat(words("select count(*) from source_row")).containsExactly("1809");
  }

  @Test
  void aFolderThatNeverRanMovesToo() throws Exception {
    office = Office.open(folder.resolve("new"));

    Office.Said said = move(url, "--lang", "en");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out())
        .contains("0 files, 0 rows as it counted them; nothing was published yet");
    assertThat(office.does("move-database", "--drop-old").out()).contains("没有留着的旧库");
    assertThat(office.does("move-database").exit()).isEqualTo(64);
    assertThat(office.does("move-database", "--to", "", "--by", "张工").exit()).isEqualTo(64);
    Office.Said other = office.does("move-database", "--to", "jdbc:mysql://h/b", "--by", "张工");
    assertThat(other.exit()).isEqualTo(64);
    assertThat(other.err()).doesNotContain("写法不常见").contains("jdbc:postgresql://");
    assertThat(office.does("move-database", "--to", "embedded").err()).contains("--by");
    office
        .setting("user: \"postgres\"", "user: &name \"postgres\"")
        .setting("link: \"\"", "link: *name");
    assertThat(move("embedded").err()).contains("没法替你改");
  }

  @Test
  void anOldDatabaseThatIsAwayStaysNoted() throws Exception {
    Path note = office.home().resolve("data").resolve("previous-database.properties");
    Files.writeString(note, "url=jdbc:postgresql://127.0.0.1:1/gone\nuser=x\n");

    Office.Said said = office.does("move-database", "--drop-old");

    assertThat(said.exit()).isEqualTo(74);
    assertThat(said.err()).contains("现在连不上或删不了");
    assertThat(office.run(NIGHT, "--quiet").exit()).isEqualTo(Sample.exit(1));
    assertThat(note).exists();
    assertThat(Files.readString(office.home().resolve("logs/bidui.log")))
        .contains("the previous database was not removed");
  }

  @Test
  void aDamagedDatabaseIsHeldAgainstWhatWasPublished() throws Exception {
    Files.writeString(embedded(), "not a database at all");

    Office.Said said = move(url);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("没有内容或读不了").contains("与发布时逐字节相同");
  }
}
