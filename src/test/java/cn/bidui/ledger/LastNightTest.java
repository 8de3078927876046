package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.Published;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastNightTest {

  private static final byte[] TOLD = "{\"runId\":\"R-1\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path home;

  private LastNight night(byte[] lying) throws IOException {
    TreeMap<String, String> manifest = new TreeMap<>();
    manifest.put("data/run.json", Sha256.hex(TOLD));
    LocalDate day = LocalDate.of(2025, 11, 3);
    Path data = Files.createDirectories(home.resolve("reports").resolve(day + "/data"));
    Files.write(data.resolve("run.json"), lying);
    return new LastNight(
        new Published(
            "R-1", day, null, List.of(), "", "", "", manifest, new TreeMap<>(), new TreeMap<>()));
  }

  @Test
  void whatTheRunToldIsTakenAsItWasPublished() throws IOException {
    LastNight night = night(TOLD);
    assertThat(night.name()).isEqualTo("reports/2025-11-03/data/run.json");
    assertThat(night.told(home)).hasValue(TOLD);
  }

  @Test
  void whatALaterRunOfThatDayToldIsLeftOut() throws IOException {
    assertThat(night("{\"runId\":\"R-2\"}".getBytes(StandardCharsets.UTF_8)).told(home)).isEmpty();
  }

  @Test
  void aReportThatWasMovedAwayIsNoTrouble() throws IOException {
    LastNight night = night(TOLD);
    Files.delete(home.resolve(night.name()));
    assertThat(night.told(home)).isEmpty();
  }

  @Test
  void withoutAPublicationThereIsNothing() throws IOException {
    LastNight none = new LastNight(null);
    assertThat(none.day()).isEmpty();
    assertThat(none.name()).isEmpty();
    assertThat(none.told(home)).isEmpty();
  }
}
