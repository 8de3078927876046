package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Lists besides roll, grants and households are taken, answered, kept and linked; what the night
 * says of the others stays as it is.
 */
class FurtherListsTest {

  private static final String BOY = "990101201309051239";
  private static final String GIRL = "990102201202290041";
  private static final String FIRST = Sample.asOf(1);
  private static final String SECOND = Sample.asOf(2);

  /** By kind: name of the file and its text. */
  private static final Map<String, List<String>> FILES =
      new TreeMap<>(
          Map.of(
              "enrolled",
              List.of(
                  "资助系统在校生.csv",
                  "学校名称,年级,班级,姓名,身份证件号,学籍号\n某县一小,三年级,1班,测试甲," + BOY + ",G" + BOY + "\n"),
              "hardship",
              List.of(
                  "困难学生.csv",
                  "学校名称,年级,姓名,身份证件号,认定学年,困难等级,困难类型,认定时间\n某县一小,三年级,测试甲,"
                      + BOY
                      + ",2025-2026学年,特别困难,脱贫户、残疾学生,2025年10月\n"),
              "payments",
              List.of(
                  "打卡明细.csv",
                  "户名,身份证号,银行账号,交易金额,交易日期,摘要,交易流水号\n测试父," + GIRL + ",6217000,625,20251015,补助,1\n"),
              "civil",
              List.of(
                  "农保名册.csv",
                  "某乡农村低保名册\n序号,户主姓名,身份证号码,低保证号,保障人数,,领款人签字\n,,,,重点保障人数,残疾人数,\n1,测试父,"
                      + GIRL
                      + ",D1,1,0,\n合计,,,,1,0,\n"),
              "disability",
              List.of("残疾人证.csv", "姓名,残疾证号,残疾原因\n测试甲," + BOY + "42,先天\n测试乙," + GIRL + "11,先天\n"),
              "population",
              List.of(
                  "学龄人口.csv",
                  "乡镇,村,姓名,证件号,户主,与户主关系,就读学校,就读状况,未入学原因\n某乡,某村,测试甲,"
                      + BOY
                      + ",测试父,之子,某县一小,在读,\n某乡,某村,测试甲,"
                      + BOY
                      + ",测试父,之子,某县一小,在读,\n"),
              "roll-changes",
              List.of(
                  "异动.csv",
                  "学校名称,年级,姓名,身份证件号,异动类型,异动日期,审核状态\n某县一小,三年级,测试甲," + BOY + ",转出,2025.9.8,在途\n"),
              "placements",
              List.of("安置.csv", "姓名,身份证号,残疾类别,安置方式,安置起始日期\n测试甲," + BOY + ",智力,送教上门,2025-09-01\n"),
              "attendance",
              List.of(
                  "核查.csv",
                  "学校名称,年级,姓名,身份证件号,核查日期,在校状态,缺勤天数\n某县一小,三年级,测试甲,"
                      + BOY
                      + ",2025-11-03,缺勤,7\n某县一小,三年级,测试乙,"
                      + GIRL
                      + ",2025-11-03,飞走了,7\n"),
              "schools",
              List.of("机构.csv", "学校标识码,学校名称,曾用名,办学类型,举办者\n2199000001,某县一小,一完小,小学,教育部门\n")));

  @TempDir private Path folder;

