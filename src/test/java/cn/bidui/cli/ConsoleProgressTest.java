package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.StepTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleProgressTest {

  private final StringWriter said = new StringWriter();
  private final AtomicLong seconds = new AtomicLong();

  private ConsoleProgress progress(boolean terminal, String... options) {
    Options asked = new Options();
    new picocli.CommandLine(asked).parseArgs(options);
    return new ConsoleProgress(
        asked,
        new PrintWriter(said, true),
        terminal,
        new TreeMap<>(
            Map.of(
                "link",
                Duration.ofSeconds(200),
                "judge",
                Duration.ofSeconds(1),
                "report",
                Duration.ofSeconds(9))),
        () -> Duration.ofSeconds(seconds.get()).toNanos());
  }

  @Test
  void aLogGetsALineForEachStepWithTheTimeOfLongOnes() {
    try (ConsoleProgress progress = progress(false)) {
      progress.step("link");
      progress.step("judge");
      progress.step("report");
      progress.step("notify");
    }
    assertThat(said.toString().lines())
        .containsExactly("逐人比对（上次用了 3 分 20 秒）……", "按规则核对……", "出具报告（上次用了 9 秒）……");
  }

  @Test
  void ofALongStepALogHearsEveryHalfMinute() {
    try (ConsoleProgress progress = progress(false, "--lang", "EN")) {
      progress.step("intake");
      for (int i = 0; i < 7; i++) {
        progress.rows(1_000);
        seconds.addAndGet(10);
      }
    }
    assertThat(said.toString().lines())
        .containsExactly("reading lists ...", "  4000 rows read so far", "  7000 rows read so far");
  }

  @Test
  void aTerminalGetsABarAndNoLines() {
    try (ConsoleProgress progress = progress(true)) {
      progress.step("intake");
      seconds.addAndGet(100);
      progress.rows(1_000);
      progress.linked(10, 0);
    }
    assertThat(said.toString().lines()).hasSize(1);
  }

  @Test
  void quietlyNothingIsSaid() {
    try (ConsoleProgress progress = progress(false, "--quiet")) {
      progress.step("link");
      seconds.addAndGet(100);
      progress.rows(5);
    }
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void timesComeFromTheNewestNight(@TempDir Path reports) throws IOException {
    assertThat(StepTimes.ofLatest(reports)).isEmpty();
    Path data = Files.createDirectories(reports.resolve("2026-05-03").resolve("data"));
    Files.writeString(reports.resolve("latest.txt"), "2026-05-03\n");
    Files.writeString(
        data.resolve("run.json"),
        "{\"a\":{\"b\":1},\"steps\":{\"link\":7000,\"judge\":3},\"exit\":0}");
    assertThat(StepTimes.ofLatest(reports))
        .isEqualTo(Map.of("link", Duration.ofSeconds(7), "judge", Duration.ofMillis(3)));
    Files.writeString(data.resolve("run.json"), "{\"steps\":{\"link\":7000");
    assertThat(StepTimes.ofLatest(reports)).isEmpty();
  }
}
