package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.Opened;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer silences a finding while its facts stand, and until its date. */
class AnswersTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir private Path folder;

  @Test
  void anAnswerHoldsToItsLastDayAndNotOneDayLonger() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "unfunded-eligible", "祖拉·艾山");
    Office.Said said =
        office.does(
            "answer", id, "G3", "--by", "王老师", "--until", "2025-11-10", "--as-of", Sample.asOf(1));
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains(id).contains("自愿放弃").contains("王老师");
    assertThat(office.state(Sample.asOf(1), id)).as("what is published stays").isEqualTo("new");

    assertThat(office.run("2025-11-10").exit()).isZero();
    assertThat(office.state("2025-11-10", id)).isEqualTo("explained");
    assertThat(office.table("2025-11-10", "findings.csv").rows())
        .as("explained ones stand at the end")
        .last()
        .extracting(row -> row.get("finding_id"))
        .isEqualTo(id);
    assertThat(office.run("2025-11-11").exit()).isZero();
    assertThat(office.state("2025-11-11", id)).isEqualTo("reopened");
    assertThat(office.run("2025-11-12").exit()).isZero();
    assertThat(office.state("2025-11-12", id)).isEqualTo("persisting");
  }

  @Test
  void otherFactsOpenTheFindingAgain() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "overpaid", "高若涵");
    assertThat(office.does("answer", id, "经核实无误", "--by", "王老师", "--as-of", Sample.asOf(1)).exit())
        .isZero();
    assertThat(office.run(Sample.asOf(2)).exit()).isZero();
    assertThat(office.state(Sample.asOf(2), id)).isEqualTo("explained");

    office.drop("受助学生名单_20251104.csv", paid("高若涵", "330.00", "340.00"));
    assertThat(office.run(Sample.asOf(3)).exit()).isZero();
    assertThat(office.state(Sample.asOf(3), id)).isEqualTo("reopened");
  }

  @Test
  void anOutcomeThatClosesNothingIsShownAndTheFindingStaysOpen() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "never-enrolled", "冉书君");
    assertThat(office.does("answer", id, "A4", "--by", "王老师", "--as-of", Sample.asOf(1)).exit())
        .isZero();
    assertThat(office.run(Sample.asOf(2)).exit()).isZero();
    assertThat(office.state(Sample.asOf(2), id)).isEqualTo("persisting");
    assertThat(office.does("explain", id).out()).contains("王老师 处理");
  }

  @Test
  void anAnswerCarriesItsEvidenceIntoTheLedgerAndOpensAgainWithTheNextSchoolYear()
      throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "never-enrolled", "冉书君");
    Office.Said bare = office.does("answer", id, "A2", "--by", "王老师", "--as-of", Sample.asOf(1));
    assertThat(bare.out())
        .contains("有效至 2026-08-31，之后重新列为疑点")
        .contains("还没有写佐证：这一结果通常凭就读学校和学籍号或在读证明");
    Office.Said said =
        office.does(
            "answer",
            id,
            "A2",
            "--by",
            "王老师",
            "--evidence",
            "在读证明",
            "--verified-by",
            "周干事",
            "--verified-on",
            "2025-11-01",
            "--as-of",
            Sample.asOf(1));
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).doesNotContain("还没有写佐证");

    assertThat(office.run("2025-11-10").exit()).isZero();
    assertThat(office.state("2025-11-10", id)).isEqualTo("explained");
    assertThat(row(office, "2025-11-10", id))
        .endsWith("A2 县外（省内）就读有学籍|在读证明|2025-11-01|周干事|2026-08-31");
    assertThat(office.does("explain", id).out())
        .contains("佐证：在读证明；核实：周干事，2025-11-01")
        .contains("有效至 2026-08-31");

    assertThat(office.run("2026-08-31").exit()).isIn(0, 3);
    assertThat(office.state("2026-08-31", id)).isEqualTo("explained");
    assertThat(office.run("2026-09-01").exit()).isIn(0, 3);
    assertThat(office.state("2026-09-01", id)).isEqualTo("reopened");
  }

  @Test
  void evidenceThatIsNoneIsNotRecorded() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "never-enrolled", "冉书君");
    Office.Said said = office.does("answer", id, "A2", "--by", "王老师", "--evidence", "听说的");
    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("“听说的”不是佐证类型；全部类型见 bidui answer --list");
    Office.Said later =
        office.does(
            "answer",
            id,
            "A2",
            "--by",
            "王老师",
            "--verified-on",
            "2025-12-01",
            "--as-of",
            Sample.asOf(1));
    assertThat(later.exit()).isEqualTo(64);
    assertThat(later.err()).contains("核实日期晚于今天的数据日期");
  }

  private static String row(Office office, String asOf, String id) throws IOException {
    return Opened.rows(office.report(asOf).resolve("疑似辍学台账.xlsx"), "台账").stream()
        .filter(row -> row.startsWith(id))
        .findFirst()
        .orElseThrow();
  }

  /** The aid list of the second night with another amount for one pupil. */
  private static byte[] paid(String name, String before, String after) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String line : new String(Sample.bytes(2, "受助学生名单_20251103.csv"), GBK).lines().toList()) {
      list.append(line.contains("," + name + ",") ? line.replace(before, after) : line);
      list.append("\r\n");
    }
    return list.toString().getBytes(GBK);
  }
}
