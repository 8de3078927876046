package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.Opened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases are handled on the command line, and every word of it is in the record. */
class CasesTest {

  private static final String NIGHT = Sample.asOf(1);

  @TempDir private Path folder;

  private static Office.Said does(Office office, String... words) {
    String[] line =
        Stream.concat(Stream.of(words), Stream.of("--as-of", NIGHT)).toArray(String[]::new);
    return office.does(line);
  }

  private static String done(Office office, String... words) {
    Office.Said said = does(office, words);
    assertThat(said.exit()).as(said.all()).isZero();
    return said.out();
  }

  private static String refused(Office office, String... words) {
    Office.Said said = does(office, words);
    assertThat(said.exit()).as(said.all()).isEqualTo(64);
    return said.err();
  }

  private static Table.Row line(Office office, String asOf, String finding) throws IOException {
    List<Table.Row> rows =
        office.table(asOf, "cases.csv").where(row -> row.get("findings").contains(finding));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void aChildIsFollowedFromTheFindingToTheArchiveByTwoPersons() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(NIGHT, "never-enrolled", "冉书君");
    assertThat(line(office, NIGHT, id).of("stage", "rules", "open", "overdue", "person_known"))
        .isEqualTo("assigned | never-enrolled | " + id + " | false | false");

    assertThat(done(office, "case", id)).contains("登记 → 【交办】 → 处置", "责任人：还没有", "三帮一不全");
    assertThat(refused(office, "case", id, "verify", "--by", "周干事")).contains("还有 1 个疑点没有反馈");
    assertThat(done(office, "case", id, "assign", "张老师", "--by", "李主任")).contains("责任人：张老师");
    done(office, "case", id, "helpers", "--teacher", "张老师", "--by", "李主任");
    assertThat(
            done(
                office,
                "case",
                id,
                "helpers",
                "--cadre",
                "马主任",
                "--guardian",
                "冉大山",
                "--by",
                "李主任"))
        .doesNotContain("三帮一不全");
    assertThat(done(office, "case", id)).contains("三帮一：教师 张老师，村干部 马主任，监护人 冉大山");
    assertThat(refused(office, "case", id, "visit", "--by", "张老师")).contains("还要写明内容");
    assertThat(done(office, "case", id, "visit", "--note", "家访，答应返校", "--by", "张老师"))
        .contains("【处置】");
    done(office, "case", id, "written-report", "--by", "张老师");
    done(office, "case", id, "deadline-notice", "--number", "镇限返〔2025〕1号", "--by", "马主任");
    assertThat(done(office, "case", id, "extend", "--until", "2025-12-01", "--by", "李主任"))
        .contains("反馈期限：2025-12-01");
    assertThat(done(office, "answer", id, "F3", "--by", "张老师", "--evidence", "visit"))
        .contains("已记录");
    assertThat(refused(office, "case", id, "verify", "--by", "张老师"))
        .contains("张老师 就是反馈人；回访核查要由另一人做");
    assertThat(refused(office, "case", id, "file", "--by", "李主任")).contains("还没有回访核查");
    assertThat(done(office, "case", id, "verify", "--note", "见到本人", "--by", "周干事"))
        .contains("【回访核查】");

    assertThat(office.run("2025-11-10").exit()).isZero();
    Table.Row filed = line(office, "2025-11-10", id);
    assertThat(filed.of("stage", "open", "answered", "verified", "filed", "gaps"))
        .isEqualTo("filed |  | " + NIGHT + " | " + NIGHT + " | 2025-11-10 | ");
    assertThat(ledger(office, "2025-11-10", id))
        .contains("归档|张老师|||张老师|马主任|冉大山|1 次，最近 " + NIGHT + "|" + NIGHT + "|镇限返〔2025〕1号|||" + NIGHT);
    assertThat(Files.readString(office.report("2025-11-10").resolve("data/cases.csv")))
        .doesNotContain("张老师", "马主任", "冉");
    assertThat(office.does("explain", id, "--as-of", "2025-11-10").out()).contains("【归档】");

    assertThat(office.run("2025-11-11").exit()).isZero();
    assertThat(
            office.table("2025-11-11", "cases.csv").where(row -> row.get("findings").contains(id)))
        .as("filed before the last publication")
        .isEmpty();
  }

