package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.BiduiApplication;
import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Jobs as their users see them: reports of periods, what is due, what a watch runs by itself. */
@TestInstance(Lifecycle.PER_CLASS)
class JobsTest {

  private static final String NEXT_MONTH = "2025-12-01";
  private static final String NOVEMBER = "2025-11";

  private Path folder;
  private Office lived;
  private Office reported;
  private Office.Said said;

  @BeforeAll
  void liveThroughTheNightsAndReportOnTheMonth(@TempDir Path temporary) throws IOException {
    folder = temporary;
    lived = Sample.after(3, folder.resolve("lived"));
    reported = copy(lived, "reported");
    said = monthEnd(reported);
  }

  private Office copy(Office from, String name) throws IOException {
    Path home = folder.resolve(name);
    for (Path file : Office.files(from.home())) {
      Path target = home.resolve(from.home().relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    for (String empty : List.of("inbox", "logs")) {
      Files.createDirectories(home.resolve(empty));
    }
    return new Office(home);
  }

  private static Map<String, String> reported(Office office) throws IOException {
    return Office.digests(office.home().resolve("reports/periods").resolve(NOVEMBER));
  }

  private static Office.Said monthEnd(Office office) {
    return office.does("run", "month-end", "--as-of", NEXT_MONTH);
  }

  @Test
  void monthEndMakesTheNightOfItsDayAndThenTheReportOfTheMonthBefore() throws IOException {
    Office byHand = copy(lived, "by-hand");

    assertThat(said.out()).contains("夜间核对 核对开始，数据截至 2025-12-01", "2025-11");
    assertThat(said.exit()).as(said.all()).isLessThan(64);
    assertThat(reported.report(NEXT_MONTH)).isDirectoryContaining("glob:**差异清单.xlsx");
    assertThat(reported.runJson(NEXT_MONTH).get("job").asString()).isEqualTo("nightly");
    byHand.does("report", "--period", NOVEMBER, "--as-of", NEXT_MONTH);
    assertThat(reported(reported)).isEqualTo(reported(byHand)).isNotEmpty();
    assertThat(reported.home().resolve("notices/2025-12-01-控辍保学月报.txt"))
        .content()
        .startsWith("【控辍保学月报 2025-11】")
        .contains("30 天中有 3 个夜次", "bidui report --period 2025-11 --sign --by 姓名");
    assertThat(reported.journal(Entry.JobEnded.class))
        .extracting(ended -> ended.job() + " " + ended.asOf())
        .endsWith("nightly 2025-12-01", "month-end 2025-12-01");
  }

  /** Killed between the two, the job is due again, and the report is made. */
  @Test
  void theEndOfAJobIsNotedAfterItsReports() throws IOException {
    Office office = withJobs(copy(lived, "ordered"));
    Path job = office.home().resolve("jobs/nightly/job.yml");
    Files.writeString(
        job, Files.readString(job).replace("outputs: [night]", "outputs: [night, month]"));
    Path periods = office.home().resolve("reports/periods");
    Files.writeString(periods, "a file where a folder has to be");

    Office.Said stopped = office.does("run", "nightly", "--as-of", NEXT_MONTH);

    assertThat(stopped.exit()).as(stopped.all()).isEqualTo(74);
    assertThat(office.report(NEXT_MONTH)).isDirectory();
    assertThat(office.journal(Entry.JobEnded.class))
        .extracting(ended -> ended.job() + " " + ended.asOf())
        .doesNotContain("nightly " + NEXT_MONTH);
    Files.delete(periods);
    assertThat(office.does("run", "nightly", "--as-of", NEXT_MONTH).exit()).isLessThan(64);
    assertThat(periods.resolve(NOVEMBER)).isDirectory();
  }

  private static Office withJobs(Office office) throws IOException {
    for (Path file : Office.files(Path.of("jobs"))) {
      Path target = office.home().resolve(file.toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return office;
  }

  @Test
  void runAgainItChangesNothing() throws IOException {
    Office office = copy(reported, "again");
    Map<String, String> first = reported(office);
    Office.Said again = monthEnd(office);
    assertThat(again.out()).contains("没有变化").doesNotContain("核对开始");
    assertThat(again.exit()).isZero();
    assertThat(reported(office)).isEqualTo(first);
  }

  @Test
  void aSignedMonthGetsACorrectionWhereFiguresHaveChanged() throws IOException {
    Office office = copy(reported, "corrected");
    office.does("report", "--period", NOVEMBER, "--sign", "--by", "李科长", "--as-of", NEXT_MONTH);
    Map<String, String> signed = reported(office);
    List<Table.Row> open =
        office
            .table(Sample.asOf(3), "findings.csv")
            .where(
                row ->
                    row.get("rule").equals("unfunded-eligible")
                        && List.of("new", "persisting").contains(row.get("state")));
    String finding = open.get(0).get("finding_id");
    office.does("answer", finding, "G3", "--by", "王老师", "--as-of", "2025-11-10");
    assertThat(monthEnd(office).out()).contains("第 1 号更正");

    assertThat(reported(office)).containsAllEntriesOf(signed);
    assertThat(office.home().resolve("notices/2025-12-01-更正控辍保学月报（第1号）.txt"))
        .content()
        .contains("签发后有");
  }

  @Test
  void aMonthWithoutANightHasNoReportAndIsNoFailure() throws IOException {
    Office office = copy(lived, "empty");
    Office.Said none = office.does("run", "month-end", "--as-of", Sample.asOf(3));
    assertThat(none.out()).contains("2025-10").contains("没有发布过任何夜次").doesNotContain("核对开始");
    assertThat(none.exit()).isZero();
    assertThat(office.home().resolve("reports/periods/2025-10")).doesNotExist();
  }

  @Test
  void mistakesOfEveryJobAreToldTogetherAndTheOthersAreShown() throws IOException {
    Office office = withJobs(copy(lived, "mistakes"));
    Files.writeString(office.home().resolve("jobs/quarter/job.yml"), "title: 季汇总\nschedule: 每季\n");
    Files.writeString(office.home().resolve("jobs/half-year/job.yml"), "titel: 半年通报\n");

    Office.Said answer = office.does("jobs");

    assertThat(answer.exit()).isEqualTo(64);
    assertThat(answer.err())
        .startsWith("设置和全部任务里有 3 处要改，有错的任务不会自动运行")
        .contains("jobs/quarter/job.yml", "看不懂的运行时间“每季”", "jobs/half-year/job.yml", "titel");
    assertThat(answer.out()).contains("nightly", "每天 02:00", "month-end");
    assertThat(office.does("run", "quarter", "--as-of", NEXT_MONTH).err()).contains("程序看不懂");
    assertThat(office.does("run", "--due", "nightly").exit()).isEqualTo(64);
  }

  @Test
  void aLateJobIsAnAlarm() throws IOException {
    Office office = Office.open(folder.resolve("late"));
    Files.setLastModifiedTime(
        office.home().resolve("bidui.yml"), FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    Office.Said answer = office.does("jobs", "--alarm");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("警报：已有 72 小时")
        .containsPattern("任务 (nightly|term-start)（.*）超时");
    assertThat(office.journal(Entry.Notice.class))
        .extracting(Entry.Notice::runId)
        .anyMatch(id -> id.startsWith("N-silence-"));
    assertThat(office.does("jobs", "--json").out()).contains("\"silent\":true");
  }

  /**
   * The watch is asked to end while it waits; the night before was missed, so it begins at once.
   */
  @Test
  void aWatchRunsWhatIsDueOnceKeepsTakingFilesAndEndsWhenAsked() throws Exception {
    Office office = Office.open(folder.resolve("watched"));
    FileTime before = FileTime.from(Instant.now().minus(Duration.ofDays(3)));
    Files.setLastModifiedTime(office.home().resolve("bidui.yml"), before);
    Path words = Files.createTempFile(folder, "watch-", ".txt");
    Process watch =
        Outside.start(
            BiduiApplication.class,
            words,
            List.of("watch", "--still", "1", "--every", "1", "--home", office.home().toString()));
    try {
      until(words, () -> !office.journal(Entry.JobEnded.class).isEmpty());
      office.drop("晚到.csv", "甲,乙\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      until(words, () -> Files.exists(office.feedback().resolve("晚到__未通过.xlsx")));
      long asked = System.nanoTime();
      watch.destroy();
      assertThat(Outside.end(watch)).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(30));
    } finally {
      watch.destroyForcibly().waitFor();
    }
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    assertThat(office.journal(Entry.JobEnded.class))
        .filteredOn(ended -> List.of("nightly", "term-start").contains(ended.job()))
        .singleElement()
        .matches(ended -> !ended.asOf().isBefore(today.minusDays(1)))
        .matches(ended -> ended.exit() == 3);
  }

  /** What is waited for. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(Path said, Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(600);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(Files.readString(said)).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
