package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.acceptance.ClerkBook.Grid;
import cn.bidui.acceptance.ClerkBook.Line;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.report.Opened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list of findings goes out, comes back filled in, and is answered. */
class AnswerReturnTest {

  private static final String FIRST = Sample.asOf(1);
  private static final String SECOND = "2025-11-04";
  private static final String THIRD = "2025-11-05";

  @TempDir private Path folder;

  private static ClerkBook list(Office office, String asOf) throws IOException {
    return ClerkBook.open(office.report(asOf).resolve("差异清单.xlsx"));
  }

  /** Answers the finding of that id. */
  private static void answer(ClerkBook book, String id, String outcome, String note, String by) {
    for (Grid grid : book.grids) {
      for (Line line : grid.lines) {
        if (grid.text(line, ClerkBook.KEY).startsWith(id + "!")) {
          grid.set(line, "处理结果", outcome);
          grid.set(line, "说明", note);
          grid.set(line, "处理人", by);
        }
      }
    }
  }

  private byte[] bytes(ClerkBook book, String name) throws IOException {
    Path file = Files.createTempDirectory(folder, "book").resolve(name);
    book.save(file);
    return Files.readAllBytes(file);
  }

  private static String counts(JsonNode file) {
    return "%s: %d = %d + %d + %d"
        .formatted(
            file.get("state").asString(),
            file.get("rows").asInt(),
            file.get("accepted").asInt(),
            file.get("rejected").asInt(),
            file.get("blank").asInt());
  }

  private static List<String> told(Office office, String name) {
    return Opened.rows(office.feedback().resolve(name), "答复结果");
  }

  @Test
  void anAnswerCountsOnTheSameNightStandsInTheNextListAndIsKnownWhenItComesBack()
      throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(FIRST, "never-enrolled", "冉书君");
    ClerkBook book = list(office, FIRST);
    String outcome = cn.bidui.ledger.OutcomeCode.A1.published();
    answer(book, id, outcome, "班主任核实", "王老师");
    office.drop("改过名.xlsx", bytes(book, "改过名.xlsx"));
    assertThat(office.run(SECOND).exit()).isZero();
    assertThat(office.state(SECOND, id)).isEqualTo("explained");
    assertThat(told(office, "改过名__已收妥.xlsx").get(1))
        .startsWith("已登记|控辍保学|")
        .contains("|王老师|疑点下次核对起不再列为待办。|")
        .contains("冉**");

