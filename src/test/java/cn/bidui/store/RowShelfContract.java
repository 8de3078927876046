package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.TextSeal;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.RowShelf.RowPlace;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.plan.Settings;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every database must do alike. */
abstract class RowShelfContract {

  private static final String SHA = "ab".repeat(32);

  @TempDir Path home;
  private HikariDataSource pool;
  private JdbcRowShelf shelf;
  private TransactionTemplate transaction;

  abstract Settings.Database database();

  @BeforeEach
  void open() throws IOException {
    pool = Index.open(home, database(), 2);
    shelf = new JdbcRowShelf(pool, seal(7));
    transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  @AfterEach
  void close() {
    pool.close();
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(pool);
  }

  void clear() {
    shelf.clear(SHA);
  }

  void tidy() {
    shelf.tidy();
  }

  private static TextSeal seal(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new TextSeal(bytes);
  }

  /** A row of an invented child, whose every word is nobody else's business. */
  void keepAChild() {
    RowProblem problem =
        new RowProblem(
            ProblemCode.ROW_ALREADY_CORRECTED,
            CellRef.ofRow("学籍.xlsx", "初一", 2),
            Field.REMARK,
            "测小满",
            List.of("990101201001010011"));
    shelf.keep(
        SHA,
        List.of(
            accepted(2, "测小满", "990101201001010011"),
            accepted(3, "另一个", "990101201001010038"),
            new KeptRow(0, 4, Bucket.REJECTED, List.of("测小满"), List.of(problem))));
    shelf.finish(read(SHA));
  }

  @Test
  void noValueOfARowStandsInTheDatabaseAsItIs() {
    keepAChild();
    JdbcTemplate jdbc = new JdbcTemplate(pool);
    for (String column :
        List.of(
            "payload from source_row",
            "found from row_problem",
            "arguments from row_problem",
            "titles from read_sheet",
            "arguments from read_remark")) {
      assertThat(jdbc.queryForList("select " + column, String.class))
          .as(column)
          .isNotEmpty()
          .allMatch(text -> text.matches("[A-Za-z0-9+/]{38,}"));
    }
    assertThat(shelf.problems(SHA).get(0).found()).isEqualTo("测小满");
    assertThat(shelf.problems(SHA).get(0).arguments()).containsExactly("990101201001010011");
  }

  @Test
  void twoThatHoldTheSameTellTheSame() throws IOException {
    keepAChild();
    TableTotals here = shelf.totals();
    assertThat(here.sourceRows()).isEqualTo(3);
    assertThat(here.files()).isEqualTo(1);
    Path elsewhere = home.resolve("elsewhere");
    try (HikariDataSource other = Index.open(elsewhere, Settings.Database.EMBEDDED, 1)) {
      JdbcRowShelf copy = new JdbcRowShelf(other, seal(8));
      copy.keep("00".repeat(32), List.of(accepted(2, "x")));
      copy.clear("00".repeat(32));
      HikariDataSource before = pool;
      pool = other;
      shelf = copy;
      keepAChild();
      assertThat(copy.totals()).isEqualTo(here);
      copy.markDuplicates(SHA, List.of(new RowPlace(0, 3)));
      assertThat(copy.totals().differing(here)).containsExactly(SHA);
      copy.keep(SHA, List.of(accepted(9, "neu")));
      assertThat(copy.totals().differing(here)).containsExactly(SHA, "source_row");
      pool = before;
    }
  }

  @Test
  void theSameValuesAreNeverSealedAlike() {
    shelf.keep(SHA, List.of(accepted(2, "a"), accepted(3, "a")));
    shelf.keep(SHA, List.of(accepted(4, "a")));
    assertThat(new JdbcTemplate(pool).queryForList("select payload from source_row", String.class))
        .doesNotHaveDuplicates();
  }

  @Test
  void rowsThatSomebodySwappedAreRefused() {
    keepAChild();
    JdbcTemplate jdbc = new JdbcTemplate(pool);
    String first =
        jdbc.queryForList("select payload from source_row order by place", String.class).get(0);
    jdbc.update(
        "update source_row set payload = ? where place = ?", first, PlaceNumber.of(1, 0, 3));
    assertThatThrownBy(() -> recalled(Bucket.ACCEPTED))
        .isInstanceOf(IndexDamagedException.class)
        .hasMessage("a sealed value is not what was sealed there");
  }

  @Test
  void aDatabaseOfAnotherKeyIsNamedAndLeftAlone() {
    keepAChild();
    assertThatThrownBy(() -> new JdbcRowShelf(pool, seal(8)))
        .hasRootCauseInstanceOf(OtherKeyException.class);
    assertThat(new JdbcRowShelf(pool, seal(7)).rows(SHA)).isEqualTo(3);
  }

  @Test
  void aLongRowComesBackWhole() {
    String note = "备注".repeat(40_000);
    shelf.keep(SHA, List.of(accepted(2, note)));
    assertThat(recalled(Bucket.ACCEPTED)).containsExactly("0!2 [" + note + "]");
  }

  private static KeptRow accepted(int row, String... values) {
    return new KeptRow(0, row, Bucket.ACCEPTED, List.of(values), List.of());
  }

  private static ShelvedFile read(String sha) {
    return new ShelvedFile(
        sha,
        ListKind.ROLL,
        "roll-compulsory",
        List.of(
            new ShelvedFile.Sheet("初一(2)", 3, false, 1, 2, List.of("序号", "姓名", "身份证件号")),
            new ShelvedFile.Sheet("隐藏", 0, true, -1, -1, List.of(""))),
        1234567890L,
        new Term(2025, Term.Season.AUTUMN),
        LocalDate.of(2025, 11, 2),
        List.of(),
        List.of(new ShelvedFile.Remark("report.note.hidden-sheet", List.of("隐藏"))));
  }

  private List<String> recalled(Bucket bucket) {
    List<String> rows = new ArrayList<>();
    shelf.recall(SHA, bucket, (sheet, row, values) -> rows.add(sheet + "!" + row + " " + values));
    return rows;
  }

  @Test
  void keepsTextsThatDatabasesAreFondOfBreaking() {
    List<String> awkward =
        List.of("\\N", "a\tb\nc\rd", "", "𠮷田𬭎", "阿依·努尔", "'; drop table x;--", "\\.");
    shelf.keep(SHA, List.of(new KeptRow(0, 4, Bucket.ACCEPTED, awkward, List.of())));
    assertThat(recalled(Bucket.ACCEPTED)).containsExactly("0!4 " + awkward);
  }

  @Test
  void handsRowsOverInOrderOfSheetAndRow() {
    shelf.keep(SHA, List.of(new KeptRow(1, 2, Bucket.ACCEPTED, List.of("c"), List.of())));
    shelf.keep(SHA, List.of(accepted(10, "b"), accepted(9, "a")));
    assertThat(recalled(Bucket.ACCEPTED)).containsExactly("0!9 [a]", "0!10 [b]", "1!2 [c]");
  }

  @Test
  void handsOverEveryBucketInOnePassOnRequest() {
    KeptRow blank = new KeptRow(0, 3, Bucket.BLANK, List.of(), List.of());
    shelf.keep(SHA, List.of(accepted(4, "a"), blank));
    shelf.keep("cd".repeat(32), List.of(accepted(5, "of another file")));
    List<String> rows = new ArrayList<>();
    shelf.recallAll(
        SHA, (bucket, sheet, row, values) -> rows.add(bucket + " " + sheet + "!" + row + values));
    assertThat(rows).containsExactly("BLANK 0!3[]", "ACCEPTED 0!4[a]");
  }

  @Test
  void tellsWhatTheReadingSaidWordForWord() {
    shelf.keep(SHA, List.of(accepted(4, "a")));
    assertThat(shelf.find(SHA)).isEmpty();
    shelf.finish(read(SHA));
    assertThat(shelf.find(SHA)).contains(read(SHA));
    assertThat(shelf.complete()).containsExactly(SHA);
  }

  @Test
  void keepsNoRowOfARefusedFile() {
    shelf.keep(SHA, List.of(accepted(4, "a")));
    ShelvedFile refused =
        new ShelvedFile(
            SHA,
            null,
            "",
            List.of(),
            0,
            null,
            null,
            List.of(
                new FileProblem(
                    ProblemCode.FILE_DAMAGED, new CellRef("", "初一", 7, "C"), "CRC", List.of("x"))),
            List.of());
    shelf.finish(refused);
    assertThat(shelf.rows(SHA)).isZero();
    assertThat(shelf.find(SHA)).contains(refused);
  }

  @Test
  void keepsTheProblemsOfRejectedRows() {
    RowProblem problem =
        new RowProblem(
            ProblemCode.DATE_UNREADABLE,
            new CellRef("学籍.xlsx", "初一", 9, "D"),
            Field.BIRTH_DATE,
            "2012-13-45",
            List.of("yyyy-MM-dd"));
    shelf.keep(
        SHA, List.of(new KeptRow(0, 9, Bucket.REJECTED, List.of("张某某", "x"), List.of(problem))));
    assertThat(shelf.problems(SHA))
        .containsExactly(
            new KeptProblem(
                0, 9, "DATE-UNREADABLE", "birth-date", "D", "2012-13-45", List.of("yyyy-MM-dd")));
  }

  @Test
  void keepsWhichRowsOfWhichListAnAnswerCorrects() {
    ShelvedFile corrected =
        read(SHA)
            .returned(
                new ShelvedFile.Returned(
                    "cd".repeat(32),
                    17,
                    List.of(
                        new ShelvedFile.Keyed(0, 4, new ShelvedFile.BaseRow("初一", 9)),
                        new ShelvedFile.Keyed(0, 5, new ShelvedFile.BaseRow("", 3)))));
    shelf.finish(corrected);
    assertThat(shelf.find(SHA)).contains(corrected);
    shelf.clear(SHA);
    shelf.finish(read(SHA));
    assertThat(shelf.find(SHA)).contains(read(SHA));
  }

  @Test
  void replacesARowWithItsProblems() {
    RowProblem problem =
        new RowProblem(
            ProblemCode.ROW_ALREADY_CORRECTED,
            CellRef.ofRow("学籍.xlsx", "初一", 2),
            Field.REMARK,
            "",
            List.of("甲.xlsx", "7"));
    KeptRow refused = new KeptRow(0, 2, Bucket.REJECTED, List.of("b"), List.of(problem));
    shelf.keep(SHA, List.of(accepted(2, "a"), accepted(3, "c")));
    shelf.replace(SHA, refused);
    shelf.replace(SHA, refused);
    assertThat(recalled(Bucket.REJECTED)).containsExactly("0!2 [b]");
    assertThat(recalled(Bucket.ACCEPTED)).containsExactly("0!3 [c]");
    assertThat(shelf.problems(SHA)).hasSize(1);
  }

  @Test
  void countsEveryBucketAndMovesDuplicates() {
    shelf.keep(
        SHA,
        List.of(
            accepted(2, "a"),
            accepted(3, "a"),
            new KeptRow(0, 4, Bucket.BLANK, List.of(), List.of()),
            new KeptRow(0, 5, Bucket.NOTE, List.of(), List.of())));
    shelf.markDuplicates(SHA, List.of(new RowPlace(0, 3)));
    assertThat(shelf.count(SHA))
        .isEqualTo(
            Map.of(Bucket.ACCEPTED, 1, Bucket.BLANK, 1, Bucket.DUPLICATE, 1, Bucket.NOTE, 1));
    assertThat(recalled(Bucket.DUPLICATE)).containsExactly("0!3 [a]");
  }

  @Test
  void forgetsAnUnfinishedReading() {
    shelf.keep(SHA, List.of(accepted(2, "a")));
    shelf.clear(SHA);
    assertThat(shelf.rows(SHA)).isZero();
    shelf.keep(SHA, List.of(accepted(2, "b")));
    assertThat(recalled(Bucket.ACCEPTED)).containsExactly("0!2 [b]");
  }

  @Test
  void losesNothingAndKeepsNothingOfATransactionThatFails() {
    shelf.keep(SHA, List.of(accepted(2, "a")));
    try {
      transaction.executeWithoutResult(
          status -> {
            shelf.keep(SHA, List.of(accepted(3, "b"), accepted(4, "c")));
            throw new IllegalStateException("broken on purpose");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("broken on purpose");
    }
    assertThat(shelf.rows(SHA)).isEqualTo(1);
  }

  private void keptAndRead() {
    RowProblem problem =
        new RowProblem(
            ProblemCode.ROW_NOT_KEYED,
            CellRef.ofRow("名单.xlsx", "初一(2)", 6),
            Field.NAME,
            "安",
            List.of());
    shelf.keep(
        SHA,
        List.of(
            accepted(4, "安安", "甲"),
            accepted(5, "白博", "乙"),
            new KeptRow(0, 6, Bucket.REJECTED, List.of("？"), List.of(problem))));
    shelf.finish(read(SHA));
    assertThat(shelf.complete()).containsExactly(SHA);
  }

  private void harm(String sql) {
    new org.springframework.jdbc.core.JdbcTemplate(pool).execute(sql);
  }

  @Test
  void readsWithoutComplaintWhatWasMovedAndReplaced() {
    keptAndRead();
    shelf.markDuplicates(SHA, List.of(new RowPlace(0, 5)));
    shelf.markDuplicates(SHA, List.of(new RowPlace(0, 5)));
    shelf.replace(SHA, accepted(6, "陈晨", "丙"));
    shelf.readAll();
    assertThat(recalled(Bucket.ACCEPTED)).containsExactly("0!4 [安安, 甲]", "0!6 [陈晨, 丙]");
    assertThat(shelf.rows(SHA)).isEqualTo(3);
    assertThat(shelf.problems(SHA)).isEmpty();
  }

  @Test
  void noticesARowThatReadsOtherwise() {
    keptAndRead();
    harm("update source_row set payload = '安妥' where bucket = 'R'");
    assertThat(recalled(Bucket.ACCEPTED)).hasSize(2);
    assertThatThrownBy(() -> recalled(Bucket.REJECTED)).isInstanceOf(IndexDamagedException.class);
    assertThatThrownBy(() -> shelf.readAll()).isInstanceOf(IndexDamagedException.class);
  }

  @Test
  void noticesARowThatIsGone() {
    keptAndRead();
    harm("delete from source_row where bucket = 'R'");
    assertThatThrownBy(() -> shelf.rows(SHA)).isInstanceOf(IndexDamagedException.class);
    assertThatThrownBy(() -> shelf.count(SHA)).isInstanceOf(IndexDamagedException.class);
  }

  @Test
  void noticesARowInAnotherBucketOrInNone() {
    keptAndRead();
    harm("update source_row set bucket = 'B' where bucket = 'R'");
    assertThatThrownBy(() -> shelf.count(SHA)).isInstanceOf(IndexDamagedException.class);
    harm("update source_row set bucket = 'x' where bucket = 'B'");
    assertThatThrownBy(() -> shelf.count(SHA)).isInstanceOf(IndexDamagedException.class);
  }

  @Test
  void noticesAProblemThatReadsOtherwise() {
    keptAndRead();
    harm("update row_problem set found = '案'");
    assertThatThrownBy(() -> shelf.problems(SHA)).isInstanceOf(IndexDamagedException.class);
  }

  @Test
  void noticesThatWhatIsKnownOfAFileReadsOtherwise() {
    keptAndRead();
    harm("update read_sheet set name = '初二(2)' where sheet_no = 0");
    assertThatThrownBy(() -> shelf.find(SHA)).isInstanceOf(IndexDamagedException.class);
  }

  @Test
  void noticesAFileThatIsNoLongerFoundByItsDigest() {
    keptAndRead();
    harm("update read_file set sha256 = '" + "ba".repeat(32) + "'");
    assertThatThrownBy(() -> recalled(Bucket.ACCEPTED)).isInstanceOf(IndexDamagedException.class);
  }

  private Trouble look() {
    return Index.look(home, database(pool), seal(7), database -> {});
  }

  @Test
  void lookedAtAsAWholeItIsSoundUntilSomethingIsHarmed() {
    keptAndRead();
    assertThat(look()).isEqualTo(Trouble.NONE);
    harm("update source_row set payload = '安妥' where bucket = 'R'");
    assertThat(look()).isEqualTo(Trouble.DAMAGED);
  }

  @Test
  void anExecutionThatCannotBeReadIsDamageEvenIfAStreamSaysSo() {
    keptAndRead();
    Consumer<DataSource> unreadable =
        database -> {
          throw new IllegalArgumentException(new IOException("no context"));
        };
    assertThat(Index.look(home, database(pool), seal(7), unreadable)).isEqualTo(Trouble.DAMAGED);
  }

  @Test
  void tablesThatWereDroppedAreMadeAnewAndOthersStay() throws IOException {
    keptAndRead();
    harm("create table of_somebody_else (id integer)");
    harm("drop table row_sum");
    assertThat(look()).isEqualTo(Trouble.DAMAGED);
    pool.close();
    Index.drop(home, database(pool));
    pool = Index.open(home, database(pool), 2);
    shelf = new JdbcRowShelf(pool, seal(7));
    assertThat(shelf.complete()).isEmpty();
    harm("drop table of_somebody_else");
  }

  /** The database that is open, not another new one. */
  private static Settings.Database database(HikariDataSource pool) {
    return pool.getJdbcUrl().contains(":h2:")
        ? new Settings.Database("", "", "")
        : new Settings.Database(pool.getJdbcUrl(), pool.getUsername(), "");
  }
}
