package cn.bidui.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.cli.jobs.Bureau;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

  @TempDir private Path home;

  /** Read again, a journal of years would take its time again, and might say something else. */
  @Test
  void theJournalIsReadOnce() throws IOException {
    Bureau bureau = new Bureau(home, "2026-04-30T20:00");
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    Status status = Status.of(new WorkFolder(home), bureau.clock());
    try (Stream<Path> files = Files.list(home.resolve("journal"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    List<String> lines = status.text(Optional.empty(), Coming.unknown(0), Messages.ZH, false);

    assertThat(lines).anyMatch(line -> line.startsWith("最近发布  2026-05-01，"));
    assertThat(status.history(20, Messages.ZH)).anyMatch(line -> line.contains("2026-05-01"));
    assertThat(status.state().latest()).isPresent();
  }
}
