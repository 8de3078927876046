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
 * One process from its start to its end. It is looked at seldom: whoever looks takes a share of the
 * processors, and more from who uses all of them than from who uses one.
 *
 * @param cpu of all its threads and children, in milliseconds; where the system does not tell at
 *     the end, as it was last seen
 * @param peak of its resident memory, in MB; 0 where the system does not tell
 */
record Measured(int exit, long wall, long cpu, long peak, String output) {

  private static final int LOOK_MILLIS = 50;
  private static final Path OWN = Path.of("/proc/self/stat");

  /** Fields of {@link #OWN} behind the name: processor time of the children that have ended. */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;

  /** In Linux on all usual processors, whatever its kernel counts by. */
  private static final int MILLIS_PER_TICK = 10;

  /** Runs {@code command} and looks at it while it runs; no other process may end meanwhile. */
  static Measured run(Path log, List<String> command) throws IOException, InterruptedException {
    long before = ofChildren();
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long seen = 0;
    long peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(process.pid()));
      if (before < 0) {
        seen = process.info().totalCpuDuration().map(Duration::toMillis).orElse(seen);
      }
    }
    long wall = (System.nanoTime() - began) / 1_000_000;
    long cpu = before < 0 ? seen : ofChildren() - before;
    String output = Files.readString(log, StandardCharsets.UTF_8);
    return new Measured(process.exitValue(), wall, cpu, peak, output);
  }

  /** Processor time of all children that have ended, in milliseconds; -1 if nobody tells. */
  private static long ofChildren() throws IOException {
    if (!Files.exists(OWN)) {
      return -1;
    }
    String stat = Files.readString(OWN, StandardCharsets.ISO_8859_1);
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    long ticks =
        Long.parseLong(fields.get(CHILDREN_USER)) + Long.parseLong(fields.get(CHILDREN_SYSTEM));
    return ticks * MILLIS_PER_TICK;
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
