package cn.bidui.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginningTest {

  private static final Instant MADE = Instant.parse("2026-05-01T01:00:00Z");
  private static final Instant EDITED = Instant.parse("2026-05-03T01:00:00Z");

  @TempDir private Path home;

  private Instant began() throws IOException {
    return Beginning.of(new WorkFolder(home));
  }

  private void is(Path file, Instant at) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void editingTheSettingsDoesNotMakeTheFolderYounger() throws IOException {
    is(Files.writeString(home.resolve("bidui.yml"), "threads: 2\n"), EDITED);
    is(Files.writeString(home.resolve("先看这里.txt"), "init"), MADE);
    assertThat(began()).isEqualTo(MADE);
  }

  @Test
  void theFolderOfReportsIsAWitnessOfItWhoeverThrewThePageAway() throws IOException {
    is(Files.writeString(home.resolve("bidui.yml"), "threads: 2\n"), EDITED);
    is(Files.createDirectory(home.resolve("reports")), MADE);
    assertThat(began()).isEqualTo(MADE);
  }

  @Test
  void ofAFolderThatSomebodyMadeByHandTheSettingsTell() throws IOException {
    is(Files.writeString(home.resolve("bidui.yml"), "threads: 2\n"), EDITED);
    assertThat(began()).isEqualTo(EDITED);
  }
}
