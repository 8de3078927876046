package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children of Hong Kong, Macau and abroad go to school here, and have no citizen id. */
class OtherDocumentsTest {

  private static final String NIGHT = "2025-11-03";
  private static final List<String> NAMES = List.of("钟立春", "阮雨水", "John Smith", "邵清明");
  private static final List<String> NUMBERS =
      List.of("H12345678", "USA110116050112", "E12345678", "M1234567801");

  @TempDir private Path folder;

  @Test
  void oneNumberAndOneNameAreOnePersonAndNothingIsWrong() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    StringBuilder roll = new StringBuilder("学校名称,姓名,性别,出生日期,身份证件类型,身份证件号,年级,班级,就读方式,学籍状态\n");
    StringBuilder homes = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    StringBuilder aid = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = 0; i < NAMES.size(); i++) {
      String who = NAMES.get(i) + ",男,2016-05-01,护照," + NUMBERS.get(i);
      roll.append("石桥镇中心小学,").append(who).append(",四年级,1班,走读,正常\n");
      homes.append("石桥镇,石桥村,99010101").append(10_000 + i).append(",脱贫户,,").append(NAMES.get(i));
      homes.append(',').append(NUMBERS.get(i).toLowerCase(java.util.Locale.ROOT));
      homes.append(",之子,小学,20251102\n");
      aid.append("2025-2026学年,第一学期,石桥镇中心小学,小学,四年级,").append(NAMES.get(i)).append(',');
      aid.append(NUMBERS.get(i)).append(",生活补助,312.5\n");
    }
    office.drop("学籍_20251102.csv", bytes(roll)).drop("监测对象_20251102.csv", bytes(homes));
    office.drop("2025秋受助学生_20251102.csv", bytes(aid));

    Office.Said said = office.run(NIGHT);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(office.table(NIGHT, "links.csv").of("decision")).hasSize(12).containsOnly("linked");
    assertThat(office.table(NIGHT, "links.csv").of("tier")).containsOnly("1");
    assertThat(office.table(NIGHT, "findings.csv").rows()).isEmpty();
  }

  @Test
  void anotherNameOnTheNumberMakesNobodyOnePerson() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    StringBuilder roll = new StringBuilder("学校名称,姓名,性别,出生日期,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (String name : NAMES) {
      roll.append("石桥镇中心小学,").append(name).append(",男,2016-05-01,E12345678,四年级,1班,走读,正常\n");
    }
    office.drop("学籍_20251102.csv", bytes(roll));

    office.run(NIGHT);

    assertThat(office.table(NIGHT, "links.csv").of("person_key")).doesNotHaveDuplicates();
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
