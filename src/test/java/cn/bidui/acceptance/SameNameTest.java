package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schools call their lists alike: what is released or taken back is never one by chance. */
class SameNameTest {

  private static final List<String> SCHOOLS = List.of("石桥镇中心小学", "城关镇第一小学");

  @TempDir private Path folder;

  @Test
  void aNameOfSeveralUnitsTakesNothingBackUntilTheUnitIsNamed() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20251102.csv", roll(0, 1));
    office.drop("石桥镇中心小学/学籍.csv", roll(0)).drop("城关镇第一小学/学籍.csv", roll(1));
    office.run("2025-11-03");

    Office.Said said = office.does("withdraw", "学籍.csv", "--by", "王老师");

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("石桥镇中心小学/学籍.csv (").contains("城关镇第一小学/学籍.csv (");
    assertThat(office.journal(Entry.Withdrawn.class)).isEmpty();
    said = office.does("withdraw", "石桥镇中心小学/学籍.csv", "--by", "王老师");
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("石桥镇中心小学/学籍.csv");
    assertThat(office.journal(Entry.Withdrawn.class)).hasSize(1);
  }

  @Test
  void aNameOfSeveralUnitsReleasesNothingUntilTheUnitIsNamed() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20251102.csv", roll(0, 1));
    office.run("2025-11-03");
    office.drop("甲村/学籍.csv", roll(0)).drop("乙村/学籍.csv", roll(1));
    office.run("2025-11-04");
    assertThat(office.runJson("2025-11-04").get("held").toString())
        .contains("甲村/学籍.csv")
        .contains("乙村/学籍.csv");

    Office.Said said = office.run("2025-11-05", "--accept", "学籍.csv", "--by", "王老师");

    assertThat(said.exit()).as(said.all()).isEqualTo(64);
    assertThat(said.err()).contains("甲村/学籍.csv (").contains("乙村/学籍.csv (");
    assertThat(office.journal(Entry.Accepted.class)).isEmpty();
    said = office.run("2025-11-05", "--accept", "乙村/学籍.csv", "--by", "王老师");
    assertThat(said.out()).contains("已放行 乙村/学籍.csv");
    assertThat(office.journal(Entry.Accepted.class)).hasSize(1);
  }

  private static byte[] roll(int... schools) {
    StringBuilder text = new StringBuilder("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int school : schools) {
      for (int i = 0; i < 3; i++) {
        text.append(SCHOOLS.get(school)).append(",钟").append("甲乙丙".charAt(i)).append(school);
        text.append(",男,").append(IdNumbers.ofOrder(LocalDate.of(2016, 5, 1 + i), 2 * school + 1));
        text.append(",四年级,1班,走读,正常\n");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
