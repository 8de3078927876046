package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.FileAnswered;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rejected rows go out in the answer, are corrected in place, and join the list they came from. */
@TestInstance(Lifecycle.PER_CLASS)
class ReturnsTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String FIRST = "2025-11-03";
  private static final String SECOND = "2025-11-04";
  private static final String THIRD = "2025-11-05";
  private static final String LIST = "受助学生名单_20251102.csv";
  private static final String ANSWER = "受助学生名单_20251102__未通过.xlsx";
  private static final String DONE = "受助学生名单_20251102__已收妥.xlsx";

  private Path folder;

  private Office lived;

  /** How each of the seven bad rows is put right: row of the list → column and value. */
  private final SortedMap<Integer, String[]> right = new TreeMap<>();

  private int next;

  @BeforeAll
  void dropAListWithSevenBadRows(@TempDir Path temporary) throws IOException {
    folder = temporary;
    lived = Office.open(folder.resolve("lived"));
    Sample.drop(1, lived);
    lived.drop(LIST, badList());
    assertThat(lived.run(FIRST, "--quiet").exit()).isEqualTo(2);
    assertThat(right).hasSize(7);
  }

  /** The sample's list: three rows of it are bad already, four more are made so. */
  private byte[] badList() throws IOException {
    List<String> lines = new ArrayList<>(new String(Sample.bytes(1, LIST), GBK).lines().toList());
    spoil(lines, "高若涵", 12, "应发金额", "三百三十");
    spoil(lines, "韦慧馨", 7, "姓名", "");
    spoil(lines, "吴可涵", 10, "资助项目", "");
    spoil(lines, "滕怡涵", 14, "发放日期", "2025年13月40日");
    right.put(line(lines, ",六百二十五,") + 1, new String[] {"应发金额", "312.50"});
    right.put(line(lines, ",9.90101E+17,") + 1, new String[] {"身份证件号", "990101201804110566"});
    right.put(line(lines, ",第三学期,") + 1, new String[] {"学期", "第一学期"});
    return String.join("\r\n", lines).concat("\r\n").getBytes(GBK);
  }

  private void spoil(List<String> lines, String name, int column, String title, String bad) {
    int at = line(lines, "," + name + ",");
    String[] values = lines.get(at).split(",", -1);
    right.put(at + 1, new String[] {title, values[column]});
    values[column] = bad;
    lines.set(at, String.join(",", values));
  }

  private static int line(List<String> lines, String word) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(word)) {
        return i;
      }
    }
    throw new AssertionError(word);
  }

  private Office office() throws IOException {
    return lived.copiedTo(folder.resolve("home-" + next++));
  }

  private static ReturnedAnswer answer(Office office) throws IOException {
    return ReturnedAnswer.open(office.feedback().resolve(ANSWER));
  }

  /** The answer with some of its rows put right, in the order of the list. */
  private ReturnedAnswer corrected(Office office, int from, int to) throws IOException {
    ReturnedAnswer answer = answer(office);
    for (int row : rows().subList(from, to)) {
      answer.correct(row, right.get(row)[0], right.get(row)[1]);
    }
    return answer;
  }

  /** The bad rows of the list. */
  private List<Integer> rows() {
    return List.copyOf(right.keySet());
  }

  private static void took(Office.Said said) {
    // 2: one file of the first night was refused, and the later ones refuse nothing.
    assertThat(said.exit()).as(said.all()).isIn(0, 2);
  }

  /** How the rows of a file came out. */
  private static String counts(JsonNode file) {
    return "%s: %d = %d + %d + %d + %d, open %d"
        .formatted(
            file.get("state").asString(),
            file.get("rows").asInt(),
            file.get("accepted").asInt(),
            file.get("rejected").asInt(),
            file.get("blank").asInt(),
            file.get("duplicate").asInt(),
            file.get("open").asInt());
  }

  private static List<String> rejects(Office office, String asOf, String file) throws IOException {
    return office.table(asOf, "rejects.csv").where(row -> row.get("file").equals(file)).stream()
        .map(row -> row.of("sheet", "row", "code"))
        .toList();
  }

  private static List<String> links(Office office, String asOf, String file) throws IOException {
    return office.table(asOf, "links.csv").where(row -> row.get("file").equals(file)).stream()
        .map(row -> row.of("list", "sheet", "row"))
        .toList();
  }

  @Test
  void theAnswerHoldsAllRejectedRowsWithHiddenKeys() throws IOException {
    String sha256 = lived.file(FIRST, LIST).get("sha256").asString();
    try (ReturnedAnswer answer = answer(lived)) {
      assertThat(answer.keys())
          .containsExactlyElementsOf(
              rows().stream().map(row -> sha256.substring(0, 16) + "!!" + row).toList());
      assertThat(answer.hides("行标识")).isTrue();
      assertThat(answer.hides("校验")).isTrue();
      assertThat(answer.value(rows().get(0), "备注")).as("an empty last column").isEmpty();
      assertThat(answer.value(rows().get(0), "银行账号")).isEqualTo("9901010000007749946");
    }
  }

  @Test
  void correctedRowsJoinTheRowsOfTheirListAndTheOthersGoOutAgain() throws IOException {
    Office office = office();
    assertThat(office.table(FIRST, "findings.csv").of("rule", "name"))
        .contains("unfunded-eligible | 吴可涵", "unfunded-eligible | 高若涵")
        .doesNotContain("overpaid | 高若涵");
    List<String> keys = answer(office).keys();

    office.drop(ANSWER, corrected(office, 0, 5).bytes());
    took(office.run(SECOND));

    JsonNode file = office.file(SECOND, ANSWER);
    assertThat(counts(file)).isEqualTo("accepted-with-rejects: 7 = 5 + 2 + 0 + 0, open 2");
    JsonNode list = office.file(SECOND, LIST);
    for (String same : List.of("list", "system", "term", "dataDate", "scope")) {
      assertThat(file.get(same)).as(same).isEqualTo(list.get(same));
    }
    assertThat(file.get("effective").asBoolean()).isTrue();
    assertThat(file.get("amends").asString()).isEqualTo(list.get("sha256").asString());
    assertThat(list.get("rejected").asInt()).isEqualTo(7);
    assertThat(list.get("open").asInt()).isZero();
    assertThat(links(office, SECOND, ANSWER)).hasSize(5).allMatch(row -> row.contains("需要修改"));
    assertThat(rejects(office, SECOND, LIST)).as("taken up by the correction").isEmpty();
    assertThat(rejects(office, SECOND, ANSWER)).hasSize(2);
    assertThat(office.table(SECOND, "findings.csv").of("rule", "name", "state"))
        .contains("unfunded-eligible | 吴可涵 | resolved", "unfunded-eligible | 高若涵 | persisting");
    try (ReturnedAnswer again = answer(office)) {
      assertThat(again.keys()).containsExactlyElementsOf(keys.subList(5, 7));
    }

    office.drop(ANSWER, corrected(office, 5, 7).bytes());
    took(office.run(THIRD));

    assertThat(office.feedback().resolve(DONE)).exists();
    assertThat(office.feedback().resolve(ANSWER)).doesNotExist();
    assertThat(rejects(office, THIRD, LIST)).isEmpty();
    assertThat(rejects(office, THIRD, ANSWER)).isEmpty();
    assertThat(links(office, THIRD, ANSWER)).hasSize(7);
    assertThat(office.table(THIRD, "findings.csv").of("rule", "name", "state"))
        .contains("unfunded-eligible | 高若涵 | resolved", "overpaid | 高若涵 | new");
    assertThat(office.runJson(THIRD).get("balance").get("balanced").asBoolean()).isTrue();
    rebuilt(office);
    namesNobody(office);
  }

  private static void rebuilt(Office office) throws IOException {
    SortedMap<String, String> before = Office.digests(office.home().resolve("reports"));
    for (Path file : Office.files(office.home().resolve("data"))) {
      Files.delete(file);
    }
    Office.Said said = office.does("rebuild");
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(before);
  }

  /** Nobody stands in the journal, the logs and the batch tables. */
  private void namesNobody(Office office) throws IOException {
    List<String> people = List.of("990101201804110566", "990101201509105860", "高若涵", "韦慧馨", "王紫瑶");
    List<Path> files = new ArrayList<>(Office.files(office.home().resolve("journal")));
    files.addAll(Office.files(office.home().resolve("logs")));
    for (Path file : files) {
      assertThat(Files.readString(file)).as("%s", file).doesNotContain(people);
    }
    assertThat(batchTables(office)).doesNotContain(people);
  }

  private static String batchTables(Office office) {
    try {
      StringBuilder all = new StringBuilder();
      for (String table :
          List.of(
              "batch_job_execution_params",
              "batch_job_execution_context",
              "batch_step_execution",
              "batch_step_execution_context")) {
        all.append(String.join("\n", Index.values(office, "select * from " + table)));
      }
      return all.toString();
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void sortedDeletedInsertedAndCopiedRowsDoNoHarm() throws IOException {
    Office office = office();
    ReturnedAnswer answer = corrected(office, 0, 4).reverse();
    Row copy = answer.copy(rows().get(0));
    Row other = answer.copy(rows().get(1));
    answer.write(other, "备注", "另一个说法");
    int inserted = answer.insert("姓名", "新来的");
    answer.delete(rows().get(6));

    office.drop(ANSWER, answer.bytes());
    took(office.run(SECOND));

    // Accepted: rows 1, 3 and 4. Rejected: row 2 twice, rows 5 and 6, and the inserted one.
    assertThat(counts(office.file(SECOND, ANSWER)))
        .isEqualTo("accepted-with-rejects: 10 = 3 + 5 + 1 + 1, open 5");
    assertThat(rejects(office, SECOND, ANSWER))
        .contains(
            "需要修改 | " + inserted + " | ROW-NOT-KEYED",
            "需要修改 | " + (other.getRowNum() + 1) + " | ROW-KEY-TWICE");
    assertThat(copy.getRowNum()).isPositive();
    try (ReturnedAnswer again = answer(office)) {
      assertThat(again.rows().keySet())
          .as("twice said, still wrong, and deleted")
          .containsExactly(rows().get(1), rows().get(4), rows().get(5), rows().get(6));
    }
    assertThat(Zip.words(office.feedback().resolve(ANSWER))).contains("第 " + inserted + " 行是新增的");
    rebuilt(office);
  }

  @Test
  void aChangedKeyIsNotApplied() throws IOException {
    Office office = office();
    ReturnedAnswer answer = corrected(office, 0, 7);
    String key = answer.keys().get(1);
    int changed = answer.shown(rows().get(0));
    int foreign = answer.shown(rows().get(2));
    answer.changeKey(rows().get(0), key.replaceAll("![0-9]+$", "!99"));
    answer.changeKey(rows().get(2), "0123456789abcdef!!2");

    office.drop(ANSWER, answer.bytes());
    took(office.run(SECOND));

    assertThat(rejects(office, SECOND, ANSWER))
        .containsExactlyInAnyOrder(
            "需要修改 | " + changed + " | ROW-KEY-CHANGED", "需要修改 | " + foreign + " | ROW-KEY-FOREIGN");
    try (ReturnedAnswer again = answer(office)) {
      assertThat(again.rows().keySet()).containsExactly(rows().get(0), rows().get(2));
    }
  }

  @Test
  void theSameCorrectionsTwiceCountOnceAndNothingIsOverwritten() throws IOException {
    Office office = office();
    byte[] first = corrected(office, 0, 5).bytes();
    ReturnedAnswer second = corrected(office, 0, 7);
    second.correct(rows().get(0), "应发金额", "300.00");
    office.drop(ANSWER, first);
    took(office.run(SECOND));

    office.drop(ANSWER, first).drop("我的更正.xlsx", second.bytes());
    took(office.run(THIRD));

    // Row 1 says something else than before, rows 2 to 5 the same, rows 6 and 7 are put right.
    assertThat(counts(office.file(THIRD, "我的更正.xlsx")))
        .isEqualTo("accepted-with-rejects: 7 = 2 + 1 + 0 + 4, open 1");
    assertThat(rejects(office, THIRD, "我的更正.xlsx"))
        .containsExactly("需要修改 | " + second.shown(rows().get(0)) + " | ROW-ALREADY-CORRECTED");
    assertThat(office.journal(FileAnswered.class))
        .filteredOn(answered -> answered.file().name().equals(ANSWER))
        .extracting(answered -> answered.state().code())
        .containsExactly("accepted-with-rejects", "duplicate");
    assertThat(office.feedback().resolve("我的更正__未通过.xlsx")).exists();
    assertThat(office.feedback().resolve(DONE)).as("nothing of the list is open").exists();
    assertThat(office.feedback().resolve(ANSWER)).doesNotExist();
    rebuilt(office);
  }

  @Test
  void aCorrectionOfAReplacedListIsToldSo() throws IOException {
    Office office = office();
    ReturnedAnswer answer = corrected(office, 0, 5);
    office
        .drop(ANSWER, answer.bytes())
        .drop("受助学生名单_20251103.csv", Sample.bytes(2, "受助学生名单_20251103.csv"));
    took(office.run(SECOND));

    JsonNode file = office.file(SECOND, ANSWER);
    assertThat(file.get("state").asString()).isEqualTo("superseded");
    assertThat(file.get("effective").asBoolean()).isFalse();
    assertThat(links(office, SECOND, ANSWER)).isEmpty();
    Path said = office.feedback().resolve("受助学生名单_20251102__未通过__已收妥.xlsx");
    assertThat(Zip.words(said)).contains("已被更新的名单替换");
    rebuilt(office);
  }

  @Test
  void correctionsStandAndFallWithTheirList() throws IOException {
    Office office = office();
    office.drop(ANSWER, corrected(office, 0, 5).bytes());
    took(office.run(SECOND));
    office.drop("受助学生名单_20251103.csv", Sample.bytes(2, "受助学生名单_20251103.csv"));
    took(office.run(THIRD));

    assertThat(links(office, THIRD, ANSWER)).isEmpty();
    assertThat(office.runJson(THIRD).get("balance").get("balanced").asBoolean()).isTrue();
    assertThat(office.run(SECOND).exit()).as("a what-if night").isIn(0, 2);
    rebuilt(office);
  }

  @Test
  void whatCorrectsAHeldListIsHeldAndReleasedWithIt() throws IOException {
    Office office = office();
    String held = "受助学生名单_20251103.csv";
    String answer = "受助学生名单_20251103__未通过.xlsx";
    List<String> short200 = new String(badList(), GBK).lines().limit(50).toList();
    office.drop(held, String.join("\r\n", short200).concat("\r\n").getBytes(GBK));
    assertThat(office.run(SECOND).exit()).isEqualTo(3);
    assertThat(office.file(SECOND, held).get("state").asString()).isEqualTo("held");

    ReturnedAnswer corrected = ReturnedAnswer.open(office.feedback().resolve(answer));
    for (int row : rows().subList(0, 3)) {
      corrected.correct(row, right.get(row)[0], right.get(row)[1]);
    }
    office.drop("更正.xlsx", corrected.bytes());
    assertThat(office.run(THIRD).exit()).isEqualTo(3);
    assertThat(office.file(THIRD, "更正.xlsx").get("state").asString()).isEqualTo("held");
    assertThat(links(office, THIRD, "更正.xlsx")).isEmpty();

    took(office.run(THIRD, "--accept", held, "--by", "王老师"));
    assertThat(links(office, THIRD, "更正.xlsx")).hasSize(3);
    rebuilt(office);
  }

  @Test
  void aKilledNightOfCorrectionsEndsInTheSameBytes() throws Exception {
    Office usual = office();
    Office killed = office();
    byte[] answer = corrected(usual, 0, 5).bytes();
    usual.drop(ANSWER, answer);
    took(usual.run(SECOND));
    killed.drop(ANSWER, answer);
    for (int delay : new int[] {1500, 2500, 3500, 4500}) {
      Process process =
          Outside.start(
              cn.bidui.BiduiApplication.class,
              Files.createTempFile(folder, "said-", ".txt"),
              List.of("run", "--quiet", "--as-of", SECOND, "--home", killed.home().toString()));
      process.waitFor(delay, java.util.concurrent.TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    took(killed.run(SECOND));
    assertThat(killed.published(SECOND)).isEqualTo(usual.published(SECOND));
    assertThat(Office.digests(killed.feedback())).isEqualTo(Office.digests(usual.feedback()));
    assertThat(killed.waiting()).isEmpty();
    rebuilt(killed);
  }

  @Test
  void theSameListAgainDoesNotTakeItsRowsAway() throws IOException {
    Office office = office();
    office.drop(LIST, badList());
    took(office.run(SECOND));
    assertThat(office.feedback().resolve(DONE)).doesNotExist();
    try (ReturnedAnswer again = answer(office)) {
      assertThat(again.rows().keySet()).containsExactlyElementsOf(rows());
    }
  }

  @Test
  void theOrderOfDropsChangesNothing() throws IOException {
    Office together = office();
    Office apart = office();
    byte[] one = corrected(together, 0, 3).bytes();
    byte[] other = corrected(together, 3, 7).bytes();
    together.drop("甲.xlsx", one).drop("乙.xlsx", other);
    apart.drop("乙.xlsx", other).drop("甲.xlsx", one);
    took(together.run(SECOND));
    took(apart.run(SECOND));
    assertThat(apart.published(SECOND)).isEqualTo(together.published(SECOND));
    assertThat(links(together, SECOND, "甲.xlsx")).hasSize(3);
    assertThat(links(together, SECOND, "乙.xlsx")).hasSize(4);
  }

  @Test
  void hiddenMarksThatWereChangedOrTakenAwayRefuseTheFile() throws IOException {
    Office office = office();
    office
        .drop("改了回执.xlsx", corrected(office, 0, 7).meta("rows", "70").bytes())
        .drop("改了名单.xlsx", corrected(office, 0, 7).meta("base", "0".repeat(64)).bytes())
        .drop("没有回执.xlsx", corrected(office, 0, 7).without("_meta").bytes())
        .drop("没有更正表.xlsx", corrected(office, 0, 7).without(ReturnedAnswer.SHEET).bytes());
    assertThat(office.run(SECOND).exit()).isEqualTo(2);
    assertThat(problem(office, "改了回执.xlsx")).isEqualTo("RETURN-CHANGED");
    assertThat(problem(office, "改了名单.xlsx")).isEqualTo("RETURN-UNKNOWN");
    assertThat(problem(office, "没有回执.xlsx")).isEqualTo("RETURN-INCOMPLETE");
    assertThat(problem(office, "没有更正表.xlsx")).isEqualTo("RETURN-INCOMPLETE");
  }

  @Test
  void ourOwnWorkbooksWithoutRowsToReadBackAreToldApart() throws IOException {
    Office office = office();
    Path taken = office.feedback().resolve("青禾镇中心小学").resolve("青禾镇中心小学学籍__已收妥.xlsx");
    office
        .drop("答复.xlsx", Files.readAllBytes(taken))
        .drop("指标.xlsx", Files.readAllBytes(office.report(FIRST).resolve("指标.xlsx")))
        .drop("控制总账.xlsx", Files.readAllBytes(office.report(FIRST).resolve("控制总账.xlsx")));
    assertThat(office.run(SECOND).exit()).isEqualTo(2);
    for (String name : List.of("答复.xlsx", "指标.xlsx", "控制总账.xlsx")) {
      assertThat(problem(office, name)).as(name).isEqualTo("OWN-WORKBOOK");
    }
  }

  private static String problem(Office office, String name) throws IOException {
    JsonNode file = office.file(SECOND, name);
    assertThat(file.get("state").asString()).isEqualTo("refused");
    return file.get("problems").get(0).get("code").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void answersSavedByLibreOfficeAreUnderstood(String ending) throws Exception {
    Assumptions.assumeTrue(Soffice.isThere());
    Office office = office();
    byte[] saved = Soffice.saved(corrected(office, 0, 5).bytes(), ending, folder);
    office.drop("更正." + ending, saved);
    took(office.run(SECOND));
    assertThat(counts(office.file(SECOND, "更正." + ending)))
        .isEqualTo("accepted-with-rejects: 7 = 5 + 2 + 0 + 0, open 2");
  }
}
