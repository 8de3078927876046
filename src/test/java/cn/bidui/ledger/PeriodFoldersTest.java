package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodFoldersTest {

  private static final String OCTOBER = "2026-10";

  @TempDir Path home;
  private Path periods;
  private PeriodFolders folders;
  private Lease lease;

  @BeforeEach
  void takeTheFolder() throws IOException {
    periods = home.resolve("reports/periods");
    folders = PeriodFolders.under(home.resolve("reports"));
    lease = Invented.lease(home);
  }

  @AfterEach
  void giveTheFolderBack() throws IOException {
    lease.close();
  }

  private void stage(String text) throws IOException {
    Path staged = folders.stage(OCTOBER, lease);
    Files.writeString(staged.resolve("月报.html"), text);
    Files.createDirectory(staged.resolve("data"));
    Files.writeString(staged.resolve("data/figures.txt"), text);
  }

  private boolean publish(String text) throws IOException {
    stage(text);
    return folders.swap(OCTOBER, lease);
  }

  private String published() throws IOException {
    return Files.readString(folders.folder(OCTOBER).resolve("月报.html"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(periods)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderAppearsWholeAndIsReplacedWhole() throws IOException {
    assertThat(publish("一")).isTrue();
    assertThat(publish("二")).isTrue();

    assertThat(published()).isEqualTo("二");
    assertThat(names()).containsExactly(OCTOBER);
  }

  @Test
  void theSameContentTouchesNothing() throws IOException {
    publish("一");
    Files.setLastModifiedTime(
        folders.folder(OCTOBER).resolve("月报.html"),
        java.nio.file.attribute.FileTime.fromMillis(1000));

    assertThat(publish("一")).isFalse();
    assertThat(Files.getLastModifiedTime(folders.folder(OCTOBER).resolve("月报.html")).toMillis())
        .isEqualTo(1000);
    assertThat(names()).containsExactly(OCTOBER);
  }

  @Test
  void aCrashBeforeTheSwapLeavesTheOldFolder() throws IOException {
    publish("一");
    stage("二");

    folders.recover(lease);
    folders.recover(lease);

    assertThat(published()).isEqualTo("一");
    assertThat(names()).containsExactly(OCTOBER);
  }

  @Test
  void aCrashBetweenTheTwoRenamesPutsTheOldFolderBack() throws IOException {
    publish("一");
    stage("二");
    Files.move(periods.resolve(OCTOBER), periods.resolve(".old-" + OCTOBER));

    folders.recover(lease);

    assertThat(published()).isEqualTo("一");
    assertThat(names()).containsExactly(OCTOBER);
  }

  @Test
  void aCrashAfterTheSwapLeavesTheNewFolder() throws IOException {
    publish("一");
    Files.move(periods.resolve(OCTOBER), periods.resolve(".old-" + OCTOBER));
    publish("二");
    Files.createDirectory(periods.resolve(".old-" + OCTOBER));

    folders.recover(lease);

    assertThat(published()).isEqualTo("二");
    assertThat(names()).containsExactly(OCTOBER);
  }

  @Test
  void whereNothingWasPublishedThereIsNothingToRecover() throws IOException {
    folders.recover(lease);

    assertThat(periods).doesNotExist();
  }
}
