package cn.bidui.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process from its start to its end.
 *
 * @param cpu of all its threads, in milliseconds, as it was last seen
 * @param peak of its resident memory, in MB; 0 where the system does not tell
 */
record Measured(int exit, long wall, long cpu, long peak, String output) {

  private static final int LOOK_MILLIS = 10;

  /** Runs {@code command} and looks at it while it runs. */
  static Measured run(Path log, List<String> command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long cpu = 0;
    long peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
      cpu = Math.max(cpu, used.toMillis());
      peak = Math.max(peak, peak(process.pid()));
    }
    long wall = (System.nanoTime() - began) / 1_000_000;
    String output = Files.readString(log, StandardCharsets.UTF_8);
    return new Measured(process.exitValue(), wall, cpu, peak, output);
  }

  /** Linux keeps the peak itself: looking at it now and then misses nothing but the very end. */
  private static long peak(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException ended) {
      // The process went while its status was read.
      return 0;
    }
  }
}
