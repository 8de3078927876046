package cn.bidui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file is answered within a minute and half a gigabyte; scripts/bench intake tries more. */
class WithinLimitsTest {

  @TempDir Path folder;

  /** The answer of a process of its own with 512 MB, which is stopped after a minute. */
  private String answer(Path file) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            AnswerFile.class.getName(),
            file.toString());
    Measured run = Measured.run(folder.resolve("log"), command);
    assertThat(run.wall()).as("milliseconds").isLessThan(60_000);
    return run.output().lines().reduce("", (before, line) -> line);
  }

  @Test
  void aSheetOfAMillionRowsWithSevenFilledIsRead() throws IOException, InterruptedException {
    assertThat(answer(Extremes.tall(folder.resolve("tall.xlsx")))).isEqualTo("read 1048575");
  }

  @Test
  void aGigabyteOfNothingIsRefused() throws IOException, InterruptedException {
    assertThat(answer(Extremes.bomb(folder.resolve("bomb.xlsx")))).isEqualTo("refused FILE_UNSAFE");
  }
}
