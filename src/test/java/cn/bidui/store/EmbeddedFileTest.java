package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileTest {

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void makeData() throws IOException {
    file = Files.createDirectory(home.resolve("data")).resolve("bidui.mv.db");
  }

  private Path setAside(String content) throws IOException {
    Files.writeString(file, content);
    return EmbeddedFile.of(home).setAside();
  }

  @Test
  void isSetAsideForItsOwnerOnly() throws IOException {
    Files.writeString(file.resolveSibling("bidui.trace.db"), "what it failed on");
    Path aside = setAside("damaged");
    assertThat(aside).hasFileName("bidui.mv.db.damaged-1").hasContent("damaged");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)))
        .isEqualTo("rw-------");
    assertThat(file).doesNotExist();
    assertThat(file.resolveSibling("bidui.trace.db")).doesNotExist();
  }

  @Test
  void onlyTheLastTwoStay() throws IOException {
    for (int i = 1; i <= 11; i++) {
      setAside("damaged " + i);
    }
    assertThat(file.getParent())
        .isDirectoryNotContaining("glob:**.damaged-9")
        .isDirectoryContaining("glob:**.damaged-10")
        .isDirectoryContaining("glob:**.damaged-11");
  }

  @Test
  void aFolderOfItsNameIsSetAsideWhole() throws IOException {
    Files.createDirectories(file.resolve("somebody's"));
    Path aside = EmbeddedFile.of(home).setAside();
    assertThat(aside.resolve("somebody's")).isDirectory();
    setAside("a");
    setAside("b");
    assertThat(aside).isDirectory();
  }

  @Test
  void oneThatIsGoneNeedsNoPlace() throws IOException {
    assertThat(EmbeddedFile.of(home).setAside()).doesNotExist();
  }
}