  @Test
  void aFileOfEachKindIsTakenAndItsPersonsAreLinked() throws IOException {
    Office without = Office.open(folder.resolve("without"));
    Office with = Office.open(folder.resolve("with"));
    Sample.drop(1, without);
    Sample.drop(1, with);
    for (List<String> file : FILES.values()) {
      with.drop(file.get(0), file.get(1).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(without.run(FIRST).exit()).isEqualTo(Sample.exit(1));
    Office.Said said = with.run(FIRST);

    assertThat(said.exit()).as(said.all()).isEqualTo(Sample.exit(1));
    assertThat(with.waiting()).isEmpty();
    for (Map.Entry<String, List<String>> file : FILES.entrySet()) {
      taken(with, file.getKey(), file.getValue().get(0));
    }
    linked(with);
    schoolsCompared(with);
    for (String table : List.of("findings.csv", "links.csv", "undecided.csv")) {
      assertThat(lines(with, table)).as(table).containsAll(lines(without, table));
    }
    assertThat(furtherRules(with, without))
        .containsExactlyInAnyOrder(
            "funded-not-eligible",
            "transfer-in-limbo",
            "disabled-unplaced",
            "name-differs",
            "enrolled-missing",
            "enrolled-extra",
            "hardship-missing",
            "hardship-extra",
            "granted-not-paid");
    assertThat(with.file(FIRST, "学龄人口.csv").get("duplicate").asInt()).isEqualTo(1);
    assertThat(with.file(FIRST, "农保名册.csv").get("note").asInt()).isEqualTo(1);
    assertThat(with.file(FIRST, "农保名册.csv").get("headerRow").asInt()).isEqualTo(3);
    assertThat(with.table(FIRST, "rejects.csv").where(row -> row.get("file").equals("核查.csv")))
        .extracting(row -> row.get("code") + " " + row.get("found"))
        .containsExactly("VALUE-UNKNOWN 飞走了");
    stillThereTheNextNight(with);
  }

  private static void taken(Office office, String kind, String name) throws IOException {
    JsonNode file = office.file(FIRST, name);
    boolean rejects = kind.equals("attendance");
    assertThat(file.get("list").asString()).as(name).isEqualTo(kind);
    assertThat(file.get("state").asString())
        .as(name)
        .isEqualTo(rejects ? "accepted-with-rejects" : "accepted");
    assertThat(file.get("effective").asBoolean()).as(name).isTrue();
    assertThat(file.get("accepted").asInt()).as(name).isPositive();
    assertThat(office.runJson(FIRST).get("lists").get(kind).get("present").asBoolean()).isTrue();
    String sha256 = file.get("sha256").asString();
    assertThat(Archive.of(office.home()).intact(sha256)).isTrue();
    String answer = name.replace(".csv", rejects ? "__未通过.xlsx" : "__已收妥.xlsx");
    assertThat(office.feedback().resolve(answer)).exists();
  }

  /** The register names no person, and its schools are asked about all the same. */
  private static void schoolsCompared(Office office) throws IOException {
    JsonNode rule = office.runJson(FIRST).get("rules").get("school-missing");
    assertThat(rule.get("evaluated").asBoolean()).isTrue();
    assertThat(rule.get("compared").asInt()).isEqualTo(1);
    assertThat(rule.get("needs")).isEmpty();
    JsonNode goal = office.runJson(FIRST).get("scoreboard").get("schools-complete");
    assertThat(goal.get("compared").asBoolean()).isTrue();
    assertThat(goal.get("of").asInt()).isEqualTo(1);
  }

  private static void stillThereTheNextNight(Office office) throws IOException {
    Sample.drop(2, office);
    Office.Said said = office.run(SECOND);
    assertThat(said.exit()).as(said.all()).isEqualTo(Sample.exit(2));
    for (List<String> file : FILES.values()) {
      assertThat(office.file(SECOND, file.get(0)).get("effective").asBoolean()).isTrue();
    }
  }

  private static List<String> lines(Office office, String table) throws IOException {
    return Files.readAllLines(office.report(FIRST).resolve("data").resolve(table));
  }

  /** The boy is one person on all lists, and whoever was paid is nobody's child. */
  private static void linked(Office office) throws IOException {
    var further =
        office
            .table(FIRST, "links.csv")
            .where(row -> !row.get("list").matches("roll|aid|households"));
    assertThat(further)
        .extracting(row -> row.get("list") + " " + row.get("decision") + " " + row.get("tier"))
        .containsExactly(
            "enrolled linked 1",
            "hardship linked 1",
            "payments unlinked ",
            "civil linked 4",
            "disability linked 4",
            "disability linked 4",
            "population linked 1",
            "roll-changes linked 1",
            "placements linked 1",
            "attendance linked 1");
    assertThat(further.stream().map(row -> row.get("person_key")).distinct()).hasSize(3);
  }

  private static List<String> furtherRules(Office with, Office without) throws IOException {
    List<String> further = new ArrayList<>(lines(with, "findings.csv"));
    further.removeAll(lines(without, "findings.csv"));
    return further.stream().map(line -> line.split(",", -1)[2]).distinct().toList();
  }

  @Test
  void orphansDoNotReplaceThoseOnMinimumLiving() throws IOException {
    Office office = Sample.after(1, folder.resolve("civil"));
    String columns = "姓名,身份证号,救助类型,享受金额\n";
    office.drop("农村低保.csv", text(columns + "测试甲," + BOY + ",农村低保,420\n"));
    office.drop("孤儿.csv", text(columns + "测试乙," + GIRL + ",孤儿,1100\n"));
    office.run(SECOND);
    assertThat(office.file(SECOND, "农村低保.csv").get("effective").asBoolean()).isTrue();
    assertThat(office.file(SECOND, "孤儿.csv").get("effective").asBoolean()).isTrue();

    office.drop("孤儿名单.csv", text(columns + "测试乙," + GIRL + ",事实无人抚养,1200\n"));
    office.run(Sample.asOf(3));
    assertThat(office.file(Sample.asOf(3), "农村低保.csv").get("effective").asBoolean()).isTrue();
    assertThat(office.file(Sample.asOf(3), "孤儿名单.csv").get("effective").asBoolean()).isTrue();
    assertThat(office.runJson(Sample.asOf(3)).get("files").valueStream())
        .filteredOn(file -> file.get("name").asString().equals("孤儿.csv"))
        .allMatch(file -> !file.get("effective").asBoolean());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
