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

/** Pupils who do not come back after the summer, and those who were missed before it. */
class OverSummerTest {

  private static final String VANISHED = "vanished-from-roll";
  private static final List<String> NAMES = List.of("钟立春", "阮雨水", "苗惊蛰", "邵清明", "邱谷雨", "龙立夏");
  private static final String[] GRADES = {"一年级", "二年级", "三年级", "四年级", "五年级", "六年级"};
  private static final String[] NEXT = {"二年级", "三年级", "四年级", "五年级", "六年级", "七年级"};

  @TempDir private Path folder;

  @Test
  void whoeverIsOnNoRollOfTheNewYearIsMissedOnceTheAutumnIsOver() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20250620.csv", roll(GRADES, 0, 1, 2, 3, 4, 5));
    office.run("2025-06-21");
    office.drop("学籍_20250905.csv", roll(NEXT, 0, 1, 2, 4, 5));

    office.run("2025-09-06");
    office.run("2025-10-31");
    assertThat(office.table("2025-10-31", "findings.csv").rows()).isEmpty();
    office.run("2025-11-01");

    assertThat(missed(office, "2025-11-01")).containsExactly("邵清明 new");
    office.run("2025-11-02");
    assertThat(missed(office, "2025-11-02")).containsExactly("邵清明 persisting");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void aNightWithoutARollAfterTheAutumnLosesNobody() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20250620.csv", roll(GRADES, 0, 1, 2, 3, 4, 5));
    office.run("2025-06-21");
    office.drop("学籍_20250905.csv", roll(NEXT, 0, 1, 2, 4, 5));

    office.run("2025-09-06");
    office.run("2026-01-10");

    assertThat(missed(office, "2026-01-10")).containsExactly("邵清明 new");
  }

  @Test
  void aCaseOfTheSpringIsOneCaseInAutumn() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20250520.csv", roll(GRADES, 0, 1, 2, 3, 4, 5));
    office.run("2025-05-21");
    office.drop("学籍_20250602.csv", roll(GRADES, 0, 1, 2, 4));
    office.run("2025-06-03");
    assertThat(missed(office, "2025-06-03")).containsExactly("邵清明 new", "龙立夏 new");
    office.drop("学籍_20250905.csv", roll(NEXT, 0, 1, 2, 4));

    for (String night : List.of("2025-07-10", "2025-09-02", "2025-10-20", "2025-11-01")) {
      office.run(night);
      assertThat(missed(office, night))
          .as(night)
          .containsExactly("邵清明 persisting", "龙立夏 persisting");
      assertThat(office.table(night, "findings.csv").of("rule")).containsOnly(VANISHED);
    }
    String finding = office.finding("2025-11-01", VANISHED, "邵清明");
    assertThat(office.does("audit", "why", finding).exit()).isZero();
    office.drop("学籍_20251105.csv", roll(NEXT, 0, 1, 2, 3, 4, 5));
    office.run("2025-11-06");
    assertThat(missed(office, "2025-11-06")).containsExactly("邵清明 resolved", "龙立夏 resolved");
  }

  private static List<String> missed(Office office, String asOf) throws IOException {
    return office
        .table(asOf, "findings.csv")
        .where(row -> row.get("rule").equals(VANISHED))
        .stream()
        .map(row -> row.get("name") + " " + row.get("state"))
        .sorted()
        .toList();
  }

  private static byte[] roll(String[] grades, int... pupils) {
    StringBuilder text = new StringBuilder("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int i : pupils) {
      LocalDate born = LocalDate.of(2018 - i, 5, 1);
      text.append("白鹭乡九年一贯制学校,").append(NAMES.get(i)).append(",男,");
      text.append(IdNumbers.ofOrder(born, 2 * i + 1)).append(',').append(grades[i]);
      text.append(",1班,走读,正常\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
