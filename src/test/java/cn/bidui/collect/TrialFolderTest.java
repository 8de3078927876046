package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where lists lie that are only looked at. */
class TrialFolderTest {

  @TempDir private Path scratch;

  @Test
  void itGoesWithWhatIsInIt() throws IOException {
    Path path;
    try (TrialFolder trial = TrialFolder.in(scratch.resolve("new"))) {
      path = trial.path();
      Files.createFile(Files.createDirectory(path.resolve("in")).resolve("roll.csv"));
    }
    assertThat(path).doesNotExist();
    assertThat(scratch.resolve("new")).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftGoesWithTheNextRunOrTrial() throws IOException {
    Path left = Files.createDirectory(scratch.resolve("trial-1"));
    Files.createFile(left.resolve("lock"));
    Files.writeString(left.resolve("roll.csv"), "甲");
    Path justMade = Files.createDirectory(scratch.resolve("trial-2"));

    Fetching.clear(scratch);

    assertThat(left).doesNotExist();
    assertThat(justMade).exists();
  }

  @Test
  void whatSomebodyLooksAtStays() throws IOException {
    try (TrialFolder trial = TrialFolder.in(scratch);
        TrialFolder other = TrialFolder.in(scratch)) {
      Fetching.clear(scratch);
      assertThat(trial.path()).exists();
      assertThat(other.path()).exists();
    }
  }
}
