package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in the page beside the settings, for folders with anything in their name. */
class NewHomeTest {

  @Test
  void aPathIsOneWordOfAShell() {
    assertThat(NewHome.inShell(Path.of("/srv/a b$c%d's"))).isEqualTo("'/srv/a b$c%d'\\''s'");
  }

  @Test
  void aFileInTheWayIsFoundHoweverFarUp(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("比对"));
    assertThat(NewHome.inTheWay(file)).contains(file);
    assertThat(NewHome.inTheWay(file.resolve("a/b"))).contains(file);
    assertThat(NewHome.inTheWay(folder)).isEmpty();
    assertThat(NewHome.inTheWay(folder.resolve("a/b"))).isEmpty();
  }

  @Test
  void aFolderThatIsThereMayHaveAnyName(@TempDir Path folder) throws IOException {
    Path there = Files.createDirectory(folder.resolve("aux"));
    assertThat(NewHome.mayBeMade(there.resolve("比对"))).isTrue();
    assertThat(NewHome.mayBeMade(there.resolve("CON"))).isFalse();
  }

  @Test
  void aPathIsOneWordOnWindowsEvenIfItEndsInABackslash() {
    assertThat(NewHome.inWindows(Path.of("D:\\比对 数据"))).isEqualTo("\"D:\\比对 数据\"");
    assertThat(NewHome.inWindows(Path.of("D:\\"))).isEqualTo("\"D:\\\\\"");
  }
}
