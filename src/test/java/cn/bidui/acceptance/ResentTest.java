package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are sent in again: corrected, only saved again, or taken back. */
class ResentTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String AID = "受助学生名单_20251102.csv";
  private static final String NEXT_AID = "受助学生名单_20251103.csv";
  private static final String SECOND = Sample.asOf(2);

  @TempDir private Path folder;

  @Test
  void theAnswerToACorrectedListSaysWhatHasChangedAndAsksForWhomIsGone() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String first = new String(Sample.bytes(1, AID), GBK);
    String gone = line(first, "康君瀚");
    String changed = line(first, "周涵佳");
    String second =
        first.replace(gone + "\r\n", "").replace(gone + "\n", "").replace(changed, paid(changed));
    second = withoutTotals(second);
    office.drop(NEXT_AID, second.getBytes(GBK));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isZero();
    String words = Zip.words(office.feedback().resolve("受助学生名单_20251103__未通过.xlsx"));
    assertThat(words).contains("与上次比较").contains("康君瀚").contains("周涵佳").contains("350.00 → 375.00");
  }

  @Test
  void aListThatWasOnlySavedAgainIsKnownAndCountsOnce() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String list = new String(Sample.bytes(1, AID), GBK);
    office.drop("改名_20251102.csv", ("\uFEFF" + list).getBytes(StandardCharsets.UTF_8));

    Office.Said said = office.run(SECOND);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(office.file(SECOND, "改名_20251102.csv").get("state").asString())
        .isEqualTo("duplicate");
    assertThat(office.file(SECOND, AID).get("effective").asBoolean()).isTrue();
    assertThat(office.table(SECOND, "findings.csv").of("state")).containsOnly("persisting");
    assertThat(office.file(SECOND, "改名_20251102.csv").toString()).doesNotContain("\"rows\":259");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void aListThatIsTakenBackGivesItsPlaceToTheOneBeforeAndMayComeAgain() throws IOException {
    Office office = Sample.after(2, folder.resolve("home"));
    assertThat(office.file(SECOND, NEXT_AID).get("effective").asBoolean()).isTrue();

    Office.Said said = office.does("withdraw", NEXT_AID, "--by", "王老师", "--note", "报错了");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(office.does("withdraw", NEXT_AID, "--by", "王老师").exit()).isEqualTo(64);
    assertThat(office.does("withdraw", AID).exit()).isEqualTo(64);
    assertThat(office.run("2025-11-05").exit()).isZero();
    assertThat(office.file("2025-11-05", AID).get("effective").asBoolean()).isTrue();
    assertThat(office.journal(Entry.Withdrawn.class))
        .extracting(Entry.Withdrawn::by)
        .containsExactly("王老师");
    assertThat(office.does("rebuild").out()).contains("逐字节相同");

    office.drop(NEXT_AID, Sample.bytes(2, NEXT_AID));
    assertThat(office.run("2025-11-06").exit()).isZero();
    assertThat(office.file("2025-11-06", NEXT_AID).get("effective").asBoolean()).isTrue();
  }

  private static String line(String list, String name) {
    return list.lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
  }

  /** What the list says of its own rows is no longer so. */
  private static String withoutTotals(String list) {
    return list.lines()
        .filter(line -> !line.contains("合计"))
        .map(line -> line + "\r\n")
        .collect(java.util.stream.Collectors.joining());
  }

  private static String paid(String line) {
    return line.replace("350.00", "375.00");
  }
}
