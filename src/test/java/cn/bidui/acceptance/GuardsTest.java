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
import tools.jackson.databind.JsonNode;

/** What keeps a list that cannot be right from taking effect, until a named person says so. */
class GuardsTest {

  private static final int PUPILS = 40;
  private static final String FIRST = "2025-11-03";
  private static final String SECOND = "2025-11-04";
  private static final String ROLL = "学籍在籍学生_20251102.csv";
  private static final String HOUSEHOLDS = "监测对象_20251102.csv";
  private static final String AID = "2025秋受助学生_20251102.csv";
  private static final String NEXT_AID = "2025秋受助学生_20251103.csv";

  @TempDir private Path folder;

  @Test
  void aListThatWouldOpenFarMoreThanANightUsuallyDoesIsHeldWithItsFindings() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(said.out()).contains(NEXT_AID).contains("新问题会有 40 个，平时一次 0 个");
    assertThat(office.table(SECOND, "findings.csv").rows()).isEmpty();
    assertThat(office.file(SECOND, NEXT_AID).get("state").asString()).isEqualTo("held");
    assertThat(office.file(SECOND, AID).get("effective").asBoolean()).isTrue();
    assertThat(office.runJson(SECOND).get("held")).hasSize(1);
    assertThat(Zip.words(office.feedback().resolve("2025秋受助学生_20251103__已收妥.xlsx")))
        .contains("暂缓生效")
        .contains("多出的 40 个没有列出");
    assertThat(office.journal(Entry.Held.class)).hasSize(1);
  }

  @Test
  void aNamedPersonReleasesItAndItIsNotHeldAgain() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.run(SECOND);

    assertThat(office.run(SECOND, "--accept", NEXT_AID, "--by", "王老师").exit()).isZero();

    assertThat(office.file(SECOND, NEXT_AID).get("effective").asBoolean()).isTrue();
    assertThat(office.table(SECOND, "findings.csv").of("rule")).hasSize(PUPILS);
    assertThat(office.run("2025-11-05").exit()).isZero();
    assertThat(office.table("2025-11-05", "findings.csv").of("state")).containsOnly("persisting");
    assertThat(office.journal(Entry.Accepted.class))
        .extracting(Entry.Accepted::by)
        .containsExactly("王老师");
  }

  @Test
  void whatNobodyReleasesIsHeldAndRedNightAfterNight() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.run(SECOND);

    for (String night : List.of("2025-11-05", "2025-11-06", "2025-11-06")) {
      Office.Said said = office.run(night);

      assertThat(said.exit()).as(said.all()).isEqualTo(3);
      assertThat(office.file(night, NEXT_AID).get("state").asString()).isEqualTo("held");
      assertThat(office.runJson(night).get("held").toString()).contains(NEXT_AID);
      assertThat(office.runJson(night).get("balance").toString()).contains("true");
      assertThat(office.table(night, "findings.csv").rows()).isEmpty();
    }
    assertThat(office.run("2025-11-07", "--accept", NEXT_AID, "--by", "王老师").exit()).isZero();
    assertThat(office.table("2025-11-07", "findings.csv").of("rule")).hasSize(PUPILS);
  }

  @Test
  void whatIsTakenBackIsHeldNoMore() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.run(SECOND);
    office.does("withdraw", NEXT_AID, "--by", "王老师");

    assertThat(office.run("2025-11-05").exit()).isZero();

    assertThat(office.runJson("2025-11-05").get("held")).isEmpty();
    assertThat(office.runJson("2025-11-05").get("files").toString()).doesNotContain(NEXT_AID);
  }

  @Test
  void whatALaterListReplacesIsHeldNoMoreAndALaterListOfAnotherKindReplacesNothing()
      throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.run(SECOND);
    office.drop("监测对象_20251104.csv", households("20251104"));
    assertThat(office.run("2025-11-05").exit()).isEqualTo(3);
    office.drop("2025秋受助学生_20251105.csv", aid("312.50", "312.49"));

    assertThat(office.run("2025-11-06").exit()).isZero();

    assertThat(office.runJson("2025-11-06").get("held")).isEmpty();
    assertThat(office.file("2025-11-06", "2025秋受助学生_20251105.csv").get("effective").asBoolean())
        .isTrue();
    assertThat(office.table("2025-11-06", "findings.csv").of("rule")).containsExactly("underpaid");
  }

  @Test
  void whatWasHeldAndReplacedOnOneDayIsShownAsReplacedAndMayComeAgain() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.run(SECOND);
    office.drop("2025秋受助学生_20251104.csv", aid("312.50", "312.49"));

    assertThat(office.run(SECOND).exit()).isZero();

    assertThat(office.file(SECOND, NEXT_AID).get("state").asString()).isEqualTo("superseded");
    office.drop("2025秋受助学生_20251105.csv", aid("31.25"));
    assertThat(office.run("2025-11-05").exit()).isEqualTo(3);
    assertThat(office.file("2025-11-05", "2025秋受助学生_20251105.csv").get("state").asString())
        .isEqualTo("held");
  }

  @Test
  void whatWasHeldAndReplacedInOneNightMayComeAgainInThatNightToo() throws IOException {
    Office office = quietCounty();
    byte[] wrong =
        (new String(aid("312.50"), StandardCharsets.UTF_8) + "合计 999 人\n")
            .getBytes(StandardCharsets.UTF_8);
    office.drop("2025秋受助学生_20251104_1.csv", wrong);
    office.drop("2025秋受助学生_20251104_2.csv", aid("312.50", "312.49"));
    office.drop("2025秋受助学生_20251104_3.csv", wrong);

    assertThat(office.run(SECOND).exit()).isEqualTo(3);

    assertThat(office.file(SECOND, "2025秋受助学生_20251104_1.csv").get("state").asString())
        .isEqualTo("superseded");
    assertThat(office.file(SECOND, "2025秋受助学生_20251104_2.csv").get("effective").asBoolean())
        .isTrue();
    assertThat(office.file(SECOND, "2025秋受助学生_20251104_3.csv").get("state").asString())
        .isEqualTo("held");
  }

  @Test
  void ofCopiesOfAReleasedListOneIsTakenAndTheOthersRepeatIt() throws IOException {
    Office office = quietCounty();
    byte[] wrong =
        (new String(aid("312.50"), StandardCharsets.UTF_8) + "合计 999 人\n")
            .getBytes(StandardCharsets.UTF_8);
    office.drop("2025秋受助学生_20251104.csv", wrong);
    office.run(SECOND);
    office.drop("2025秋受助学生_20251104_1.csv", aid("312.50", "312.49"));
    office.drop("2025秋受助学生_20251104_2.csv", wrong);
    office.drop("2025秋受助学生_20251104_3.csv", wrong);

    String next = "2025-11-05";
    office.run(next, "--accept", "2025秋受助学生_20251104.csv", "--by", "王老师");

    assertThat(office.file(next, "2025秋受助学生_20251104_2.csv").get("effective").asBoolean()).isTrue();
    assertThat(office.file(next, "2025秋受助学生_20251104_3.csv").get("state").asString())
        .isEqualTo("duplicate");
  }

  @Test
  void anOlderListOfTheSameTermIsNotHeldAsANewerOneIsInUse() throws IOException {
    Office office = quietCounty();
    office.drop("2025秋受助学生_20251101.csv", aid("312.50", "312.49"));

    assertThat(office.run(SECOND).exit()).isZero();

    assertThat(office.file(SECOND, "2025秋受助学生_20251101.csv").get("state").asString())
        .isEqualTo("superseded");
    assertThat(office.file(SECOND, AID).get("effective").asBoolean()).isTrue();
    assertThat(office.runJson(SECOND).get("held")).isEmpty();
  }

  @Test
  void theSameFileDroppedForTheUnitThatItIsOfEndsTheWait() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop(ROLL, ofTwoSchools(roll())).drop(HOUSEHOLDS, households("20251102"));
    office.drop(AID, ofTwoSchools(aid("312.50")));
    assertThat(office.run(FIRST).exit()).isZero();
    String all = new String(ofTwoSchools(aid("312.50", "312.49")), StandardCharsets.UTF_8);
    byte[] one = all.replaceAll("[^\\n]*石桥镇中心小学[^\\n]*\\n", "").getBytes(StandardCharsets.UTF_8);
    office.drop(NEXT_AID, one);
    assertThat(office.run(SECOND).exit()).isEqualTo(3);
    assertThat(office.run("2025-11-05").exit()).isEqualTo(3);
    office.drop("城关镇第一小学/" + NEXT_AID, one);

    Office.Said said = office.run("2025-11-06");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(office.table("2025-11-06", "findings.csv").of("rule")).containsExactly("underpaid");
  }

  /** The last ten pupils go to another school. */
  private static byte[] ofTwoSchools(byte[] list) {
    String text = new String(list, StandardCharsets.UTF_8);
    for (int i = 30; i < PUPILS; i++) {
      text = text.replaceAll("城关镇第一小学(?=,[^\\n]*" + id(i) + ")", "石桥镇中心小学");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theListAtFaultIsHeldAndAnotherNewOneIsNot() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.drop("监测对象_20251103.csv", households("20251103"));

    assertThat(office.run(SECOND).exit()).isEqualTo(3);

    assertThat(office.file(SECOND, NEXT_AID).get("state").asString()).isEqualTo("held");
    assertThat(office.file(SECOND, "监测对象_20251103.csv").get("effective").asBoolean()).isTrue();
  }

  @Test
  void whatANightHeldIsStillHeldWhenTheIndexIsMadeAgain() throws IOException {
    Office office = quietCounty();
    office.drop(NEXT_AID, aid("31.25"));
    office.run(SECOND);

    Office.Said rebuilt = office.does("rebuild");

    assertThat(rebuilt.exit()).as(rebuilt.all()).isZero();
    assertThat(rebuilt.out()).contains("逐字节相同");
  }

  @Test
  void aListOlderThanItMayBeIsHeldAndOneThatHasGrownOldIsNamed() throws IOException {
    Office office = quietCounty();
    office.setting("  aid:\n", "  aid:\n    maxAgeDays: 30\n");
    office.drop("2025秋受助学生_20251101.csv", aid("312.5"));

    Office.Said said = office.run("2025-12-15");

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(office.file("2025-12-15", "2025秋受助学生_20251101.csv").get("state").asString())
        .isEqualTo("held");
    JsonNode held = office.runJson("2025-12-15").get("held");
    assertThat(held).hasSize(2);
    assertThat(held.toString()).contains(AID).contains("已有 43 天，超过设定的 30 天");
  }

  @Test
  void aListWhoseOwnTotalIsNotSoIsHeld() throws IOException {
    Office office = quietCounty();
    String list = new String(aid("312.5"), StandardCharsets.UTF_8);
    office.drop(NEXT_AID, (list + "合计 45 人\n").getBytes(StandardCharsets.UTF_8));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(office.file(SECOND, NEXT_AID).get("state").asString()).isEqualTo("held");
    assertThat(Zip.words(office.feedback().resolve("2025秋受助学生_20251103__已收妥.xlsx")))
        .contains("自己写的合计是 45，读到的却是 40");
  }

  @Test
  void aListOfOtherPeopleDoesNotTakeThePlaceOfTheOneInUse() throws IOException {
    Office office = quietCounty();
    String others = new String(households("20251103"), StandardCharsets.UTF_8);
    for (int i = 0; i < PUPILS; i++) {
      others = others.replace(id(i), id(i + PUPILS)).replace(name(i), "外" + name(i));
    }
    office.drop("监测对象_20251103.csv", others.getBytes(StandardCharsets.UTF_8));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isEqualTo(3);
    assertThat(office.file(SECOND, "监测对象_20251103.csv").get("state").asString()).isEqualTo("held");
    assertThat(office.file(SECOND, HOUSEHOLDS).get("effective").asBoolean()).isTrue();
    assertThat(Zip.words(office.feedback().resolve("监测对象_20251103__已收妥.xlsx")))
        .contains("像是另一批人的名单");
  }

  /** A county in which nothing is wrong, after its first night. */
  private Office quietCounty() throws IOException {
    Office office = Office.open(folder.resolve("home"));
    office.drop(ROLL, roll()).drop(HOUSEHOLDS, households("20251102")).drop(AID, aid("312.50"));
    Office.Said said = office.run(FIRST);
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(office.table(FIRST, "findings.csv").rows()).isEmpty();
    return office;
  }

  private static byte[] roll() {
    StringBuilder text = new StringBuilder("学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append("城关镇第一小学,").append(name(i)).append(',').append(sex(i)).append(',');
      text.append(id(i)).append(",二年级,1班,走读,正常\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] households(String date) {
    StringBuilder text = new StringBuilder("乡,村,户编号,户类型,监测对象类别,姓名,证件号码,与户主关系,在校生状况,数据日期\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append("城关镇,石桥村,99010101").append(10_000 + i).append(",脱贫户,,").append(name(i));
      text.append(',').append(id(i)).append(",之子,小学,").append(date).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] aid(String paid) {
    return aid(paid, paid);
  }

  /** The first pupil is paid {@code first}, all others {@code paid}. */
  private static byte[] aid(String paid, String first) {
    StringBuilder text = new StringBuilder("学年,学期,学校名称,学段,年级,姓名,身份证件号,资助项目,实发金额\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append("2025-2026学年,第一学期,城关镇第一小学,小学,二年级,").append(name(i)).append(',');
      text.append(id(i)).append(",家庭经济困难非寄宿生生活补助,").append(i == 0 ? first : paid).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(int i) {
    List<String> families = List.of("钟", "阮", "苗", "邵", "邱", "龙", "万", "段");
    List<String> given = List.of("立春", "雨水", "惊蛰", "清明", "谷雨");
    return families.get(i % 8) + given.get(i / 8);
  }

  private static String sex(int i) {
    return i % 2 == 1 ? "男" : "女";
  }

  private static String id(int i) {
    return IdNumbers.ofOrder(LocalDate.of(2017, 10, 1).plusDays(7L * i), i);
  }
}
