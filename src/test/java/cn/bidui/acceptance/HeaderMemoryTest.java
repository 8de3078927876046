package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A header that a person settled once is read that way ever after, and the past stays as it was.
 */
class HeaderMemoryTest {

  private static final String FIRST = "2025-11-03";
  private static final String SECOND = "2025-11-04";

  private static byte[] roll(String name) {
    String list = "姓名,证号,学校名称,年级\n" + name + ",99010120120305001X,白鹭小学,三年级\n";
    return list.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRefusedFileIsTakenOnceItsHeaderIsSettledAndTheRecordCanBeReplayed(@TempDir Path folder)
      throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍_20251102.csv", roll("赵一一")).run(FIRST);
    assertThat(state(office, FIRST, "学籍_20251102.csv")).isEqualTo("refused");

    Path returned = office.feedback().resolve("学籍_20251102.csv");
    Office.Said settled =
        office.does(
            "remember", returned.toString(), "--as", "roll", "--column", "证号=身份证件号", "--by", "王干部");
    assertThat(settled.exit()).as(settled.all()).isZero();
    office.drop("学籍_20251102.csv", roll("赵一一")).run(SECOND);
    assertThat(state(office, SECOND, "学籍_20251102.csv")).isEqualTo("accepted");

    SortedMap<String, String> before = office.published(SECOND);
    Office.Said rebuilt = office.does("rebuild");
    assertThat(rebuilt.exit()).as(rebuilt.all()).isZero();
    assertThat(rebuilt.out()).contains("重新导出后逐字节相同");
    assertThat(office.published(SECOND)).isEqualTo(before);
  }

  private static String state(Office office, String asOf, String name) throws IOException {
    return office.file(asOf, name).get("state").asString();
  }
}
