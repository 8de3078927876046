package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is wrong is told in Chinese with its place and what to do; the rest goes on. */
class BadInputTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String FIRST = Sample.asOf(1);
  private static final String SECOND = Sample.asOf(2);
  private static final String ROLL = "学籍在籍学生_20251102.xlsx";
  private static final String AID = "受助学生名单_20251102.csv";
  private static final String NEXT_AID = "受助学生名单_20251103.csv";
  private static final String HOUSEHOLDS = "（自定义）监测对象信息 (22).xlsx";

  @TempDir private Path folder;

  @Test
  void aMissingListStopsNothingButItsRules() throws IOException {
    Office office = open();
    Sample.drop(1, office);
    Files.delete(office.inbox().resolve(HOUSEHOLDS));

    Office.Said said = office.run(FIRST);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(said.out()).contains("缺少名单：防返贫名单").contains("相关规则没有核对");
    JsonNode run = office.runJson(FIRST);
    assertThat(run.get("exit").asInt()).isEqualTo(3);
    assertThat(run.get("lists").get("households").get("present").asBoolean()).isFalse();
    for (String rule : List.of("unfunded-eligible", "never-enrolled", "status-conflict")) {
      JsonNode tally = run.get("rules").get(rule);
      assertThat(tally.get("evaluated").asBoolean()).as(rule).isFalse();
      assertThat(tally.get("needs").valueStream().map(JsonNode::asString))
          .as(rule)
          .contains("households");
    }
    assertThat(run.get("rules").get("overpaid").get("evaluated").asBoolean()).isTrue();
    assertThat(office.table(FIRST, "findings.csv").of("rule"))
        .contains("overpaid", "duplicate-roll", "funded-not-enrolled")
        .doesNotContain("unfunded-eligible", "never-enrolled", "out-of-county");
    assertThat(Files.readString(office.report(FIRST).resolve("index.html"))).contains("未核对");
  }

  @Test
  void anEmptyInboxPublishesThatEverythingIsMissing() throws IOException {
    Office office = open();
    Office.Said said = office.run(FIRST);
    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(office.runJson(FIRST).get("rules").valueStream())
        .noneMatch(tally -> tally.get("evaluated").asBoolean());
    assertThat(office.table(FIRST, "findings.csv").rows()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadAreAnsweredAndTheOthersTaken() throws Exception {
    Office office = open();
    Sample.drop(1, office);
    office
        .drop("空.xlsx", new byte[0])
        .drop("乱码.xlsx", garbage())
        .drop("伪装.xlsx", "这不是工作簿".getBytes(StandardCharsets.UTF_8))
        .drop("某单位/不认识.csv", "甲,乙,丙\r\n1,2,3\r\n4,5,6\r\n".getBytes(GBK));

    Office.Said said = office.run(FIRST);

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(said.out()).contains("有 5 个文件未通过，答复在 feedback/");
    Office usual = Sample.after(1, folder.resolve("usual"));
    assertThat(office.table(FIRST, "findings.csv")).isEqualTo(usual.table(FIRST, "findings.csv"));
    for (String name : List.of("空.xlsx", "乱码.xlsx", "伪装.xlsx", "不认识.csv")) {
      assertThat(office.file(FIRST, name).get("state").asString()).as(name).isEqualTo("refused");
      assertThat(office.file(FIRST, name).get("rows").asInt()).as(name).isZero();
      assertThat(office.file(FIRST, name).get("problems").size()).as(name).isEqualTo(1);
    }
    assertThat(office.file(FIRST, "空.xlsx").toString()).contains("FILE-EMPTY");
    assertThat(office.file(FIRST, "不认识.csv").toString()).contains("HEADER-NOT-FOUND");
    assertThat(Zip.words(office.feedback().resolve("空__未通过.xlsx")))
        .contains("文件没有内容")
        .contains("请重新导出或复制后再放入收件文件夹");
    assertThat(office.feedback().resolve("某单位/不认识__未通过.xlsx")).exists();
    assertThat(Files.readAllBytes(office.feedback().resolve("乱码.xlsx"))).isEqualTo(garbage());
    assertThat(office.waiting()).isEmpty();
    nothingButCountedRowsIsStored(office);
  }

  /** Refused files count no rows, so not one of theirs is among those that are stored. */
  private static void nothingButCountedRowsIsStored(Office office) throws Exception {
    assertThat(Index.values(office, "select count(*) from source_row"))
        .containsExactly(office.runJson(FIRST).get("balance").get("rows").asString());
  }

  /** Bytes of no format, the same every time. */
  private static byte[] garbage() {
    byte[] bytes = new byte[5000];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void aMissingColumnIsNamedAndNothingOfTheFileIsKept() throws Exception {
    Office office = Sample.after(1, folder.resolve("home"));
    String name = "白鹭学校补发名单";
    JsonNode file = office.file(FIRST, name + ".csv");
    assertThat(file.get("state").asString()).isEqualTo("refused");
    assertThat(file.get("rows").asInt()).isZero();
    assertThat(Zip.words(office.feedback().resolve(name + "__未通过.xlsx")))
        .contains("缺少必需列“姓名”")
        .contains("请补上该列后重新放入收件文件夹。若表里其实已有，只是列名不同又不便改，");
    assertThat(Files.readAllBytes(office.feedback().resolve(name + ".csv")))
        .isEqualTo(Sample.bytes(1, name + ".csv"));
    nothingButCountedRowsIsStored(office);
  }

  @Test
  void aCorrectedListOnTheSameDayReplacesTheFirstAndNewStaysNew() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    office.drop(NEXT_AID, Sample.bytes(2, NEXT_AID));
    assertThat(office.run(FIRST).exit()).isEqualTo(2);
    Table findings = office.table(FIRST, "findings.csv");
    assertThat(findings.of("state")).containsOnly("new");
    assertThat(findings.where(row -> row.get("rule").equals("unfunded-eligible")))
        .extracting(row -> row.get("name"))
        .containsExactlyInAnyOrder("吴航浩", "宁婷琳", "祖拉·艾山", "蔡晟晟");
    assertThat(office.file(FIRST, AID).get("state").asString()).isEqualTo("superseded");
    assertThat(office.file(FIRST, NEXT_AID).get("effective").asBoolean()).isTrue();
    assertThat(Files.readString(office.home().resolve("reports/latest.txt"))).contains(FIRST);
  }

  @Test
  void aListThatCoversFewerSchoolsIsHeldUntilANamedPersonReleasesIt() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    office.drop(NEXT_AID, without("城关镇第一小学"));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(said.out()).contains("有 1 项被拦下").contains(NEXT_AID).contains("--accept");
    assertThat(office.file(SECOND, NEXT_AID).get("state").asString()).isEqualTo("held");
    assertThat(office.file(SECOND, NEXT_AID).get("effective").asBoolean()).isFalse();
    assertThat(office.file(SECOND, AID).get("effective").asBoolean()).isTrue();
    assertThat(office.runJson(SECOND).get("held").size()).isEqualTo(1);
    assertThat(office.table(SECOND, "findings.csv").of("state")).containsOnly("persisting");
    assertThat(Zip.words(office.feedback().resolve(feedback(NEXT_AID)))).contains("城关镇第一小学");

    assertThat(office.run(SECOND, "--accept", NEXT_AID).exit()).isEqualTo(64);
    assertThat(office.run(SECOND, "--accept", "没有这个.csv", "--by", "王老师").exit()).isEqualTo(64);
    assertThat(office.run(SECOND, "--accept", NEXT_AID, "--by", "王老师").exit()).isZero();
    assertThat(office.file(SECOND, NEXT_AID).get("effective").asBoolean()).isTrue();
    assertThat(office.runJson(SECOND).get("held").size()).isZero();
    assertThat(
            office
                .table(SECOND, "findings.csv")
                .where(
                    row ->
                        row.get("rule").equals("unfunded-eligible")
                            && row.get("state").equals("new")))
        .extracting(row -> row.get("school"))
        .hasSize(12)
        .containsOnly("城关镇第一小学");
  }

  /** The aid list of the second night without the rows of one school. */
  private static byte[] without(String school) throws IOException {
    return new String(Sample.bytes(2, NEXT_AID), GBK)
        .lines()
        .filter(line -> !line.contains(school))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(GBK);
  }

  private static String feedback(String name) {
    return name.substring(0, name.lastIndexOf('.')) + "__未通过.xlsx";
  }

  @Test
  void aFileThatIsOpenSomewhereWaitsInTheInbox() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    office.drop(NEXT_AID, Sample.bytes(2, NEXT_AID)).drop("~$" + NEXT_AID, new byte[165]);

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("有 1 个文件留在 inbox/（没有复制完");
    assertThat(office.file(SECOND, NEXT_AID).get("state").asString()).isEqualTo("waiting");
    assertThat(office.waiting()).containsExactlyInAnyOrder(NEXT_AID, "~$" + NEXT_AID);
    assertThat(office.file(SECOND, AID).get("effective").asBoolean()).isTrue();

    Files.delete(office.inbox().resolve("~$" + NEXT_AID));
    assertThat(office.run(SECOND).exit()).isZero();
    assertThat(office.file(SECOND, NEXT_AID).get("effective").asBoolean()).isTrue();
    assertThat(office.waiting()).isEmpty();
  }

  @Test
  void aWorkbookWithoutItsEndWaitsOnceAndIsThenRefused() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String name = "学籍在籍学生_20251103.xlsx";
    byte[] whole = Sample.bytes(2, name);
    office.drop(name, Arrays.copyOf(whole, whole.length / 2));
    assertThat(office.run(SECOND).exit()).isZero();
    assertThat(office.file(SECOND, name).get("state").asString()).isEqualTo("waiting");
    assertThat(office.waiting()).containsExactly(name);
    assertThat(office.run(SECOND).exit()).isEqualTo(2);
    assertThat(office.file(SECOND, name).get("state").asString()).isEqualTo("refused");
    assertThat(office.file(SECOND, ROLL).get("effective").asBoolean()).isTrue();
    assertThat(office.waiting()).isEmpty();
  }

  @Test
  void theSameContentUnderAnotherNameIsADuplicateAndSaysOfWhat() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    office.drop("受助（又一份）.csv", Sample.bytes(1, AID));
    assertThat(office.run(SECOND).exit()).isZero();
    assertThat(office.file(SECOND, "受助（又一份）.csv").get("state").asString()).isEqualTo("duplicate");
    assertThat(Zip.words(office.feedback().resolve("受助（又一份）__已收妥.xlsx")))
        .contains("内容与“" + AID + "”完全相同");
    assertThat(office.table(SECOND, "findings.csv").of("state")).containsOnly("persisting");
  }

  @Test
  void anEarlierDateIsAWhatIfAndChangesNothing() throws IOException {
    Office office = Sample.after(2, folder.resolve("home"));
    office.drop("受助学生名单_20251104.csv", Sample.bytes(3, "受助学生名单_20251104.csv"));
    SortedMap<String, String> reports = Office.digests(office.home().resolve("reports"));
    SortedMap<String, String> archive = Office.digests(office.home().resolve("archive"));
    byte[] journal = Files.readAllBytes(office.home().resolve("journal/000001.jsonl"));

    Office.Said said = office.run(FIRST);

    assertThat(said.exit()).as(said.all()).isIn(0, 2);
    assertThat(said.out()).contains("这是试算");
    assertThat(office.home().resolve("what-if").resolve(FIRST).resolve("data/findings.csv"))
        .exists();
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(reports);
    assertThat(Office.digests(office.home().resolve("archive"))).isEqualTo(archive);
    assertThat(Files.readAllBytes(office.home().resolve("journal/000001.jsonl")))
        .isEqualTo(journal);
    assertThat(office.waiting()).containsExactly("受助学生名单_20251104.csv");
  }

  /**
   * Under such a night the timetable's own runs are what-ifs too, and put on record that they were.
   */
  @Test
  void noMoreDoesOneUnderANightOfADayToCome() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    office.run("2099-01-06");
    byte[] journal = Files.readAllBytes(office.home().resolve("journal/000001.jsonl"));

    assertThat(office.run("2099-01-05").out()).contains("这是试算");

    assertThat(Files.readAllBytes(office.home().resolve("journal/000001.jsonl")))
        .isEqualTo(journal);
  }

  @Test
  void wrongSettingsAreToldAllAtOnceWithTheirLines() throws IOException {
    Office office =
        open()
            .setting("url: \"\"", "url: \"jdbc:oracle:thin\"")
            .setting("threads: 2", "threads: 99")
            .setting("\n  households:\n", "\n  housholds:\n");
    Sample.drop(1, office);
    SortedMap<String, String> before = Office.digests(office.home());

    Office.Said said = office.run(FIRST);

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err())
        .contains("设置有 3 处要改")
        .contains("bidui.yml 第 " + line(office, "jdbc:oracle") + " 行：不认识的数据库地址")
        .contains("bidui.yml 第 " + line(office, "threads: 99") + " 行：threads 要在 1 到 64 之间")
        .contains("bidui.yml 第 " + line(office, "housholds:") + " 行：没有名单种类")
        .contains("没有名单种类“housholds”；可用的是：roll, aid, households");
    assertThat(Office.digests(office.home())).isEqualTo(before);
  }

  /** The number of the line that holds {@code text}, from 1. */
  private static int line(Office office, String text) throws IOException {
    List<String> lines = Files.readAllLines(office.home().resolve("bidui.yml"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void wrongCommandLinesEndWith64AndSayWhy() throws IOException {
    Office office = open();
    assertThat(office.does("run", "没有的任务").exit()).isEqualTo(64);
    assertThat(office.does("run", "没有的任务").err()).contains("没有的任务/job.yml");
    assertThat(office.does("fly").exit()).isEqualTo(64);
    assertThat(office.does("run", "--fast").exit()).isEqualTo(64);
    assertThat(office.does("run", "--fast").err()).contains("用法有误").contains("--fast");
    assertThat(office.run("昨天").exit()).isEqualTo(64);
    assertThat(Office.bidui().exit()).isEqualTo(64);
    assertThat(Office.bidui("run", "--home", folder.resolve("无").toString()).exit()).isEqualTo(64);
    assertThat(Office.bidui("run", "--home", folder.resolve("无").toString()).err())
        .contains("bidui init");
    assertThat(folder.resolve("无")).doesNotExist();
  }

  @Test
  void answersNeedAFindingAnOutcomeAndAPerson() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(FIRST, "overpaid", "高若涵");
    SortedMap<String, String> journal = journal(office);
    assertThat(office.does("answer", id, "G8").exit()).isEqualTo(64);
    assertThat(office.does("answer", id, "G8").err()).contains("要写明是谁：--by 姓名");
    assertThat(office.does("answer", "F000000000000", "G8", "--by", "王老师").exit()).isEqualTo(64);
    assertThat(office.does("answer", id, "随便", "--by", "王老师").exit()).isEqualTo(64);
    assertThat(office.does("answer", id, "G7", "--by", "王老师").exit())
        .as("an outcome that needs a last day")
        .isEqualTo(64);
    assertThat(office.does("explain", "F000000000000").exit()).isEqualTo(64);
    assertThat(journal(office)).isEqualTo(journal);
  }

  private static SortedMap<String, String> journal(Office office) throws IOException {
    SortedMap<String, String> journal = Office.digests(office.home().resolve("journal"));
    journal.remove("epoch");
    journal.remove("lease.lock");
    return journal;
  }

  @Test
  void inspectTellsOfAFileThatIsNotThereAndOfOneThatWouldBeRefused() throws IOException {
    Path refused = Sample.INPUTS.resolve("night-1/inbox/白鹭学校补发名单.csv");
    Office.Said said = Office.bidui("inspect", refused.toString());
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains("未通过").contains("缺少必需列“姓名”");
    assertThat(Office.bidui("inspect", folder.resolve("无.csv").toString()).exit()).isEqualTo(74);
  }

  private Office open() {
    return Office.open(folder.resolve("home"));
  }
}
