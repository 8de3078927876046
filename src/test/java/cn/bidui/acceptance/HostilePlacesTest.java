package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.bidui.ledger.Entry.FileReceived;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and places that nobody chose for our sake stop nothing and reach no line raw. */
class HostilePlacesTest {

  private static final String FIRST = Sample.asOf(1);
  private static final byte[] NO_LIST = "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private Office open() {
    return Office.open(folder.resolve("home"));
  }

  @Test
  void hostileNamesAreAnsweredAndNeverObeyed() throws IOException {
    List<String> names =
        List.of(
            "x\\..\\..\\逃.csv",
            "-rf.csv",
            "换\n行.csv",
            "响\u0007\u001b[2J.csv",
            "名单\u202Exslx.exe",
            "尾 .csv ",
            "尾点.csv.",
            "CON.csv",
            "👨‍👩‍👧🎒.csv",
            "é.csv",
            "e\u0301.csv",
            "A.csv",
            "a.csv",
            "名".repeat(83) + ".csv",
            "=1+1.csv",
            "<b>&amp;.csv");
    Office office = open();
    for (String name : names) {
      office.drop(name, NO_LIST);
    }
    office.drop("单\u202E位/甲.csv", NO_LIST);
    assumeTrue(office.waiting().size() == names.size() + 1, "this disk has no such names");

    Office.Said said =
        office.does("watch", "--once", "--still", "1", "--every", "1", "--as-of", FIRST);

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(office.waiting()).isEmpty();
    assertThat(said.all().lines().filter(line -> line.contains("未通过"))).hasSize(names.size() + 1);
    assertThat(said.all()).doesNotContainPattern("[\\u0007\\u001b\\u202e]");
    List<Path> answers =
        Office.files(office.feedback()).stream()
            .filter(path -> path.toString().endsWith("__未通过.xlsx"))
            .toList();
    assertThat(answers).hasSize(names.size() + 1);
    assertThat(Office.files(office.feedback()))
        .hasSize(2 * (names.size() + 1))
        .allSatisfy(
            path ->
                assertThat(office.feedback().relativize(path).toString())
                    .doesNotContainPattern("[\\x00-\\x1f\\\\:*?\"<>|\\u202e]"));
    Office.Said run = office.run(FIRST);
    assertThat(run.exit()).as(run.all()).isEqualTo(3);
    assertThat(run.all()).doesNotContainPattern("[\\u0007\\u001b\\u202e]");
    assertThat(office.runJson(FIRST).get("files")).hasSize(names.size() + 1);
    assertThat(Files.readString(office.home().resolve("logs/bidui.log")))
        .doesNotContain("行.csv", "逃.csv", "xslx.exe");
  }

  @Test
  void oneBadFileAmongAHundredStopsNoneOfTheOthers() throws IOException {
    Office office = open();
    byte[] broken = Sample.bytes(1, "学籍在籍学生_20251102.xlsx");
    java.util.Arrays.fill(broken, broken.length / 3, broken.length / 2, (byte) 7);
    office.drop("050坏.xlsx", broken);
    String aid = new String(Sample.bytes(1, "受助学生名单_20251102.csv"), "GBK");
    boolean gbk = aid.contains("身份证件号");
    String text =
        gbk ? aid : new String(Sample.bytes(1, "受助学生名单_20251102.csv"), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < 99; i++) {
      String one = lines.get(0) + "\n" + lines.get(2 + i) + "\n";
      office.drop("%03d.csv".formatted(i), one.getBytes(StandardCharsets.UTF_8));
    }
    Office.Said said =
        office.does("watch", "--once", "--still", "1", "--every", "1", "--as-of", FIRST);
    assertThat(said.all().lines().filter(line -> line.contains("050坏.xlsx：未通过"))).hasSize(1);
    assertThat(said.all().lines().filter(line -> line.contains(".csv："))).hasSize(99);
    assertThat(said.all().lines().filter(line -> line.contains("共 1 行"))).hasSize(98);
    assertThat(said.all()).containsPattern("\\d{3}[.]csv：未通过，整份退回（[A-Z]+(-[A-Z]+)+）");
    assertThat(office.waiting()).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeLaidIsSaidKeptAndLaidByTheNextRun() throws IOException {
    Office office = open();
    Files.delete(office.feedback());
    Files.writeString(office.feedback(), "a file where the folder should be");
    office.drop("一小/坏.csv", NO_LIST).drop("坏.xlsx", new byte[0]);

    Office.Said said =
        office.does("watch", "--once", "--still", "1", "--every", "1", "--as-of", FIRST);

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(said.out()).contains("一小/坏.csv 的答复先存着").contains("坏.xlsx 的答复先存着");
    assertThat(office.waiting()).isEmpty();
    assertThat(once(office).exit()).as("still not writable").isZero();
    Files.delete(office.feedback());
    Files.createDirectory(office.feedback());
    assertThat(once(office).exit()).isZero();
    assertThat(Office.digests(office.feedback()).keySet())
        .containsExactly("一小/坏.csv", "一小/坏__未通过.xlsx", "坏.xlsx", "坏__未通过.xlsx");
    assertThat(office.home().resolve("data/unsent")).isEmptyDirectory();
  }

  private static Office.Said once(Office office) {
    return office.does("watch", "--once", "--still", "1", "--every", "1", "--as-of", FIRST);
  }

  @Test
  void aNightPublishesThoughOneSchoolsFolderOfAnswersCannotBeWritten() throws IOException {
    Office usual = Sample.after(1, folder.resolve("usual"));
    Office office = open();
    Files.writeString(office.feedback().resolve("青禾镇中心小学"), "in the way");
    Sample.drop(1, office);
    assertThat(office.run(FIRST).exit()).isEqualTo(2);
    assertThat(office.published(FIRST)).isEqualTo(usual.published(FIRST));
    Files.delete(office.feedback().resolve("青禾镇中心小学"));
    assertThat(office.run(FIRST).exit()).isEqualTo(2);
    assertThat(Office.digests(office.feedback())).isEqualTo(Office.digests(usual.feedback()));
  }

  @Test
  void aFileThatCannotLeaveTheInboxIsTakenOnceAndNamedEveryNight() throws IOException {
    Office office = open();
    office.drop("只读/坏.csv", NO_LIST);
    Path closed = office.inbox().resolve("只读");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(closed), "the superuser may write everywhere");
      assertThat(once(office).out()).contains("只读/坏.csv：文件已收妥并登记，但无法从收件文件夹移走");
      assertThat(once(office).exit()).isZero();
      for (String night : List.of(FIRST, Sample.asOf(2))) {
        office.run(night);
        assertThat(states(office, night)).contains("waiting");
      }
      assertThat(office.journal(FileReceived.class)).hasSize(1);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    office.run(Sample.asOf(3));
    assertThat(office.waiting()).isEmpty();
    assertThat(states(office, Sample.asOf(3))).isEmpty();
    assertThat(office.does("rebuild").exit()).isZero();
  }

  private static List<String> states(Office office, String asOf) throws IOException {
    List<String> states = new ArrayList<>();
    office
        .runJson(asOf)
        .get("files")
        .forEach(
            file -> {
              if (file.get("name").asString().equals("坏.csv")) {
                states.add(file.get("state").asString());
              }
            });
    return states;
  }
}
