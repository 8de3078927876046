package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A roll that was taken back is as if it had never come: for those it had, and those it had not.
 */
class WithdrawnRollTest {

  private static final int PUPILS = 12;
  private static final int GONE = 5;

  /** Stands on the roll that is taken back, and on no other. */
  private static final int STRANGER = PUPILS;

  private static final String WRONG = "学籍在籍学生_20251104.csv";

  @TempDir private Path folder;

  @Test
  void whoIsMissedStaysMissedWhenTheRollThatShowedItIsTakenBackAndAStrangerIsNot()
      throws IOException {
    Office office = withThreeRolls();
    assertThat(missed(office, "2025-11-05")).containsExactlyInAnyOrder("new 5", "new 12");

    office.does("withdraw", WRONG, "--by", "王老师");
    office.run("2025-11-06");

    assertThat(missed(office, "2025-11-06"))
        .containsExactlyInAnyOrder("persisting 5", "resolved 12");
    office.run("2025-11-07");
    assertThat(missed(office, "2025-11-07")).containsExactly("persisting 5");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void nobodyIsMissedFromARollThatWasTakenBackBeforeTheNextNight() throws IOException {
    Office office = withTwoRolls();
    office.does("withdraw", WRONG, "--by", "王老师");
    office.drop("学籍在籍学生_20251105.csv", roll(GONE));

    office.run("2025-11-05");

    assertThat(missed(office, "2025-11-05")).containsExactly("new 5");
    office.run("2025-11-06");
    assertThat(missed(office, "2025-11-06")).containsExactly("persisting 5");
  }

  /** The roll in use never was while the wrong one lay on top of it. */
  @Test
  void whomOnlyTheRollThatIsTakenBackStillHadIsMissedNow() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍在籍学生_20251103.csv", roll(STRANGER));
    office.run("2025-11-03");
    office.drop("学籍在籍学生_20251104_1.csv", roll(GONE, STRANGER));
    office.drop("学籍在籍学生_20251104_2.csv", roll());
    office.run("2025-11-04");
    assertThat(missed(office, "2025-11-04")).isEmpty();

    office.does("withdraw", "学籍在籍学生_20251104_2.csv", "--by", "王老师");
    office.run("2025-11-05");

    assertThat(missed(office, "2025-11-05")).containsExactly("new 5");
    office.run("2025-11-06");
    assertThat(missed(office, "2025-11-06")).containsExactly("persisting 5");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void whomOnlyTheRollThatIsTakenBackHadBroughtBackIsMissedAgain() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍在籍学生_20251103.csv", roll(STRANGER));
    office.run("2025-11-03");
    office.drop("学籍在籍学生_20251104.csv", roll(GONE, STRANGER));
    office.run("2025-11-04");
    office.drop("学籍在籍学生_20251105.csv", roll());
    office.run("2025-11-05");
    office.run("2025-11-06");
    assertThat(missed(office, "2025-11-05")).containsExactly("resolved 5");

    office.does("withdraw", "学籍在籍学生_20251105.csv", "--by", "王老师");
    office.run("2025-11-07");

    assertThat(missed(office, "2025-11-07")).containsExactly("reopened 5");
    office.run("2025-11-08");
    assertThat(missed(office, "2025-11-08")).containsExactly("persisting 5");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  private Office withTwoRolls() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop("学籍在籍学生_20251103.csv", roll(STRANGER));
    office.run("2025-11-03");
    office.drop(WRONG, roll());
    office.run("2025-11-04");
    return office;
  }

  private Office withThreeRolls() throws IOException {
    Office office = withTwoRolls();
    office.drop("学籍在籍学生_20251105.csv", roll(GONE, STRANGER));
    office.run("2025-11-05");
    return office;
  }

  private static List<String> missed(Office office, String night) throws IOException {
    return office.table(night, "findings.csv").rows().stream()
        .filter(row -> row.get("rule").equals("vanished-from-roll"))
        .map(row -> row.get("state") + " " + number(row.get("name")))
        .toList();
  }

  private static int number(String name) {
    return IntStream.rangeClosed(0, PUPILS)
        .filter(i -> name(i).equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** All pupils and the stranger, without some. */
  private static byte[] roll(Integer... without) {
    StringBuilder text = new StringBuilder("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int i = 0; i <= PUPILS; i++) {
      if (!List.of(without).contains(i)) {
        text.append("城关镇第一小学,").append(name(i)).append(i % 2 == 1 ? ",男," : ",女,");
        text.append(IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(7L * i), i));
        text.append(",二年级,").append(without.length + 1).append("班,走读,正常\n");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(int i) {
    List<String> families =
        List.of("钟", "阮", "苗", "邵", "邱", "龙", "万", "段", "康", "贺", "汤", "尹", "武");
    return families.get(i) + "立春";
  }
}
