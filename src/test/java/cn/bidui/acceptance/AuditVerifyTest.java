package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bidui audit verify} after the sample nights: each kind of harm is named. */
class AuditVerifyTest {

  private static final String LAST = Sample.asOf(3);

  @TempDir private Path folder;
  private Office office;

  @BeforeEach
  void liveThroughTheNights() throws IOException {
    office = Sample.after(3, folder.resolve("home"));
  }

  private Path segment() {
    return office.home().resolve("journal").resolve("000001.jsonl");
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(segment()));
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(segment(), String.join("\n", lines) + "\n");
  }

  private JsonNode json(String... options) {
    List<String> words = new ArrayList<>(List.of("audit", "verify", "--json"));
    words.addAll(List.of(options));
    return JsonMapper.shared().readTree(office.does(words.toArray(String[]::new)).out());
  }

  @Test
  void anUntouchedWorkFolderIsIntact() throws IOException {
    Office.Said said = office.does("audit", "verify", "--deep");
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out())
        .contains("结论：完好")
        .contains("可信到第 " + lines().size() + " 条")
        .contains("存档内容逐字节相符，3 次发布的");
  }

  @Test
  void theReportAndTheMessageOfEachNightAreAnchors() {
    assertThat(json().get("anchors").asInt()).isEqualTo(6);
    assertThat(json("--chain").has("faults")).isFalse();
  }

  @Test
  void aTornEndIsNoAlarm() throws IOException {
    Files.writeString(segment(), Files.readString(segment()) + "{\"seq\":99,\"epo");
    Office.Said said = office.does("audit", "verify");
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("结论：末尾不完整（崩溃所致，未生效）").contains("14 字节");
  }

  @Test
  void aChangedLineIsNamed() throws IOException {
    List<String> lines = lines();
    lines.set(4, lines.get(4).replace("2025", "2024"));
    write(lines);
    Office.Said said = office.does("audit", "verify");
    assertThat(said.exit()).isEqualTo(74);
    assertThat(said.out()).contains("结论：第 5 条被改动").contains("可信到第 4 条");
    assertThat(json().get("firstBad").asInt()).isEqualTo(5);
  }

  @Test
  void aRunOnAChangedJournalSaysSoAndNotThatTheDiskIsFull() throws IOException {
    List<String> lines = lines();
    lines.set(4, lines.get(4).replace("2025", "2024"));
    write(lines);
    Office.Said said = office.does("run", "--as-of", LAST);
    assertThat(said.exit()).isEqualTo(74);
    assertThat(said.all())
        .contains("流水从第 4 条以后和写下时不一样，没有改动任何东西")
        .contains("bidui audit verify")
        .doesNotContain("磁盘空间");
  }

  @Test
  void aFileThatTellsOfItsRunComesBackByARunOnly() throws IOException {
    Files.delete(office.report(LAST).resolve("data/run.json"));
    Office.Said said = office.does("audit", "verify");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out()).contains("data/run.json 不见了").contains("bidui run --as-of " + LAST);
  }

  @Test
  void aJournalThatIsShorterThanItsReportIsTruncated() throws IOException {
    List<String> lines = lines();
    write(lines.subList(0, 20));
    Office.Said said = office.does("audit", "verify");
    assertThat(said.exit()).isEqualTo(74);
    assertThat(said.out()).contains("结论：被截断").contains("与之不符的摘要在：");
  }

  @Test
  void aJournalThatAnotherHouseWroteIsRewritten() throws IOException {
    Office other = Office.open(folder.resolve("other"));
    Sample.night(1, other);
    Sample.night(2, other);
    Sample.night(3, other);
    Files.copy(
        other.home().resolve("journal/000001.jsonl"),
        segment(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(json().get("verdict").asString()).isEqualTo("rewritten");
    assertThat(json().get("anchorIn").asString())
        .isEqualTo("reports/" + Sample.asOf(1) + "/data/run.json");
  }

  @Test
  void aHeadThatWasKeptElsewhereIsHeldAgainstTheJournal() throws IOException {
    String head = JournalReader.of(office.home()).verify(List.of()).sound().text();
    assertThat(office.does("audit", "verify", "--anchor", head).exit()).isZero();
    assertThat(office.does("audit", "verify", "--anchor", "7:" + "a".repeat(64)).exit())
        .isEqualTo(74);
    Path kept = Files.writeString(folder.resolve("kept.txt"), "抄录：" + head + "。\n");
    assertThat(json("--anchors", kept.toString()).get("anchors").asInt()).isEqualTo(7);
  }

  @Test
  void whatIsNoHeadIsTold() throws IOException {
    assertThat(office.does("audit", "verify", "--anchor", "abc").err()).contains("64 位十六进制");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "没有");
    assertThat(office.does("audit", "verify", "--anchors", empty.toString()).exit()).isEqualTo(64);
    assertThat(office.does("audit", "verify", "--anchors", folder + "/none").exit()).isEqualTo(64);
  }

  @Test
  void aPublishedFileThatWasChangedRemovedOrAddedIsNamed() throws IOException {
    Path report = office.report(LAST);
    Files.writeString(report.resolve("index.html"), "changed");
    Files.delete(report.resolve("data/findings.csv"));
    Files.writeString(report.resolve("新建.txt"), "added");
    Files.writeString(report.resolve("~$差异清单.xlsx"), "open in Excel");
    Office.Said said = office.does("audit", "verify");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out())
        .contains(LAST + " 的报告中，index.html 发布后被改动过")
        .contains(LAST + " 的报告中，data/findings.csv 不见了")
        .contains(LAST + " 的报告中，新建.txt 不是发布的文件")
        .contains("流水账之外有 3 处不符");
    assertThat(json().get("faults")).hasSize(3);
  }

  @Test
  void aReportFolderThatWasMovedAwayIsToldAndNoFault() throws IOException {
    Files.move(office.report(Sample.asOf(1)), folder.resolve("moved"));
    Office.Said said = office.does("audit", "verify");
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("1 次发布的报告文件夹已不在此处（移走或清理）：" + Sample.asOf(1));
  }

  @Test
  void aNightThatACrashLeftStagedIsNoFault() throws IOException {
    String run = office.journal(cn.bidui.ledger.Entry.Published.class).get(2).runId();
    Files.move(office.report(LAST), office.home().resolve("reports/.staging-" + LAST + "-" + run));
    assertThat(office.does("audit", "verify").exit()).isZero();
  }

  @Test
  void archivedContentThatIsGoneOrDamagedIsNamed() throws IOException {
    Path blob = largest();
    byte[] bytes = Files.readAllBytes(blob);
    Files.delete(blob);
    assertThat(office.does("audit", "verify").out()).contains("所依据的存档内容不见了");
    bytes[bytes.length / 2] ^= 1;
    Files.write(blob, bytes);
    assertThat(office.does("audit", "verify").exit()).isZero();
    Office.Said deep = office.does("audit", "verify", "--deep");
    assertThat(deep.exit()).isEqualTo(3);
    assertThat(deep.out()).contains("被改动过，或有损坏");
  }

  private Path largest() throws IOException {
    try (Stream<Path> walk = Files.walk(office.home().resolve("archive"))) {
      return walk.filter(Files::isRegularFile)
          .max(Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void withoutAJournalThereIsNothingToVerify() {
    Office.Said said = Office.bidui("audit", "verify", "--home", folder + "/nowhere");
    assertThat(said.exit()).isEqualTo(64);
    assertThat(Office.bidui("audit").exit()).isEqualTo(64);
  }
}
