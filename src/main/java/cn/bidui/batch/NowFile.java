package cn.bidui.batch;

import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What is being done at this moment ({@code logs/now.properties}), for whoever looks from outside;
 * counts only. It is a sign, no record: where it cannot be written, nothing is said. A process that
 * was killed leaves it behind, so whether a run is at work is told by the lease alone.
 */
public final class NowFile {

  private final Path file;

  private NowFile(Path file) {
    this.file = file;
  }

  /**
   * A moment of a run.
   *
   * @param process number of the process that is at work
   * @param since when the step began
   * @param rows how many rows this run has stored so far
   */
  public record Now(
      String process,
      String runId,
      String job,
      String asOf,
      String step,
      Instant since,
      long rows) {}

  /** That of {@code folder}. */
  public static NowFile of(WorkFolder folder) {
    return new NowFile(folder.logs().resolve("now.properties"));
  }

  void write(Now now) {
    TreeMap<String, String> words = new TreeMap<>();
    words.put("process", now.process());
    words.put("runId", now.runId());
    words.put("job", now.job());
    words.put("asOf", now.asOf());
    words.put("step", now.step());
    words.put("since", now.since().toString());
    words.put("rows", String.valueOf(now.rows()));
    StringBuilder text = new StringBuilder();
    words.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    try {
      Path draft = file.resolveSibling(".now.tmp");
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      // A folder that is full or read-only is told by what needs it.
      return;
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException unwritable) {
      // What is left behind says nothing without the lease.
      return;
    }
  }

  /** What stands there; empty if nothing can be read. */
  public Optional<Now> read() {
    try {
      Properties words = new Properties();
      words.load(new StringReader(Files.readString(file)));
      return Optional.of(
          new Now(
              words.getProperty("process", ""),
              words.getProperty("runId", ""),
              words.getProperty("job", ""),
              words.getProperty("asOf", ""),
              words.getProperty("step", ""),
              Instant.parse(words.getProperty("since", "")),
              Long.parseLong(words.getProperty("rows", "0"))));
    } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
