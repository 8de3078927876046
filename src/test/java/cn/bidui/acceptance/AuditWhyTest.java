package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.batch.JobTree;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.ReplayedFinding;
import cn.bidui.batch.ReplayedFinding.Outcome;
import cn.bidui.judge.evidence.KeptNight;
import cn.bidui.judge.night.SentBack;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every finding of the sample nights is told from what is on record, and comes out the same. */
@TestInstance(Lifecycle.PER_CLASS)
class AuditWhyTest {

  private static final String SECOND = "2025-11-20";
  private static final String LAST = Sample.asOf(3);

  private Office office;
  private Path folder;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path temporary) throws IOException {
    folder = temporary;
    office = Sample.after(3, temporary.resolve("home"));
  }

  /** One finding and what came of judging it again. */
  private record Judged(LedgerFinding finding, Outcome outcome) {}

  private static ReplayedFinding replay(Office at, Published night) throws IOException {
    WorkFolder home = new WorkFolder(at.home());
    Archive archive = Archive.of(at.home());
    JournalState then =
        JournalReader.of(at.home())
            .stateBefore(
                entry -> entry instanceof Published same && same.runId().equals(night.runId()));
    try (InputStream jobs = archive.open(night.jobs())) {
      JobTree tree = JobTree.parse(jobs.readAllBytes());
      NightOrder order =
          NightOrder.read(
              home,
              tree,
              tree.job(),
              night.asOf(),
              night.software(),
              Clock.systemUTC(),
              new Mistakes());
      HomeKey key = HomeKey.open(at.home(), then.keyFingerprint());
      return new ReplayedFinding(order, night, then, archive, key);
    }
  }

  private static List<LedgerFinding> findings(Office at, Published night) throws IOException {
    try (InputStream blob = Archive.of(at.home()).open(night.findings())) {
      return FindingsBlob.read(blob);
    }
  }

  private static List<Judged> judgedAgain(Office at, Published night) throws IOException {
    KeptNight kept = ReplayedFinding.kept(night, Archive.of(at.home())).orElseThrow();
    ReplayedFinding replay = replay(at, night);
    List<Judged> all = new ArrayList<>();
    for (LedgerFinding finding : findings(at, night)) {
      all.add(new Judged(finding, replay.of(finding, kept)));
    }
    return all;
  }

  private static void everyFindingIsTheSame(Office at, Published night, int atLeast)
      throws IOException {
    List<Judged> all = judgedAgain(at, night);
    assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(all)
        .allSatisfy(
            judged ->
                assertThat(judged.outcome())
                    .as("%s %s", judged.finding().finding().rule(), judged.finding().state())
                    .isInstanceOfAny(Outcome.Same.class, Outcome.StillGone.class));
  }

  private Published night(int number) throws IOException {
    return office.journal(Published.class).get(number - 1);
  }

  private static String some(Office at, String asOf, String state) throws IOException {
    return at.table(asOf, "findings.csv")
        .where(row -> row.get("state").equals(state))
        .get(0)
        .get("finding_id");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyFindingOfTheSampleNightsComesOutTheSame(int night) throws IOException {
    everyFindingIsTheSame(office, night(night), 40);
  }

  @Test
  void everyFindingOfTheSecondCountyComesOutTheSame() throws IOException {
    Path county = Sample.INPUTS.resolve("second-county");
    Office second = Office.open(folder.resolve("second"));
    for (Path jobs : List.of(Path.of("jobs"), county.resolve("jobs"))) {
      for (Path file : Office.files(jobs)) {
        Path target = second.home().resolve("jobs").resolve(jobs.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
    for (Path file : Office.files(county.resolve("inbox"))) {
      second.drop(file.getFileName().toString(), Files.readAllBytes(file));
    }
    second.run(SECOND, "--quiet");
    everyFindingIsTheSame(second, second.journal(Published.class).get(0), 30);
  }

  @Test
  void whatANightSaidIsToldInFull() throws IOException {
    String id = some(office, LAST, "reopened");
    Office.Said said = office.does("audit", "why", id);
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out())
        .contains(LAST + " 的报告（运行 " + night(3).runId())
        .contains("规则和设置：任务 nightly，存档指纹 " + night(3).jobs())
        .contains("    规则取值 identified-grace = 30")
        .contains("政策文件：national")
        .contains("收件第 ")
        .contains("层级 1，权重 ")
        .contains("当时没有处理结果")
        .contains("重开（运行 " + night(3).runId())
        .contains("的报告发布（本次）")
        .contains("说明、金额、单元格、状态逐字相同");
  }

  @Test
  void anEarlierNightIsToldAsItWasThen() throws IOException {
    String id = some(office, Sample.asOf(2), "resolved");
    Office.Said said = office.does("audit", "why", id, "--date", Sample.asOf(2));
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("同样不再出现");
    assertThat(office.does("audit", "why", id, "--date", "2025-11-09").err())
        .contains("2025-11-09 的报告里没有疑点 " + id);
    assertThat(office.does("audit", "why", "F000").exit()).isEqualTo(64);
  }

  @Test
  void theAnswerThatStoodThenIsTold() throws IOException {
    String id = some(office, LAST, "explained");
    assertThat(office.does("audit", "why", id).out())
        .contains("当时有效的处理：流水第 ")
        .contains("王老师")
        .contains("逐字相同");
  }

  @Test
  void aYearLaterItComesOutTheSame() throws IOException {
    String id = some(office, Sample.asOf(1), "new");
    Office.Said said =
        office.does("audit", "why", id, "--date", Sample.asOf(1), "--as-of", "2026-11-03");
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("逐字相同");
  }

  @Test
  void withoutTheListsAndTheDatabaseItComesOutTheSame() throws IOException {
    Office bare = office.copiedTo(folder.resolve("bare"));
    for (Entry.FileReceived received : bare.journal(Entry.FileReceived.class)) {
      String sha256 = received.file().sha256();
      Files.deleteIfExists(
          bare.home().resolve("archive/" + sha256.substring(0, 2) + "/" + sha256.substring(2)));
    }
    for (Path file : Office.files(bare.home().resolve("data"))) {
      Files.delete(file);
    }
    for (int night = 1; night <= 3; night++) {
      everyFindingIsTheSame(bare, night(night), 40);
    }
  }

  @Test
  void afterTheProgramChangedBothVersionsAreNamed() throws IOException {
    Office later = office.copiedTo(folder.resolve("later"));
    Path segment = later.home().resolve("journal/000001.jsonl");
    Files.writeString(
        segment,
        Rechained.lines(
            Files.readAllLines(segment),
            line -> line.replace("\"software\":\"dev\"", "\"software\":\"0.0.9\"")));
    Office.Said said = later.does("audit", "why", some(later, LAST, "persisting"));
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("当时程序版本 0.0.9，现在 dev").contains("逐字相同");
  }

  @Test
  void namesAndIdsAreMaskedUnlessSomebodySaysWhatFor() throws IOException {
    Office copy = office.copiedTo(folder.resolve("masked"));
    Table.Row row =
        copy.table(LAST, "findings.csv")
            .where(each -> each.get("rule").equals("unfunded-eligible"))
            .get(0);
    String name = row.get("name");
    String id = row.get("finding_id");
    assertThat(name).isNotBlank();
    Office.Said masked = copy.does("audit", "why", id);
    assertThat(masked.all()).doesNotContain(name).doesNotContainPattern("\\d{17}[0-9X]");
    assertThat(copy.does("audit", "why", id, "--full-ids").exit()).isEqualTo(64);
    Office.Said whole =
        copy.does("audit", "why", id, "--full-ids", "--by", "王干部", "--purpose", "家长查询");
    assertThat(whole.out()).contains(name).containsPattern("\\d{17}[0-9X]");
    assertThat(copy.journal(Entry.Revealed.class))
        .extracting(Entry.Revealed::what, Entry.Revealed::by)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("why", "王干部"));
  }

  @Test
  void anotherResultIsNotHidden() throws IOException {
    Published night = night(1);
    KeptNight kept = ReplayedFinding.kept(night, Archive.of(office.home())).orElseThrow();
    LedgerFinding found = findings(office, night).get(0);
    KeptNight nobody =
        new KeptNight(
            kept.asOf(),
            kept.earlierPupils(),
            kept.leavers(),
            kept.schools(),
            new TreeMap<>(),
            List.of(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SentBack.NONE,
            new TreeSet<>());
    ReplayedFinding replay = replay(office, night);
    assertThat(replay.of(found, nobody)).isEqualTo(new Outcome.Differs(null, List.of("shown")));
    assertThat(replay.of(found, kept.needing(java.util.Set.of(found.finding().id()))))
        .isEqualTo(new Outcome.NeedsTheCounty());
    LedgerFinding earlier =
        new LedgerFinding(
            found.finding(), found.state(), "别的", found.firstSeen().minusDays(1), found.lastSeen());
    assertThat(replay.of(earlier, kept))
        .isInstanceOfSatisfying(
            Outcome.Differs.class,
            differs -> assertThat(differs.parts()).containsExactly("state", "dates"));
  }

  @Test
  void whereNothingWasKeptThatIsSaid() throws IOException {
    Office purged = office.copiedTo(folder.resolve("purged"));
    String digest = night(3).kept().get("evidence");
    Files.delete(
        purged.home().resolve("archive/" + digest.substring(0, 2) + "/" + digest.substring(2)));
    Office.Said said = purged.does("audit", "why", some(purged, LAST, "persisting"));
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out()).contains("不能复核：dev 版本发布的报告没有留存依据");
  }

  @Test
  void beforeAnythingWasPublishedThereIsNothingToTell() {
    Office.Said said = Office.bidui("audit", "why", "F1", "--home", folder + "/nowhere");
    assertThat(said.exit()).isEqualTo(64);
  }
}
