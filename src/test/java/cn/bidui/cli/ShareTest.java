package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.JournalReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A work folder whose disk says of itself that it lies on another machine. */
class ShareTest {

  private static final String LIST = "受助学生名单_20251102.csv";

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private Path workFolder() throws IOException {
    Path home = folder.resolve("home");
    assertThat(Bidui.execute("init", "--quiet", home.toString())).isZero();
    Files.copy(
        Path.of("sample-inputs/night-1/inbox").resolve(LIST), home.resolve("inbox").resolve(LIST));
    return home;
  }

  private int run(Path home, String kind, String lang) throws IOException {
    Options options = new Options();
    new picocli.CommandLine(options)
        .parseArgs("--home", home.toString(), "--as-of", "2025-11-03", "--lang", lang, "--quiet");
    PrintWriter screen = new PrintWriter(said, true);
    return new JobRun(options, screen, screen, Duration.ZERO).on(any -> kind).run("nightly");
  }

  @Test
  void aRunRefusesADatabaseOnAShareAndTouchesNothing() throws IOException {
    Path home = workFolder();

    assertThat(run(home, "cifs", "ZH")).isEqualTo(ExitCode.IO);

    assertThat(said.toString())
        .contains("工作目录的 data/ 在网络盘（cifs）上，数据库在那里会损坏，没有运行")
        .contains("把工作目录放到本机磁盘；收件文件夹可以在网络盘上");
    assertThat(home.resolve("inbox").resolve(LIST)).exists();
    assertThat(home.resolve("data")).isEmptyDirectory();
    assertThat(home.resolve("reports"))
        .satisfiesAnyOf(
            none -> assertThat(none).doesNotExist(), empty -> assertThat(empty).isEmptyDirectory());
    assertThat(JournalReader.of(home).state().latest()).isEmpty();
  }

  @Test
  void movedToALocalDiskTheSameFolderRuns() throws IOException {
    Path home = workFolder();
    assertThat(run(home, "nfs4", "EN")).isEqualTo(ExitCode.IO);
    assertThat(said.toString()).contains("on a network drive (nfs4)", "nothing was run");

    assertThat(run(home, "ext4", "EN")).isIn(ExitCode.DONE, ExitCode.REFUSED, ExitCode.HELD);

    assertThat(JournalReader.of(home).state().latest()).isPresent();
    assertThat(home.resolve("inbox").resolve(LIST)).doesNotExist();
  }
}
