package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFolderTest {

  @TempDir private Path parent;

  @Test
  void halfWrittenSheetsLieInAFolderForTheOwnerAloneAndGo() throws IOException {
    TempFolder.inside(
        parent,
        () -> {
          Path half = TempFile.createTempFile("poi-sxssf-sheet", ".xml").toPath();
          Path own = half.getParent();
          assertThat(own.getParent()).isEqualTo(parent);
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
              .isEqualTo("rwx------");
        });
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftGoesAndNothingElse() throws IOException {
    Path left = Files.createDirectory(parent.resolve(".bidui-123"));
    Files.writeString(left.resolve("poi-sxssf-sheet1.xml"), "测小满");
    Files.writeString(parent.resolve("other"), "stays");
    TempFolder.clear(parent);
    assertThat(left).doesNotExist();
    assertThat(parent.resolve("other")).exists();
    TempFolder.clear(parent.resolve("none"));
  }
}