  private static String ledger(Office office, String asOf, String id) throws IOException {
    return Opened.rows(office.report(asOf).resolve("疑似辍学台账.xlsx"), "台账").stream()
        .filter(row -> row.startsWith(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasSaidIsTakenBackAndTheFindingOpensAgain() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(NIGHT, "never-enrolled", "冉书君");
    assertThat(refused(office, "undo", id, "--by", "李主任")).contains("没有可以撤销的反馈");
    done(office, "answer", id, "F3", "--by", "张老师", "--verified-by", "周干事", "--evidence", "visit");
    assertThat(office.run("2025-11-10").exit()).isZero();
    assertThat(line(office, "2025-11-10", id).get("stage")).isEqualTo("filed");

    String undone = done(office, "undo", id, "--by", "李主任", "--note", "认错了人");
    assertThat(undone).contains("已劝返复学", "（张老师），撤销人 李主任", "【交办】");
    assertThat(done(office, "case", id)).contains("已撤销：第 ", "李主任 于 " + NIGHT + " 撤销  认错了人");
    assertThat(refused(office, "undo", id, "--by", "李主任")).contains("没有可以撤销的反馈");
    assertThat(office.run("2025-11-11").exit()).isZero();
    assertThat(office.state("2025-11-11", id)).isEqualTo("reopened");
    assertThat(line(office, "2025-11-11", id).of("stage", "rebounds", "reviews", "filed"))
        .isEqualTo("assigned | 0 | 0 | ");
    assertThat(office.does("rebuild").out()).contains("（2025-11-11）重新导出后逐字节相同");
  }

  @Test
  void whatIsSentBackLosesItsAnswer() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(NIGHT, "never-enrolled", "冉书君");
    assertThat(refused(office, "case", id, "send-back", "--note", "不实", "--by", "周干事"))
        .contains("没有可以退回的反馈");
    done(office, "answer", id, "F3", "--by", "张老师", "--evidence", "visit");
    assertThat(done(office, "case", id, "send-back", "--note", "没有见到本人", "--by", "周干事"))
        .contains("【处置】");
    String caseId = line(office, NIGHT, id).get("case_id");
    assertThat(refused(office, "undo", caseId, "--by", "李主任")).contains("要恢复，请重新反馈");
    assertThat(office.run("2025-11-10").exit()).isZero();
    assertThat(office.state("2025-11-10", id)).isEqualTo("persisting");
    assertThat(line(office, "2025-11-10", id).get("stage")).isEqualTo("handling");
  }

  @Test
  void anIdentityRulingGoesWithItsAnswer() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    Table.Row undecided =
        office
            .table(NIGHT, "findings.csv")
            .where(row -> row.get("rule").equals("undecided-identity"))
            .get(0);
    String id = undecided.get("finding_id");
    assertThat(done(office, "answer", id, "same", "--by", "张老师")).contains("这两行的认定");
    assertThat(done(office, "undo", id, "--by", "李主任")).contains("身份认定一并撤销");
    assertThat(office.run("2025-11-10").exit()).isZero();
    assertThat(office.state("2025-11-10", id)).isEqualTo("persisting");
  }

  @Test
  void whatRestedOnAnAnswerThatIsTakenBackIsNamed() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(NIGHT, "never-enrolled", "冉书君");
    done(office, "answer", id, "F3", "--by", "张老师", "--evidence", "visit");
    done(office, "case", id, "verify", "--by", "周干事");
    done(office, "case", id, "file", "--by", "周干事");

