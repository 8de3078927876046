package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.batch.JobTree;
import cn.bidui.cli.jobs.Bureau;
import cn.bidui.cli.jobs.Timetable.Due;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Weeks of jobs in no time: the clock is set by hand, and jobs write their lines only. */
class DueRunsTest {

  @TempDir private Path home;
  private Bureau bureau;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> ran = new ArrayList<>();
  private final Deque<Integer> exits = new ArrayDeque<>();

  @BeforeEach
  void makeABureau() throws IOException {
    bureau = new Bureau(home, "2026-04-30T20:00");
  }

  private DueRuns runs(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--home", home.toString()));
    Options options = CommandLine.populateCommand(new Options(), line.toArray(String[]::new));
    return new DueRuns(
        options,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        bureau.clock(),
        (due, still) -> run(due));
  }

  private int run(Due due) {
    int exit = exits.isEmpty() ? ExitCode.DONE : exits.remove();
    ran.add(due.job().name() + " " + due.asOf());
    if (exit >= ExitCode.USAGE) {
      bureau.says(new Entry.JobEnded(due.job().name(), due.asOf(), exit, 1));
    } else if (due.job().nightly()) {
      bureau.publishes(due.job().name(), due.asOf(), exit);
    } else {
      bureau.says(new Entry.JobEnded(due.job().name(), due.asOf(), exit, 1));
    }
    return exit;
  }