    ClerkBook next = list(office, SECOND);
    office.drop("原样交回.xlsx", bytes(next, "原样交回.xlsx"));
    answer(next, id, "", "", "");
    for (Grid grid : next.grids) {
      for (Line line : grid.lines) {
        grid.set(line, "日期", "");
      }
    }
    office.drop("清空了.xlsx", bytes(next, "清空了.xlsx"));
    assertThat(office.run(THIRD).exit()).isZero();
    int rows = next.rows(false).size();
    assertThat(counts(office.file(THIRD, "原样交回.xlsx")))
        .isEqualTo("answers: %d = 1 + 0 + %d".formatted(rows, rows - 1));
    assertThat(counts(office.file(THIRD, "清空了.xlsx")))
        .isEqualTo("answers: %d = 0 + 0 + %d".formatted(rows, rows));
    assertThat(told(office, "原样交回__已收妥.xlsx").get(1))
        .startsWith("此前已登记|")
        .contains("同样的答复 2025-11-04 已经登记");
    assertThat(told(office, "清空了__已收妥.xlsx").get(1))
        .startsWith("没有填写|")
        .contains("没有填写不等于撤回：王老师 的答复“" + outcome + "”继续有效。");
    assertThat(office.journal(Answered.class)).hasSize(1);
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void theSameFileAgainIsADuplicateAndAnUntouchedListSaysNothing() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    byte[] untouched = Files.readAllBytes(office.report(FIRST).resolve("差异清单.xlsx"));
    office.drop("a.xlsx", untouched).drop("b.xlsx", untouched);
    assertThat(office.run(SECOND).exit()).isZero();
    int rows = list(office, FIRST).rows(false).size();
    assertThat(counts(office.file(SECOND, "b.xlsx"))).startsWith("duplicate: 0");
    assertThat(counts(office.file(SECOND, "a.xlsx")))
        .isEqualTo("answers: %d = 0 + 0 + %d".formatted(rows, rows));
    assertThat(office.journal(Answered.class)).isEmpty();
    assertThat(office.journal(Entry.AnswersRead.class)).hasSize(1);
  }

  /** The answers of a workbook and that it was read are one append, of which a crash may cut. */
  @Test
  void aReadingThatWasCutShortIsAnsweredLikeAWholeOne() throws IOException {
    Office whole = Sample.after(1, folder.resolve("whole"));
    Office cut = Sample.after(1, folder.resolve("cut"));
    ClerkBook book = list(whole, FIRST);
    String id = whole.finding(FIRST, "never-enrolled", "冉书君");
    answer(book, id, cn.bidui.ledger.OutcomeCode.A1.published(), "", "王老师");
    byte[] filled = bytes(book, "表.xlsx");
    whole.drop("表.xlsx", filled);
    cut.drop("表.xlsx", filled);
    assertThat(whole.run(SECOND).exit()).isZero();

    Receiving.receive(cut, cut.inbox().resolve("表.xlsx"), SECOND);
    Receiving.append(cut, whole.journal(Answered.class).get(0));
    assertThat(cut.run(SECOND).exit()).isZero();

    assertThat(cut.journal(Answered.class)).isEqualTo(whole.journal(Answered.class));
    assertThat(told(cut, "表__已收妥.xlsx")).isEqualTo(told(whole, "表__已收妥.xlsx"));
    assertThat(cut.published(SECOND)).isEqualTo(whole.published(SECOND));
    cut.drop("又来.xlsx", Files.readAllBytes(cut.report(SECOND).resolve("差异清单.xlsx")));
    assertThat(cut.run(THIRD).exit()).isZero();
    assertThat(told(cut, "又来__已收妥.xlsx").get(1)).startsWith("此前已登记|");
  }

  @Test
  void whatARunThatWasCutShortHadNotAnsweredTheNextOneAnswersAlike() throws IOException {
    Office whole = Sample.after(1, folder.resolve("whole"));
    String id = whole.finding(FIRST, "undecided-identity", "严博博");
    ClerkBook book = list(whole, FIRST);
    answer(book, id, "同一人", "见户口簿", "王老师");
    byte[] filled = bytes(book, "表.xlsx");
    Office cut = Sample.after(1, folder.resolve("cut"));
    whole.drop("表.xlsx", filled);
    cut.drop("表.xlsx", filled);
    Receiving.receive(cut, cut.inbox().resolve("表.xlsx"), SECOND);
    assertThat(whole.run(SECOND).exit()).isZero();
    assertThat(cut.run(SECOND).exit()).isZero();
    assertThat(whole.state(SECOND, id)).as("the ruling counts at once").isEqualTo("resolved");
    assertThat(whole.journal(Entry.Pinned.class)).hasSize(1);
    assertThat(cut.journal(Answered.class)).isEqualTo(whole.journal(Answered.class));
    assertThat(cut.published(SECOND)).isEqualTo(whole.published(SECOND));
    assertThat(told(whole, "表__已收妥.xlsx").get(1)).contains("认定从下次核对起一直有效");
  }

  @Test
  void aListWithoutItsKeysIsSentBackWithWhatIsMissing() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    ClerkBook book = list(office, FIRST);
    for (Grid grid : book.grids) {
      int key = grid.titles.indexOf(ClerkBook.KEY);
      grid.titles.remove(key);
      grid.lines.forEach(line -> line.cells.remove(key));
    }
    office.drop("没有行标识.xlsx", bytes(book, "没有行标识.xlsx"));
    assertThat(office.run(SECOND).exit()).isEqualTo(2);
    JsonNode file = office.file(SECOND, "没有行标识.xlsx");
    assertThat(file.get("state").asString()).isEqualTo("refused");
    assertThat(file.get("problems").get(0).get("code").asString()).isEqualTo("ANSWERS-INCOMPLETE");
  }

  @Test
  void inspectSaysWhatSuchAFileIs() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    ClerkBook book = list(office, FIRST);
    String id = office.finding(FIRST, "never-enrolled", "冉书君");
    answer(book, id, "A4", "", "王老师");
    Path file = Files.write(folder.resolve("表.xlsx"), bytes(book, "表.xlsx"));
    Office.Said said = office.does("inspect", file.toString());
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out())
        .contains("表.xlsx：填好的疑点清单（差异清单，截至 2025-11-03）")
        .contains("控辍保学：")
        .contains("其中 1 行选了处理结果");
    book.meta.clear();
    Path loose = Files.write(folder.resolve("散.xlsx"), bytes(book, "散.xlsx"));
    assertThat(office.does("inspect", loose.toString()).out()).contains("逐行凭校验认定");
  }

  @Test
  void ofThreeRulingsThatCannotAllHoldTheThirdIsListed() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    StringBuilder rows = new StringBuilder("学校名称,全国学籍号,姓名,性别,出生日期,身份证件类型,身份证件号,年级\r\n");
    for (String school : List.of("甲镇小学", "乙镇小学", "丙镇小学")) {
      rows.append(school).append(",,乔宇谦,男,2017-07-26,其他,,三年级\r\n");
    }
    office.drop("学籍在籍学生_20251102.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    office.run(FIRST);
    ClerkBook book = list(office, FIRST);
    List<String> ids =
        office.table(FIRST, "findings.csv").where(row -> row.get("cells").contains(";")).stream()
            .map(row -> row.get("finding_id"))
            .toList();
    assertThat(ids).hasSize(3);
    answer(book, ids.get(0), "同一人", "", "王老师");
    answer(book, ids.get(1), "同一人", "", "赵老师");
    answer(book, ids.get(2), "不是同一人", "", "李老师");
    office.drop("表.xlsx", bytes(book, "表.xlsx"));
    office.run(SECOND);
    assertThat(office.journal(Entry.Pinned.class)).hasSize(2);
    assertThat(office.table(SECOND, "rejects.csv").where(row -> row.get("file").equals("表.xlsx")))
        .extracting(row -> row.get("code"))
        .containsExactly("RULING-CONTRADICTS");
    assertThat(told(office, "表__未通过.xlsx").get(1)).contains("与此前的认定（").contains("矛盾");
  }
}
