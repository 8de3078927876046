package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorationTest {

  private static final List<String> FILES =
      List.of("archive/ab/cd", "bidui.yml", "reports/latest.txt", "journal/000001.jsonl");

  @TempDir Path home;
  private Path staging;
  private Path safety;

  @BeforeEach
  void anOldFolderAndARestoredOne() throws IOException {
    staging = home.resolve(".restoring");
    safety = home.resolve("safety");
    for (String file : FILES) {
      write(home.resolve(file), "old");
      write(staging.resolve(file), "new");
    }
    write(home.resolve("journal/000002.jsonl"), "old");
    write(home.resolve("inbox/list.csv"), "waiting");
    write(home.resolve("bidui.key"), "same");
    write(staging.resolve("bidui.key"), "same");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void finished() throws IOException {
    for (String file : FILES) {
      assertThat(home.resolve(file)).hasContent("new");
      assertThat(safety.resolve(file)).hasContent("old");
    }
    assertThat(home.resolve("journal/000002.jsonl")).doesNotExist();
    assertThat(safety.resolve("journal/000002.jsonl")).hasContent("old");
    assertThat(home.resolve("inbox/list.csv")).hasContent("waiting");
    assertThat(home.resolve("bidui.key")).hasContent("same");
    assertThat(staging).doesNotExist();
  }

  @Test
  void whatWasThereIsPutAsideAndWhatWasRestoredTakesItsPlace() throws IOException {
    new Restoration(home).swap("safety");

    finished();
    assertThat(safety.resolve("bidui.key")).doesNotExist();
  }

  @Test
  void anotherKeyIsPutAsideToo() throws IOException {
    write(home.resolve("bidui.key"), "another");

    new Restoration(home).swap("safety");

    assertThat(home.resolve("bidui.key")).hasContent("same");
    assertThat(safety.resolve("bidui.key")).hasContent("another");
  }

  @Test
  void cutWhileTheOldGoesOutItIsFinishedByTheNextCommand() throws IOException {
    Files.writeString(staging.resolve("READY"), "safety");
    Files.createDirectories(safety);
    Files.move(home.resolve("archive"), safety.resolve("archive"));
    Files.delete(staging.resolve("bidui.key"));

    Restoration.finishCutShort(home, Clock.systemUTC());

    finished();
  }

  @Test
  void cutWhileTheNewComesInItIsFinishedByTheNextCommand() throws IOException {
    Files.createDirectories(safety.resolve("journal"));
    for (String part :
        List.of(
            "archive", "bidui.yml", "reports", "journal/000001.jsonl", "journal/000002.jsonl")) {
      Files.move(home.resolve(part), safety.resolve(part));
    }
    Files.delete(staging.resolve("bidui.key"));
    Files.writeString(staging.resolve("CLEARED"), "safety");
    Files.move(staging.resolve("archive"), home.resolve("archive"));

    Restoration.finishCutShort(home, Clock.systemUTC());

    finished();
  }

  @Test
  void withoutTheWordThatItIsWholeNothingIsPutInPlace() throws IOException {
    Restoration.finishCutShort(home, Clock.systemUTC());

    assertThat(home.resolve("bidui.yml")).hasContent("old");
    assertThat(staging.resolve("bidui.yml")).hasContent("new");
  }
}