  private List<String> notices() throws IOException {
    if (!Files.isDirectory(home.resolve("notices"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.resolve("notices"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void everyJobRunsOnceForItsDate() throws IOException {
    DueRuns runs = runs();
    bureau.at("2026-05-06T01:00");
    for (int quarter = 0; quarter < 30; quarter++) {
      bureau.later(Duration.ofMinutes(15));
      assertThat(runs.all()).isZero();
    }
    assertThat(ran)
        .containsExactly("nightly 2026-05-05", "nightly 2026-05-06", "month-end 2026-05-06");
  }

  @Test
  void aRunThatCannotEvenBeginTellsOfTheSilence() throws IOException {
    bureau.at("2026-05-01T02:00").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    Files.writeString(home.resolve("bidui.key"), "no key");
    bureau.at("2026-05-02T04:30");
    DueRuns runs = onAFullDisk();

    assertThatThrownBy(runs::all).isInstanceOf(IOException.class).hasMessage("the disk is full");
    assertThat(err.toString()).contains("警报：已有 26 小时没有发布核对结果");
    assertThat(notices()).containsExactly("2026-05-02-警报.txt");
  }

  private DueRuns onAFullDisk() {
    return new DueRuns(
        CommandLine.populateCommand(new Options(), "--home", home.toString()),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        bureau.clock(),
        (due, still) -> {
          throw new IOException("the disk is full");
        });
  }

  @Test
  void aProgramThatHangsOnTheWorkFolderIsToldAlsoWhileAJobIsDue() throws IOException {
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    LeaseOutcome outcome = Lease.acquire(home, Duration.ZERO, bureau.clock());
    try (Lease held = ((LeaseOutcome.Held) outcome).lease()) {
      held.check();
      bureau.at("2026-05-03T08:00");
      assertThat(busy().all()).isEqualTo(ExitCode.BUSY);
      assertThat(notices()).containsExactly("2026-05-03-警报.txt");
    }
  }

  private DueRuns busy() {
    return new DueRuns(
        CommandLine.populateCommand(new Options(), "--home", home.toString()),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        bureau.clock(),
        (due, still) -> ExitCode.BUSY);
  }

  @Test
  void aWatchThatCanWriteNothingRemembersWhetherAnybodyWasTold() throws IOException {
    bureau.at("2026-05-01T02:00").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    Files.writeString(home.resolve("bidui.key"), "no key");
    Files.writeString(home.resolve("data"), "no folder");
    Files.writeString(home.resolve("notices"), "no folder");
    DueRuns watch = onAFullDisk();
    for (String time : List.of("08:00", "08:20")) {
      bureau.at("2026-05-02T" + time);
      assertThatThrownBy(watch::all).isInstanceOf(IOException.class);
    }
    assertThat(err.toString().split("通知没有发出（folder）", -1)).hasSize(2);

    Files.delete(home.resolve("notices"));
    bureau.at("2026-05-02T08:25");
    assertThatThrownBy(watch::all).isInstanceOf(IOException.class);
    assertThat(notices()).containsExactly("2026-05-02-警报.txt");

    Files.delete(home.resolve("notices/2026-05-02-警报.txt"));
    bureau.at("2026-05-02T08:30");
    assertThatThrownBy(watch::all).isInstanceOf(IOException.class);
    assertThat(notices()).isEmpty();
  }

  @Test
  void twoThatLookDoNothingTwice() throws IOException {
    bureau.at("2026-05-01T02:00");
    assertThat(runs().all()).isZero();
    assertThat(runs().all()).isZero();
    assertThat(ran).containsExactly("nightly 2026-05-01");
    assertThat(out.toString()).contains("没有到时间的任务，下一次 2026-05-02 02:00");
  }

  @Test
  void whoeverComesSecondSeesUnderTheLeaseThatItIsDone() throws IOException {
    bureau.at("2026-05-01T02:00");
    Due due = bureau.table().due().get(0);
    assertThat(bureau.table().isDue(due)).isTrue();
    bureau.publishes("nightly", due.asOf(), 0);
    assertThat(bureau.table().isDue(due)).isFalse();
  }

  @Test
  void theHighestExitCodeIsTold() throws IOException {
    exits.addAll(List.of(3, 2));
    bureau.at("2026-05-06T03:30");
    assertThat(runs().all()).isEqualTo(3);
    assertThat(ran).hasSize(2);
  }

  @Test
  void aRunThatWasStoppedEndsTheRound() throws IOException {
    exits.add(ExitCode.STOPPED);
    bureau.at("2026-05-06T03:30");
    assertThat(runs().all()).isEqualTo(ExitCode.STOPPED);
    assertThat(ran).hasSize(1);
  }

  @Test
  void aFailedJobKeepsTheOthersFromNothing() throws IOException {
    exits.add(ExitCode.IO);
    bureau.at("2026-05-06T03:30");
    assertThat(runs("--quiet").all()).isEqualTo(ExitCode.IO);
    assertThat(ran).containsExactly("nightly 2026-05-06", "month-end 2026-05-06");
  }

  @Test
  void mistakesAreToldOnceAndJobsWithoutOneRun() throws IOException {
    bureau.job("month-end", "title: 月报", "outputs: [monat]");
    bureau.at("2026-05-01T02:00");
    DueRuns runs = runs();

    assertThat(runs.all()).isEqualTo(ExitCode.USAGE);
    String told = err.toString();
    assertThat(told).contains("jobs/month-end/job.yml", "monat");
    assertThat(runs.all()).isEqualTo(ExitCode.USAGE);

    assertThat(ran).containsExactly("nightly 2026-05-01");
    assertThat(err).hasToString(told);
  }

  @Test
  void jobsThatTheirSettingsHoldBackAreNamedWhereNothingIsDue() throws IOException {
    bureau.without("term-start");
    bureau.job("nightly", "title: 夜间核对", "schedule: 每天 2点", "policies: [national]");
    bureau.at("2026-05-01T03:00");

    assertThat(runs().all()).isEqualTo(ExitCode.USAGE);

    assertThat(ran).isEmpty();
    assertThat(out.toString()).contains("没有到时间的任务，下一次 2026-05-06 03:00", "设置有误，不会自动运行的任务：nightly。");
  }

  @Test
  void aSilenceIsToldOnceByEachChannel() throws IOException {
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    bureau.job("nightly", "title: 夜间核对", "schedule: 每天 02:00", "policies: [nowhere]");
    bureau.at("2026-05-02T05:00");

    DueRuns watch = runs();
    assertThat(watch.all()).isEqualTo(ExitCode.USAGE);
    assertThat(watch.all()).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString().split("警报：已有 26 小时", -1)).hasSize(2);
    assertThat(notices()).containsExactly("2026-05-02-警报.txt");
    assertThat(home.resolve("notices/2026-05-02-警报.txt"))
        .hasContent(
            "【学籍资助核对警报 2026-05-02】云水县教育局\n"
                + "已有 26 小时没有发布核对结果（超过 26 小时），最近的报告截至 2026-05-01。"
                + "请信息员运行 bidui doctor，照它说的处理，再运行 bidui run。");
    assertThat(bureau.state().notices())
        .extracting(notice -> notice.runId() + " " + notice.phase())
        .containsExactly("N-silence-R-1 SENDING", "N-silence-R-1 SENT");
    bureau.at("2026-05-03T05:00");
    runs().all();
    assertThat(notices()).hasSize(1);
  }

  /** A night that was run by settings whose messages go into the folder {@code office}. */
  private void publishesBySettings() throws IOException {
    String settings = "unit: 云水县教育局\nnotify: {folder: office}\n";
    JobTree tree = new JobTree(new TreeMap<>(Map.of(JobTree.SETTINGS, settings)));
    String kept = Archive.of(home).put(tree.bytes());
    bureau.says(Bureau.published("R-1", LocalDate.of(2026, 5, 1), kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit: 云水县\nnotify: {folder: off",
        "unit: 云水县\nnotify:\n  mail:\n    host: smtp",
        "unit: 云水县\nlists:\n  ro",
        "\0\0\0\0",
        ""
      })
  void whereTheSettingsWereCutOffThoseOfTheLastNightSayWhomToTell(String torn) throws IOException {
    bureau.at("2026-05-01T02:01");
    publishesBySettings();
    bureau.settings(torn).at("2026-05-02T05:00");
    exits.addAll(List.of(ExitCode.IO, ExitCode.IO));

    assertThat(runs().all()).isGreaterThanOrEqualTo(ExitCode.USAGE);

    assertThat(home.resolve("notices")).doesNotExist();
    assertThat(home.resolve("office/2026-05-02-警报.txt"))
        .content()
        .startsWith("【学籍资助核对警报 2026-05-02】云水县教育局\n")
        .endsWith("按 2026-05-01 那一晚存档的设置发出的。请改好 bidui.yml，用 bidui jobs 看哪里有错。\n");
  }

  @Test
  void aMistakeElsewhereInTheSettingsLeavesTheChannelsAsTheyAre() throws IOException {
    bureau.at("2026-05-01T02:01");
    publishesBySettings();
    bureau.settings("threads: many", "notify: {folder: desk}").at("2026-05-02T05:00");

    assertThat(runs().all()).isEqualTo(ExitCode.USAGE);

    assertThat(home.resolve("office")).doesNotExist();
    assertThat(home.resolve("desk/2026-05-02-警报.txt")).content().doesNotContain("存档的设置");
  }

  @Test
  void wherePublishedSettingsCannotBeOpenedTheFolderIsToldAsBefore() throws IOException {
    bureau.at("2026-05-01T02:01");
    publishesBySettings();
    Files.delete(home.resolve("keys/archive.keys"));
    bureau.settings("notify: {folder: off").at("2026-05-02T05:00");

    assertThat(runs().all()).isEqualTo(ExitCode.USAGE);

    assertThat(notices()).containsExactly("2026-05-02-警报.txt");
  }

  @Test
  void editingTheSettingsOfAFolderThatNeverRanPutsTheAlarmOffByNothing() throws IOException {
    Path page = Files.writeString(home.resolve("先看这里.txt"), "init");
    Files.setLastModifiedTime(page, FileTime.from(bureau.clock().instant()));
    bureau.at("2026-05-02T05:00");
    Files.setLastModifiedTime(home.resolve("bidui.yml"), FileTime.from(bureau.clock().instant()));
    exits.add(ExitCode.IO);

    assertThat(runs().all()).isEqualTo(ExitCode.IO);

    assertThat(err.toString()).contains("警报：已有 33 小时没有发布核对结果");
    assertThat(notices()).containsExactly("2026-05-02-警报.txt");
  }

  @Test
  void anAlarmDoesNotMakeTheMissedNightForgotten() throws IOException {
    bureau.at("2026-05-02T05:00");
    exits.add(ExitCode.IO);
    assertThat(runs().all()).isEqualTo(ExitCode.IO);
    assertThat(notices()).containsExactly("2026-05-02-警报.txt");

    bureau.later(Duration.ofMinutes(20));
    assertThat(runs().all()).isZero();

    assertThat(ran).containsExactly("nightly 2026-05-02", "nightly 2026-05-02");
  }

  @Test
  void withoutAWorkFolderNothingIsDone() throws IOException {
    Files.delete(home.resolve("bidui.yml"));
    assertThat(runs().all()).isEqualTo(ExitCode.USAGE);
  }
}
