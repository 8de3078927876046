package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever looks after the machine sees of a run: while it works, and afterwards. */
class SeenRunningTest {

  private static final String NIGHT = Sample.asOf(1);
  private static final Clock LATER =
      Clock.fixed(Instant.parse("2036-05-03T18:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate NEXT = LocalDate.parse("2025-11-04");

  private static Office lived;

  @TempDir private Path folder;
  private Office office;

  @BeforeAll
  static void runANight() throws IOException {
    lived =
        Office.open(Sample.kept("seen").resolve("home"))
            .setting("metrics-file: \"\"", "metrics-file: \"seen/bidui.prom\"");
    Sample.drop(1, lived);
    assertThat(lived.run(NIGHT, "--quiet").exit()).isEqualTo(2);
  }

  @BeforeEach
  void copy() throws IOException {
    office = lived.copiedTo(folder.resolve("home"));
  }

  private static List<Path> stepLogs(Office office) throws IOException {
    return Office.files(office.home().resolve("logs")).stream()
        .filter(file -> file.getFileName().toString().matches("steps-\\d{4}-\\d\\d\\.jsonl"))
        .toList();
  }

  private static String metrics(Office office) throws IOException {
    return Files.readString(office.home().resolve("seen").resolve("bidui.prom"));
  }

  /** Names of the pupils and schools of whom something was found. */
  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>();
    for (Table.Row row : lived.table(NIGHT, "findings.csv").rows()) {
      words.add(row.get("name"));
      words.add(row.get("school"));
      words.add(row.get("person_key"));
    }
    words.remove("");
    assertThat(words).hasSizeGreaterThan(40);
    return words;
  }

  private void write(Entry... entries) throws IOException {
    LeaseOutcome lease = Lease.acquire(office.home(), Duration.ZERO, LATER);
    try (Lease held = ((LeaseOutcome.Held) lease).lease();
        Journal journal = Journal.open(office.home(), held, LATER)) {
      journal.appendAll(List.of(entries));
    }
  }

  private String status(String... more) {
    String[] line = new String[more.length + 3];
    line[0] = "status";
    line[1] = "--as-of";
    line[2] = NEXT.toString();
    System.arraycopy(more, 0, line, 3, more.length);
    Office.Said said = office.does(line);
    assertThat(said.exit()).as(said.all()).isZero();
    return said.out();
  }

  @Test
  void statusTellsOfMistakesInSettingsAndWhenTheNextJobIsDue() throws IOException {
    assertThat(status()).contains("下次运行  照任务册在 ").doesNotContain("处要改");
    office.setting("threads: 2", "threads: x");

    assertThat(status()).contains("要处理    设置或任务有 1 处要改");
    assertThat(JsonMapper.shared().readTree(status("--json")).get("mistakes").asInt()).isOne();
  }

  @Test
  void everyStepLeavesOneLineWithItsCountsAndNoPerson() throws IOException {
    String log = Files.readString(stepLogs(lived).get(0));
    List<JsonNode> lines = log.lines().map(line -> JsonMapper.shared().readTree(line)).toList();

    assertThat(lines)
        .extracting(line -> line.get("step").asString())
        .containsExactly(
            "collect", "intake", "normalize", "link", "judge", "ledger", "report", "notify");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("runId").asString()).isEqualTo("R-2025-11-03-1");
              assertThat(line.get("job").asString()).isEqualTo("nightly");
              assertThat(line.get("asOf").asString()).isEqualTo(NIGHT);
              assertThat(line.get("state").asString()).isEqualTo("completed");
              assertThat(line.get("ms").asLong()).isNotNegative();
              assertThat(line.get("heapPeakMb").asLong()).isPositive();
              assertThat(Instant.parse(line.get("time").asString())).isBefore(Instant.now());
            });
    assertThat(lines.get(1).get("read").asInt()).isEqualTo(1_809);
    assertThat(lines.get(3).get("rows").asInt()).isEqualTo(1_787);
    assertThat(lines.get(5).get("new").asInt()).isEqualTo(47);
    assertThat(log).doesNotContain(words()).doesNotContainPattern("\\d{6}(19|20)\\d{6}");
    assertThat(lived.home().resolve("logs").resolve("now.properties")).doesNotExist();
  }

  @Test
  void theMetersOfARunStandInTheFileAndNameNobody() throws IOException {
    String metrics = metrics(lived);

    assertThat(metrics.lines())
        .contains(
            "bidui_files{state=\"refused\"} 1.0",
            "bidui_rows{state=\"accepted\"} 1787.0",
            "bidui_findings_open{rule=\"unfunded-eligible\"} 7.0",
            "bidui_findings_new{rule=\"shared-account\"} 0.0",
            "bidui_rule_evaluated{rule=\"absent\"} 0.0",
            "bidui_list_age_days{list=\"roll\"} 1.0",
            "bidui_list_stale{list=\"roll\"} 0.0",
            "bidui_guards_held 0.0",
            "bidui_run_exit 2.0",
            "bidui_run_published 1.0")
        .anyMatch(line -> line.startsWith("bidui_last_success_timestamp_seconds "))
        .anyMatch(line -> line.startsWith("bidui_step_duration_seconds{step=\"link\"} "))
        .anyMatch(line -> line.matches("spring_batch_job_seconds_count\\{.*COMPLETED\"\\} 1"))
        .anyMatch(line -> line.matches("spring_batch_step_seconds_count\\{.*\"link\".*\\} 1"))
        .noneMatch(line -> line.startsWith("bidui_findings_open{rule=\"absent\""));
    assertThat(metrics.lines().filter(line -> line.startsWith("# HELP bidui_")))
        .hasSize(16)
        .allMatch(line -> line.matches("# HELP bidui_\\w+ [A-Z0-9].{14,}"));
    assertThat(metrics).doesNotContain(words()).doesNotContainPattern("[0-9a-f]{16}");
    assertThat(Office.files(lived.home().resolve("seen"))).hasSize(1);
  }

  @Test
  void whatCannotBeWrittenForOnlookersHoldsUpNoRun() throws IOException {
    office.setting("seen/bidui.prom", "bidui.yml/bidui.prom");
    Path steps = office.home().resolve("logs").resolve(stepLogs(office).get(0).getFileName());
    Files.delete(steps);
    Files.createDirectories(steps.resolve("x"));
    Files.createDirectories(office.home().resolve("logs/now.properties/x"));

    Office.Said said = office.run(NIGHT, "--quiet");

    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(Files.readString(office.home().resolve("logs/bidui.log")))
        .contains("the metrics file was not written")
        .contains("a line of the step log was not written");
  }

  @Test
  void ofARunThatFailedOnlyThatIsTold() throws IOException {
    Files.delete(office.report(NIGHT).resolve("data").resolve("run.json"));
    for (Path blob : Office.files(office.home().resolve("archive"))) {
      Files.write(blob, new byte[] {1});
    }
    Office.Said said = office.run(NEXT.toString(), "--quiet");
    assertThat(said.exit()).as(said.all()).isEqualTo(74);
    assertThat(metrics(office).lines())
        .contains("bidui_run_published 0.0")
        .noneMatch(line -> line.startsWith("bidui_findings_open"));
  }

  @Test
  void statusTellsInOneScreenHowItStands() {
    assertThat(status().lines().map(line -> line.replaceFirst("还剩 .*", "还剩 …")))
        .anyMatch(line -> line.equals("正在运行  没有"))
        .anyMatch(line -> line.startsWith("最近发布  2025-11-03，"))
        .anyMatch(line -> line.endsWith("；正常，有文件被退回；文件 5 份，1809 行"))
        .contains(
            "未结问题  47 个，其中最近新增 47 个",
            "在用名单  学籍名单    2025-11-02（2 天前），2 份",
            "          资助名单    2025-11-02（2 天前），1 份",
            "          防返贫名单  2025-11-02（2 天前），1 份",
            "拦下待定  没有",
            "待收文件  0 份可以收；0 份还不能收（没复制完、正打开着或读不了）",
            "备份      还没有备份过",
            "磁盘      还剩 …",
            "数据库    内嵌（data/bidui.mv.db）");
  }

  @Test
  void theSameForPrograms() {
    JsonNode status = JsonMapper.shared().readTree(status("--json"));
    assertThat(status.get("working").asBoolean()).isFalse();
    assertThat(status.get("last").get("exit").asInt()).isEqualTo(2);
    assertThat(status.get("last").get("rows").asInt()).isEqualTo(1_809);
    assertThat(status.get("lists").get(0).get("days").asInt()).isEqualTo(2);
    assertThat(status.get("inbox").asInt()).isZero();
    assertThat(status.has("backup")).isFalse();
    assertThat(status.get("database").asString()).isEqualTo("embedded");
  }

  @Test
  void statusTellsWhoIsAtWorkAndHowFarWithoutWaiting() throws IOException {
    String now =
        "process=%s%nrunId=R-2025-11-04-2%njob=nightly%nasOf=2025-11-04%nstep=link%nsince=%s%nrows=1200%n"
            .formatted(ProcessHandle.current().pid(), Instant.now().minusSeconds(75));
    Files.writeString(office.home().resolve("logs").resolve("now.properties"), now);
    LeaseOutcome lease = Lease.acquire(office.home(), Duration.ZERO, Clock.systemUTC());
    try (Lease held = ((LeaseOutcome.Held) lease).lease()) {
      assertThat(held.epoch()).isPositive();
      assertThat(status())
          .contains("进程 " + ProcessHandle.current().pid())
          .contains("R-2025-11-04-2：逐人比对，这一步已 1 分 1")
          .contains("已存 1200 行");
      JsonNode json = JsonMapper.shared().readTree(status("--json"));
      assertThat(json.get("working").asBoolean()).isTrue();
      assertThat(json.get("step").asString()).isEqualTo("link");
      Files.writeString(office.home().resolve("logs").resolve("now.properties"), "since=?");
      assertThat(status()).contains("进程 ").doesNotContain("逐人比对");
    }
    assertThat(status()).contains("正在运行  没有");
  }

  @Test
  void whateverIsNotWellIsTold() throws IOException {
    office.setting("  roll:\n    data-date", "  roll:\n    maxAgeDays: 1\n    data-date");
    SourceFile file = new SourceFile("ab".repeat(32), "学籍(1).xlsx", "");
    write(
        new Entry.FileAnswered(
            9_999,
            file,
            FileState.HELD,
            ListKind.ROLL,
            "",
            Scope.COUNTY,
            null,
            NEXT,
            RowCounts.NONE,
            List.of()),
        new Entry.BackedUp("b.bidui", "cd".repeat(32), Head.NONE, 12_000_000, "asked", NEXT),
        new Entry.RunStarted("R-2025-11-04-2", "nightly", NEXT));
    Files.move(office.inbox(), folder.resolve("elsewhere"));

    assertThat(status())
        .contains("2025-11-02（2 天前），2 份  超过 1 天，要更新")
        .contains("1 份：学籍(1).xlsx")
        .contains("收件文件夹 " + office.inbox() + " 现在看不到")
        .contains("2036-05-04 02:00（12 MB）")
        .contains("还没有做过恢复演练")
        .contains("之后又开始过一次（R-2025-11-04-2，2036-05-04 02:00），没有完成");

    write(new Entry.Drilled("b.bidui", Head.NONE, 1, 5, false, "backup.damaged", NEXT));
    assertThat(status("--lang", "en")).contains("the restore on trial of 2036-05-04 02:00 failed");
    write(new Entry.Drilled("b.bidui", Head.NONE, 1, 5, false, "", NEXT));
    assertThat(status()).contains("恢复演练 2036-05-04 02:00 通过");
    JsonNode json = JsonMapper.shared().readTree(status("--json"));
    assertThat(json.get("held").get(0).asString()).isEqualTo("学籍(1).xlsx");
    assertThat(json.get("lists").get(0).get("stale").asBoolean()).isTrue();
    assertThat(json.get("cutShort").get("runId").asString()).isEqualTo("R-2025-11-04-2");
    assertThat(json.get("drill").get("passed").asBoolean()).isTrue();
    assertThat(json.has("inbox")).isFalse();
  }

  @Test
  void aNightWithoutItsListsOrItsReportIsTold() throws IOException {
    write(
        new Entry.RunStarted("R-2025-11-04-2", "nightly", NEXT),
        new Entry.Published(
            "R-2025-11-04-2",
            NEXT,
            LocalDate.parse(NIGHT),
            List.of(),
            "",
            "",
            "1",
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>()));
    assertThat(status()).contains("在用名单  缺：学籍名单、资助名单、防返贫名单").contains("data/run.json 读不了");
    assertThat(status("--json")).contains("\"missing\":[\"roll\",\"aid\",\"households\"]");
  }

  @Test
  void theHistoryTellsWhatEachRunCameTo() throws IOException {
    write(
        new Entry.RunStarted("R-2025-11-03-2", "month-end", LocalDate.parse(NIGHT)),
        new Entry.Published(
            "R-2025-11-03-2",
            LocalDate.parse(NIGHT),
            null,
            List.of(),
            "",
            "",
            "1",
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>()),
        new Entry.RunStarted("R-2025-11-04-3", "nightly", NEXT));

    List<String> lines = status("--history").lines().toList();

    assertThat(lines.get(0)).startsWith("核对日期    任务       开始").endsWith("行数  新增  未结");
    assertThat(lines.get(1)).startsWith("2025-11-04  nightly    2036-05-04 02:00").contains("没有发布");
    assertThat(lines.get(2)).startsWith("2025-11-03  month-end").contains("同一天后来又发布过");
    assertThat(lines.get(3)).contains("正常，有文件被退回").endsWith("1809    47    47");
    assertThat(status("--history", "1").lines()).hasSize(2);
    JsonNode json = JsonMapper.shared().readTree(status("--history", "3", "--json"));
    assertThat(json).hasSize(3);
    assertThat(json.get(0).has("published")).isFalse();
    assertThat(json.get(2).get("new").asInt()).isEqualTo(47);
    assertThat(office.does("status", "--history", "0").exit()).isEqualTo(64);
  }

  @Test
  void beforeTheFirstRunThereIsNotMuchToTell() {
    office = Office.open(folder.resolve("new"));
    assertThat(status()).contains("还没有发布过").doesNotContain("在用名单");
    assertThat(status("--history")).contains("还没有运行过");
    assertThat(JsonMapper.shared().readTree(status("--json")).has("last")).isFalse();
    Office none = new Office(folder.resolve("none"));
    assertThat(none.does("status").exit()).isEqualTo(64);
  }

  @Test
  void whatCannotBeReadEndsWith74() throws IOException {
    Path lock = office.home().resolve("journal").resolve("lease.lock");
    Files.deleteIfExists(lock);
    Files.createDirectory(lock);
    Office.Said said = office.does("status");
    assertThat(said.exit()).as(said.all()).isEqualTo(74);
    assertThat(said.err()).contains("读不到这个工作目录的流水或占用情况");
  }
}
