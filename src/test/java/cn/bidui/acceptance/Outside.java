package cn.bidui.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, which can be stopped from outside. */
final class Outside {

  private Outside() {}

  /** Starts {@code main} with {@code arguments}; it starts as fast as a JVM can. */
  static Process start(Class<?> main, Path said, List<String> arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    line.addAll(arguments);
    return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  /** How a process ended; one that takes ten minutes hangs. */
  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("a process hung");
    }
    return process.exitValue();
  }
}
