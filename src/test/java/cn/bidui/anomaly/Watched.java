package cn.bidui.anomaly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link FuzzChild} that is given files one by one, and started anew when it dies or hangs. */
final class Watched implements AutoCloseable {

  private static final String HEAP = "-Xmx512m";
  private static final String END = "";

  /** How a virtual machine ends that was told to end without memory. */
  private static final int OUT_OF_MEMORY = 3;

  private final Path folder;
  private final Duration patience;
  private @Nullable Process child;
  private @Nullable Writer seeds;
  private BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  /**
   * Over files in {@code folder}.
   *
   * @param patience the longest that one file may take
   */
  Watched(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /** What became of the file of {@code seed}: {@code ok …} or {@code bad [why]}. */
  String ask(long seed) throws IOException, InterruptedException {
    Process running = running();
    try {
      Writer to = java.util.Objects.requireNonNull(seeds);
      to.write(seed + "\n");
      to.flush();
    } catch (IOException gone) {
      close();
      return "bad [the process is gone]";
    }
    String own = seed + " ";
    String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    while (answer != null && !answer.equals(END) && !answer.startsWith(own)) {
      // The virtual machine itself says a last word where answers are expected.
      answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (answer == null) {
      close();
      return "bad [took longer than " + patience.toSeconds() + " s]";
    }
    return answer.equals(END) ? died(running) : answer.substring(own.length());
  }

  private String died(Process process) throws InterruptedException {
    int exit = process.waitFor();
    close();
    String why = exit == OUT_OF_MEMORY ? ", out of memory" : "";
    return "bad [the process died, exit code " + exit + why + "]";
  }

  private Process running() throws IOException {
    if (child == null) {
      child = start();
      seeds = child.outputWriter(StandardCharsets.UTF_8);
      BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
      answers = fresh;
      BufferedReader from =
          new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
      Thread reader = new Thread(() -> pass(from, fresh), "fuzz-answers");
      reader.setDaemon(true);
      reader.start();
    }
    return child;
  }

  private static void pass(BufferedReader from, BlockingQueue<String> to) {
    try {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        to.add(line);
      }
    } catch (IOException ended) {
      // The process is gone: the end says so.
    }
    to.add(END);
  }

  private Process start() throws IOException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    List<String> line = new ArrayList<>(List.of(java.toString(), HEAP));
    line.add("-XX:+ExitOnOutOfMemoryError");
    line.add("-XX:+UseSerialGC");
    line.add("-Dfile.encoding=UTF-8");
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(FuzzChild.class.getName());
    line.add(folder.toString());
    return new ProcessBuilder(line)
        .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  /** What the program said while it read. */
  Path log() {
    return folder.resolve("log.txt");
  }

  @Override
  public void close() {
    if (child != null) {
      child.destroyForcibly();
      child = null;
      seeds = null;
    }
  }
}
