package cn.bidui.report.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, LineFile.PART - 1, LineFile.PART, LineFile.PART + 1, 20 * LineFile.PART + 7})
  void linesOfAllPartsStandInTheirOrder(int size) throws IOException {
    Path file = folder.resolve("lines.csv");

    LineFile.write(file, "n", size, LineFileTest::numbers);

    assertThat(Files.readString(file)).isEqualTo(expected(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void bytesAreTheSameOnAnyNumberOfThreads(int threads) {
    Path file = folder.resolve("lines.csv");
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(() -> write(file, 50 * LineFile.PART)).join();
    } finally {
      pool.shutdown();
    }

    assertThat(file).content().isEqualTo(expected(50 * LineFile.PART));
  }

  @Test
  void whatStoodInTheFileBeforeIsGone() throws IOException {
    Path file = Files.writeString(folder.resolve("lines.csv"), "x".repeat(100));

    LineFile.write(file, "n", 2, LineFileTest::numbers);

    assertThat(Files.readString(file)).isEqualTo(expected(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30 * LineFile.PART})
  void aFullDiskIsToldAsSuch(int size) {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();

    assertThatThrownBy(() -> LineFile.write(full, "n", size, LineFileTest::numbers))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aPartThatFailsLetsNobodyWait() {
    Runnable exception =
        () -> {
          throw new IllegalStateException("no line");
        };
    Runnable error =
        () -> {
          throw new AssertionError("no line");
        };

    assertThatThrownBy(() -> failing(exception)).hasStackTraceContaining("no line");
    assertThatThrownBy(() -> failing(error)).hasStackTraceContaining("no line");
  }

  /** Seven threads write thirty parts, and something happens to the fourth. */
  private void failing(Runnable fourth) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(7);
    try {
      pool.submit(
              () -> {
                LineFile.write(
                    folder.resolve("lines.csv"),
                    "n",
                    30 * LineFile.PART,
                    (from, to, lines) -> {
                      if (from == 3 * LineFile.PART) {
                        fourth.run();
                      }
                      numbers(from, to, lines);
                    });
                return 0;
              })
          .get(30, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  private static int write(Path file, int size) throws IOException {
    LineFile.write(file, "n", size, LineFileTest::numbers);
    return size;
  }

  private static void numbers(int from, int to, ByteLines lines) {
    for (int i = from; i < to; i++) {
      lines.number(i).end();
    }
  }

  private static String expected(int size) {
    return "n\r\n"
        + IntStream.range(0, size).mapToObj(i -> i + "\r\n").collect(Collectors.joining());
  }
}
