package cn.bidui.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The same work folder with every command a process of its own, whose clock and time zone are those
 * of chance where {@code faketime} is installed.
 */
final class OutsideDesk extends Desk {

  private static final List<String> CLOCKS = List.of("-3650d", "-1d", "+0d", "+1d", "+3650d");
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Shanghai", "Pacific/Kiritimati", "America/Los_Angeles");
  private static final int MILLIS = 40;

  private final Path said;
  private final Random random;

  OutsideDesk(Path home, Path said, Random random) {
    super(home);
    this.said = said;
    this.random = random;
  }

  @Override
  Said says(String... words) {
    try {
      Process process = start(words);
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("a process hung");
      }
      return new Said(process.exitValue(), Files.readString(said));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  boolean dies(int when, String... words) throws IOException {
    try {
      Process process = start(words);
      boolean over = process.waitFor((long) when * MILLIS, TimeUnit.MILLISECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return !over;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private Process start(String... words) throws IOException {
    List<String> line = new ArrayList<>();
    if (faked()) {
      line.addAll(List.of("faketime", "-f", CLOCKS.get(random.nextInt(CLOCKS.size()))));
    }
    line.addAll(Program.line("-Dbidui.doubleLook=0"));
    line.addAll(List.of(words));
    line.addAll(List.of("--home", home.toString()));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("TZ", ZONES.get(random.nextInt(ZONES.size())));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // Its cure for waits by the monotonic clock makes each of them return at once: threads would
    // spin, and a night would cost fourteen times as much.
    builder.environment().put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    // Files keep their times: Java takes its archive of classes only for a jar of the same age.
    builder.environment().put("NO_FAKE_STAT", "1");
    return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  private static boolean faked() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "faketime"))) {
        return true;
      }
    }
    return false;
  }
}
