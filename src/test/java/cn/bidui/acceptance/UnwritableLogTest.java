package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnwritableLogTest {

  @TempDir private Path folder;

  @Test
  void aNightWithoutALogIsANight() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    Path logs = office.home().resolve("logs");
    Files.move(logs, folder.resolve("logs"));
    Files.writeString(logs, "a file where the folder should be");
    Sample.drop(2, office);

    Office.Said said = office.run(Sample.asOf(2), "--quiet");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.err()).isEqualTo("日志写不进 logs/bidui.log，这次不记日志，核对照常进行。请检查 logs/ 的权限和磁盘空间\n");
    Files.delete(logs);
    assertThat(office.run(Sample.asOf(3), "--quiet").err()).isEmpty();
    assertThat(logs.resolve("bidui.log")).isNotEmptyFile();
  }
}
