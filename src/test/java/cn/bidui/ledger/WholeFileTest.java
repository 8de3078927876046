package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("bidui.yml");
  }

  private String rights() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
  }

  @Test
  void aNewFileIsItsOwnersOnly() throws IOException {
    WholeFile.write(file(), "密码");
    assertThat(file()).hasContent("密码");
    assertThat(rights()).isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("bidui.yml");
  }

  @Test
  void whoMightReadItMayReadItStill() throws IOException {
    Files.writeString(file(), "old");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    WholeFile.write(file(), "new");
    assertThat(file()).hasContent("new");
    assertThat(rights()).isEqualTo("rw-r-----");
  }

  @Test
  void killedAtAnyStepItHasOneContentOrTheOther() throws IOException {
    int steps = 0;
    boolean struck = true;
    while (struck) {
      Files.writeString(file(), "old");
      try (Death death = Death.after(steps++, folder)) {
        write();
        struck = death.struck();
      }
      assertThat(Files.readString(file())).isIn("old", "new");
    }
    assertThat(file()).hasContent("new");
    assertThat(steps).isGreaterThan(3);
  }

  private void write() throws IOException {
    try {
      WholeFile.write(file(), "new");
    } catch (Death.Struck expected) {
      // A kill is heard of by nobody.
    }
  }

  @Test
  void whatIsGoneNeedNotBeRemoved() throws IOException {
    WholeFile.write(file(), "x");
    WholeFile.remove(file());
    WholeFile.remove(file());
    assertThat(file()).doesNotExist();
  }
}