    assertThat(done(office, "undo", id, "--by", "李主任"))
        .containsPattern("以它为依据的第 \\d+ 条 回访核查（周干事）随之不再作数")
        .containsPattern("以它为依据的第 \\d+ 条 归档（周干事）随之不再作数")
        .contains("【交办】");
  }

  @Test
  void theCountsOfTheListAreThoseOfTheMorningPage() throws IOException {
    Office office = Sample.after(3, folder.resolve("home"));
    String page = Files.readString(office.report(Sample.asOf(3)).resolve("清单").resolve("个案.html"));

    assertThat(page).contains("待回访核查（1）", "要件不全（38）");
    assertThat(office.does("cases", "--as-of", Sample.asOf(3)).out())
        .startsWith("个案 ")
        .contains("，其中逾期 0 件，要件不全 38 件");
    assertThat(office.does("cases", "--gaps", "--as-of", Sample.asOf(3)).out())
        .startsWith("个案 38 件");
  }

  @Test
  void whatCannotBeTakenBackSaysWhy() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(NIGHT, "never-enrolled", "冉书君");
    assertThat(refused(office, "undo")).contains("要写明撤销什么");
    assertThat(refused(office, "undo", id)).contains("--by 姓名");
    assertThat(refused(office, "undo", "F0000", "--by", "李主任")).contains("没有找到 F0000");
    assertThat(refused(office, "undo", "999999", "--by", "李主任")).contains("流水里没有第 999999 条");
    int published = 0;
    int received = 0;
    int line = 0;
    for (String text :
        Files.readAllLines(office.home().resolve("journal").resolve("000001.jsonl"))) {
      line++;
      published = text.contains("\"published\"") ? line : published;
      received = text.contains("\"file-received\"") ? line : received;
    }
    assertThat(refused(office, "undo", "" + published, "--by", "李主任")).contains("已发布的核对结果，不能撤销");
    assertThat(refused(office, "undo", "" + received, "--by", "李主任")).contains("bidui withdraw");
    assertThat(refused(office, "undo", "1", "--by", "李主任")).contains("不是反馈也不是办理记录");
    done(office, "case", id, "remark", "--note", "随父外出", "--by", "张老师");
    String caseId = line(office, NIGHT, id).get("case_id");
    assertThat(done(office, "undo", caseId, "--by", "李主任")).contains("备注（张老师）");
    assertThat(refused(office, "undo", caseId, "--by", "李主任")).contains("没有可以撤销的办理记录");
  }

  @Test
  void casesAreListedTheMostUrgentFirst() throws IOException {
    Office office = Sample.after(2, folder.resolve("home"));
    String all = office.does("cases", "--as-of", Sample.asOf(2)).out();
    assertThat(all).startsWith("个案 ").contains("交办");
    String late = office.does("cases", "--overdue", "--as-of", "2026-01-01").out();
    assertThat(late).contains("（逾期）");
    assertThat(office.does("cases", "--overdue", "--as-of", Sample.asOf(2)).out())
        .startsWith("个案 0 件");
    String school = office.does("cases", "--school", "城关镇第一小学", "--as-of", Sample.asOf(2)).out();
    assertThat(school).contains("单位：城关镇第一小学").doesNotContain("青禾镇中心小学");
    assertThat(office.does("cases", "--stage", "归档", "--as-of", Sample.asOf(2)).out())
        .doesNotContain("交办");
    assertThat(refused(office, "cases", "--school", "没有的学校"))
        .contains("登记册里没有学校“没有的学校”", "城关镇第一小学");
    assertThat(office.does("cases", "--stage", "别的").err()).contains("不是环节；可以是 登记、交办");
    assertThat(office.does("cases", "--gaps", "--as-of", Sample.asOf(2)).out()).contains("未定责任人");
  }

  @Test
  void whatComesBackIsTheSameCaseAndTheRecordTellsItAgain() throws IOException {
    Office office = Sample.after(3, folder.resolve("home"));
    String id = office.finding(Sample.asOf(3), "unfunded-eligible", "田嘉馨");
    Table.Row back = line(office, Sample.asOf(3), id);
    assertThat(back.of("rebounds", "registered", "opened"))
        .isEqualTo("1 | " + Sample.asOf(1) + " | " + Sample.asOf(3));
    assertThat(office.does("case", id).out()).contains("反弹 1 次", "数据已改正", "反弹");
    office.does("case", id, "assign", "张老师", "--by", "李主任", "--as-of", Sample.asOf(3));
    assertThat(office.run("2025-11-06").exit()).isIn(0, 2);
    Office.Said rebuilt = office.does("rebuild");
    assertThat(rebuilt.out()).as(rebuilt.all()).contains("（2025-11-06）重新导出后逐字节相同");
    assertThat(line(office, "2025-11-06", id).get("person_known")).isEqualTo("true");
  }

  @Test
  void theTableOfDutiesIsWrittenFilledInAndTaken() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    assertThat(done(office, "duties")).contains("还没有双线七长责任表");
    Path empty = folder.resolve("责任表.xlsx");
    assertThat(done(office, "duties", "--template", empty.toString())).contains("已写出责任表");
    assertThat(refused(office, "duties", "--template", empty.toString())).contains("已经存在");
    List<String> rows = Opened.rows(empty, "责任表");
    assertThat(rows.get(0)).isEqualTo("责任角色|乡镇|村|学校|班级|姓名|联系电话");
    assertThat(rows).contains("县长", "乡镇长|青禾镇", "校长|||青禾镇中心小学", "师长|||青禾镇中心小学|三年级1班");

    assertThat(rows)
        .containsSubsequence("师长|||城关镇初级中学|七年级1班", "师长|||城关镇初级中学|八年级1班", "师长|||城关镇初级中学|九年级1班");
    Office.Said blank = does(office, "duties", empty.toString(), "--by", "李主任");
    assertThat(blank.exit()).isEqualTo(2);
    assertThat(blank.err()).contains("没有写一个姓名", "原来的责任表不变");

    Path filled = filled(empty, "校长", "陆校长");
    assertThat(refused(office, "duties", filled.toString())).contains("--by 姓名");
    assertThat(done(office, "duties", filled.toString(), "--by", "李主任")).contains("已收下责任表");
    assertThat(done(office, "duties")).contains("校长  青禾镇中心小学  陆校长");
    Path again = folder.resolve("再写.xlsx");
    done(office, "duties", "--template", again.toString());
    assertThat(Opened.rows(again, "责任表")).contains("校长|||青禾镇中心小学||陆校长");

    String id = office.finding(NIGHT, "unfunded-eligible", "田嘉馨");
    assertThat(done(office, "case", id)).contains("责任人：陆校长（据双线七长责任表）");
    assertThat(office.run("2025-11-04").exit()).isZero();
    assertThat(line(office, "2025-11-04", id).of("person_known", "gaps")).isEqualTo("true | ");
    assertThat(office.does("rebuild").out()).contains("（2025-11-04）重新导出后逐字节相同");
  }

  @Test
  void aTableWithUnknownRolesIsNotTakenAndEveryRowIsNamed() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    Path file = folder.resolve("责任表.csv");
    Files.writeString(
        file,
        """
        责任角色,乡镇,学校,班级,姓名
        村霸,青禾镇,,,甲
        校长,,没有的小学,,乙
        乡镇长,,,,丙
        乡镇长,青禾镇,,,丁
        乡镇长,青禾镇,,,戊
        师长,,青禾镇中心小学,,己
        县长,,,,
        """,
        StandardCharsets.UTF_8);
    Office.Said said = does(office, "duties", file.toString(), "--by", "李主任");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .contains("第 2 行：责任角色“村霸”不在双线七长之内")
        .contains("第 3 行：登记册里没有学校“没有的小学”")
        .contains("第 4 行：乡镇长 没有写明")
        .contains("第 6 行：青禾镇 的同一角色写了两个人")
        .contains("第 7 行：师长 没有写明")
        .contains("原来的责任表不变");
    assertThat(done(office, "duties")).contains("还没有双线七长责任表");
    Files.writeString(file, "姓名,电话\n甲,1\n", StandardCharsets.UTF_8);
    assertThat(does(office, "duties", file.toString(), "--by", "李主任").err()).contains("没有“责任角色”一列");
    assertThat(does(office, "duties", folder.resolve("没有.xlsx").toString(), "--by", "甲").exit())
        .isEqualTo(74);
  }

  /** Writes a name into each row of a role. */
  private Path filled(Path empty, String role, String name) throws IOException {
    Path target = folder.resolve("填好.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(empty));
        var out = Files.newOutputStream(target)) {
      Sheet sheet = book.getSheet("责任表");
      for (Row row : sheet) {
        if (row.getCell(0).getStringCellValue().equals(role)) {
          row.getCell(5).setCellValue(name);
        }
      }
      book.write(out);
    }
    return target;
  }

  @Test
  void aCommandThatIsIncompleteSaysWhatIsMissing() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(NIGHT, "never-enrolled", "冉书君");
    assertThat(refused(office, "case")).contains("要写明个案或疑点编号");
    assertThat(refused(office, "case", "F0000")).contains("没有找到个案或疑点 F0000");
    assertThat(refused(office, "case", id, "别的", "--by", "甲")).contains("不是办理动作");
    assertThat(refused(office, "case", id, "file")).contains("--by 姓名");
    assertThat(refused(office, "case", id, "extend", "--by", "甲")).contains("--until");
    Office nobody = new Office(folder.resolve("nowhere"));
    assertThat(refused(nobody, "case", id)).contains("bidui init");
    assertThat(refused(nobody, "undo", id, "--by", "甲")).contains("bidui init");
    assertThat(refused(nobody, "duties")).contains("bidui init");
    assertThat(refused(nobody, "cases")).contains("bidui init");
    assertThat(refused(nobody, "explain", id)).contains("bidui init");
    assertThat(refused(nobody, "forms", "--out", "表单")).contains("bidui init");
    assertThat(refused(nobody, "report", "--sheets", "--out", "一单式")).contains("bidui init");
  }
}
