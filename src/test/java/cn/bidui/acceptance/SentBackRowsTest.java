package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is missing from a list for sure while a row of it waits for its correction. */
class SentBackRowsTest {

  private static final String FIRST = "2025-11-03";
  private static final String SECOND = "2025-11-04";
  private static final String BORN = "2016-05-01";
  private static final String GRANT = "312.5";

  @TempDir private Path folder;

  @Test
  void aChildWhoseRowOfTheRollWasSentBackIsNoDropOutYet() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20251102.csv", roll(row(0, BORN), row(1, "2016-13-45"), row(2, BORN)));
    office.drop("监测对象_20251102.csv", households(4));
    office.drop("2025秋受助学生_20251102.csv", aid(GRANT, GRANT, GRANT));

    assertThat(office.run(FIRST).exit()).isZero();

    assertThat(outcome(office, FIRST, "never-enrolled", 1)).isEqualTo("待核");
    assertThat(words(office, FIRST, "never-enrolled", 1)).contains("退回待改");
    assertThat(outcome(office, FIRST, "funded-not-enrolled", 1)).isEqualTo("待核");
    assertThat(outcome(office, FIRST, "never-enrolled", 3)).isEqualTo("疑似失学");
  }

  @Test
  void anIdThatCannotBeReadLeavesTheName() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop(
        "学籍_20251102.csv",
        roll(row(0, BORN), row(1, BORN).replace(id(1), "9.90101E+17"), row(2, BORN)));
    office.drop("监测对象_20251102.csv", households(4));
    office.drop("2025秋受助学生_20251102.csv", aid(GRANT));

    office.run(FIRST);

    assertThat(outcome(office, FIRST, "never-enrolled", 1)).isEqualTo("待核");
    assertThat(outcome(office, FIRST, "never-enrolled", 3)).isEqualTo("疑似失学");
  }

  @Test
  void aPupilWhoseRowIsSentBackTonightHasNotVanished() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20251102.csv", roll(row(0, BORN), row(1, BORN), row(2, BORN), row(3, BORN)));
    office.drop("监测对象_20251102.csv", households(1));
    office.drop("2025秋受助学生_20251102.csv", aid(GRANT));
    office.drop(
        "学籍异动_20251102.csv",
        ("学校名称,姓名,身份证件号,异动类型,异动日期\n" + school() + "," + name(0) + "," + id(0) + ",复学,2025-09-01\n")
            .getBytes(StandardCharsets.UTF_8));
    office.run(FIRST);
    office.drop("学籍_20251103.csv", roll(row(0, BORN), row(1, "2016-13-45"), row(2, BORN)));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(outcome(office, SECOND, "vanished-from-roll", 1)).isEqualTo("待核");
    assertThat(words(office, SECOND, "vanished-from-roll", 1)).contains("退回待改");
    assertThat(outcome(office, SECOND, "vanished-from-roll", 3)).isEqualTo("疑似辍学");
  }

  @Test
  void aGrantThatWasSentBackIsNotMissingForSureAndTheNightComesOutTheSameAgain()
      throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20251102.csv", roll(row(0, BORN), row(1, BORN), row(2, BORN)));
    office.drop("监测对象_20251102.csv", households(3));
    office.drop("2025秋受助学生_20251102.csv", aid(GRANT, "三百"));

    office.run(FIRST);

    assertThat(outcome(office, FIRST, "unfunded-eligible", 1)).isEqualTo("应助未助（待核）");
    assertThat(outcome(office, FIRST, "unfunded-eligible", 2)).isEqualTo("应助未助（确认）");
    String finding = office.finding(FIRST, "unfunded-eligible", name(1));
    assertThat(office.does("audit", "why", finding).exit()).isZero();
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
    office.drop("2025秋受助学生_20251103.csv", aid(GRANT, GRANT));
    office.run(SECOND);
    assertThat(office.state(SECOND, finding)).isEqualTo("resolved");
  }

  private static String outcome(Office office, String asOf, String rule, int child)
      throws IOException {
    return one(office, asOf, rule, child).get("outcome");
  }

  private static String words(Office office, String asOf, String rule, int child)
      throws IOException {
    return one(office, asOf, rule, child).get("explanation");
  }

  private static Table.Row one(Office office, String asOf, String rule, int child)
      throws IOException {
    List<Table.Row> found =
        office
            .table(asOf, "findings.csv")
            .where(row -> row.get("rule").equals(rule) && row.get("name").equals(name(child)));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static byte[] roll(String... rows) {
    return ("学校名称,姓名,性别,出生日期,身份证件号,年级,班级,就读方式,学籍状态\n" + String.join("", rows))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(int child, String born) {
    return String.join(",", school(), name(child), "男", born, id(child), "四年级,1班,走读,正常\n");
  }

  /** Nobody says that they go to school. */
  private static byte[] households(int children) {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    for (int i = 0; i < children; i++) {
      text.append("石桥镇,石桥村,99010101").append(10_000 + i).append(",脱贫户,,").append(name(i));
      text.append(',').append(id(i)).append(",之子,,20251102\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] aid(String... amounts) {
    StringBuilder text = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = 0; i < amounts.length; i++) {
      text.append("2025-2026学年,第一学期,").append(school()).append(",小学,四年级,").append(name(i));
      text.append(',').append(id(i)).append(",生活补助,").append(amounts[i]).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String school() {
    return "石桥镇中心小学";
  }

  private static String name(int child) {
    return List.of("钟立春", "阮雨水", "苗惊蛰", "邵清明").get(child);
  }

  private static String id(int child) {
    return IdNumbers.ofOrder(LocalDate.parse(BORN), 2 * child + 1);
  }
}
