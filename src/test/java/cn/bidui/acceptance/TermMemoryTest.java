package cn.bidui.acceptance;

import static cn.bidui.judge.CountyFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.Opened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night keeps for later ones: a term is judged by what the lists of its own time said. */
class TermMemoryTest {

  private static final String GONE = id("20160501", 11);
  private static final String STAYS = id("20160602", 12);
  private static final String LEAVER = id("20130303", 13);

  private Office office;

  @BeforeEach
  void oneSummerAndOneAutumn(@TempDir Path folder) throws IOException {
    office = Office.open(folder.resolve("home"));
    drop("学籍在籍学生_20250620.csv", roll("三年级", "六年级"));
    drop("防返贫监测家庭成员_20250620.csv", households(true));
    drop("受助学生名单_20250620.csv", aid("2024-2025学年", "第二学期"));
    assertThat(office.run("2025-06-21").exit()).isZero();
    drop("学籍在籍学生_20250910.csv", roll("四年级", ""));
    drop("防返贫监测家庭成员_20250910.csv", households(true) + "\n");
    drop("受助学生名单_20250911.csv", aid("2025-2026学年", "第一学期"));
    assertThat(office.run("2025-09-12").exit()).isZero();
    drop("防返贫监测家庭成员_20251201.csv", households(false));
    assertThat(office.run("2025-12-05").exit()).isZero();
  }

  private void drop(String name, String text) throws IOException {
    office.drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String roll(String grade, String last) {
    StringBuilder list = new StringBuilder("姓名,性别,出生日期,身份证件类型,身份证件号,学校名称,年级,班级,就读方式,学籍状态\n");
    pupil(list, "甘小禾", "2016-05-01", GONE, grade);
    pupil(list, "石小山", "2016-06-02", STAYS, grade);
    pupil(list, "初七七", "2012-04-04", id("20120404", 15), "七年级");
    if (!last.isEmpty()) {
      pupil(list, "柳成林", "2013-03-03", LEAVER, last);
    }
    return list.toString();
  }

  private static void pupil(StringBuilder list, String name, String born, String id, String grade) {
    list.append("%s,男,%s,居民身份证,%s,东镇学校,%s,1班,走读,在读\n".formatted(name, born, id, grade));
  }

  private static String households(boolean both) {
    String head = "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,在校生状况,风险是否已消除\n";
    String row = "测试县,东镇,一村,%s,%s,%s,之子,脱贫户,小学,是\n";
    return head
        + (both ? row.formatted("990101000001", "甘小禾", GONE) : "")
        + row.formatted("990101000002", "石小山", STAYS);
  }

  private static String aid(String year, String term) {
    return "学年,学期,学校名称,年级,姓名,身份证件号,资助项目,应发金额\n"
        + "%s,%s,东镇学校,四年级,石小山,%s,非寄宿生生活补助,312.50\n".formatted(year, term, STAYS);
  }

  @Test
  void aHouseholdThatLeftTheListSinceIsJudgedByTheListOfTheTermsOwnTime() throws IOException {
    List<Table.Row> asked =
        office
            .table("2025-12-05", "findings.csv")
            .where(row -> row.get("rule").equals("unfunded-eligible"));
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).get("name")).isEqualTo("甘小禾");
    assertThat(asked.get(0).get("outcome")).isEqualTo("应助未助（确认）");
    assertThat(asked.get(0).get("explanation")).startsWith("2025秋学期初属于脱贫户（2025-09-10的防返贫监测名单），");
  }

  @Test
  void whoFinishedPrimarySchoolAndCameOntoNoJuniorRollIsAskedAboutOnceTheAutumnLagIsOver()
      throws IOException {
    assertThat(office.table("2025-09-12", "findings.csv").where(TermMemoryTest::noProgression))
        .isEmpty();
    List<Table.Row> asked =
        office.table("2025-12-05", "findings.csv").where(TermMemoryTest::noProgression);
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).get("name")).isEqualTo("柳成林");
    assertThat(asked.get(0).get("cells")).isEqualTo("学籍在籍学生_20250620.csv!!5");
  }

  private static boolean noProgression(Table.Row row) {
    return row.get("rule").equals("no-progression");
  }

  @Test
  void cohortsAndScoresAreHeldAgainstTheNightBefore() throws IOException {
    assertThat(Opened.rows(office.report("2025-12-05").resolve("指标.xlsx"), "学龄人口"))
        .anyMatch(row -> row.startsWith("全县|2022年秋季|") && row.endsWith("|0"));
    assertThat(office.runJson("2025-12-05").get("scoreboard").get("fields-complete").get("trend"))
        .hasSize(3);
  }

  @Test
  void theNightIsTheSameDoneAgainFromTheRecord() throws IOException {
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }
}
