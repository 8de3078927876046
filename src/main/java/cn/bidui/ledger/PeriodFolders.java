package cn.bidui.ledger;

import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Publishes the folder of a period (定期报告) whole or not at all. What it holds can be written again
 * from the archived figures, so it needs no line of the journal: after a crash {@link #recover}
 * puts back what was replaced, or drops what was staged.
 */
public final class PeriodFolders {

  private static final String STAGING = ".staging-";
  private static final String OLD = ".old-";

  private final Path periods;

  private PeriodFolders(Path periods) {
    this.periods = periods;
  }

  /** Publishes under {@code reports}, for instance {@code <home>/reports}. */
  public static PeriodFolders under(Path reports) {
    return new PeriodFolders(reports.resolve("periods"));
  }

  /** The folder of a period. */
  public Path folder(String name) {
    return periods.resolve(name);
  }

  /** An empty folder on the same disk, for everything that the period's folder is to hold. */
  public Path stage(String name, Lease lease) throws IOException {
    Durably.makeFolder(periods);
    Path staged = staged(name, lease);
    delete(staged);
    return Files.createDirectory(staged);
  }

  /**
   * Gives a staged folder its name, unless what has the name holds the same; then nothing is
   * touched.
   *
   * @return whether anything changed
   * @throws LeaseLostException if somebody else has taken the work folder since
   */
  public boolean swap(String name, Lease lease) throws IOException {
    Path staged = staged(name, lease);
    Path target = folder(name);
    if (digests(staged).equals(digests(target))) {
      delete(staged);
      return false;
    }
    sync(staged);
    try {
      lease.check();
    } catch (LeaseLostException late) {
      delete(staged);
      throw late;
    }
    if (Files.exists(target)) {
      Path old = periods.resolve(OLD + name);
      delete(old);
      Durably.move(target, old);
    }
    Durably.move(staged, target);
    Durably.syncFolder(periods);
    delete(periods.resolve(OLD + name));
    return true;
  }

  /** Each holder of the lease has its own: a process that lost it may wake and go on writing. */
  private Path staged(String name, Lease lease) {
    return periods.resolve(STAGING + name + ".e" + lease.epoch());
  }

  /** Call it at start, with the lease held; doing it twice does no harm. */
  public void recover(Lease lease) throws IOException {
    lease.check();
    for (String name : names(OLD)) {
      Path old = periods.resolve(OLD + name);
      if (Files.exists(folder(name))) {
        delete(old);
      } else {
        Durably.move(old, folder(name));
        Durably.syncFolder(periods);
      }
    }
    for (String name : names(STAGING)) {
      delete(periods.resolve(STAGING + name));
    }
  }

  private List<String> names(String prefix) throws IOException {
    if (!Files.isDirectory(periods)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(periods)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .sorted()
          .toList();
    }
  }

  private static SortedMap<String, String> digests(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Path file : below(folder)) {
      if (Files.isRegularFile(file)) {
        digests.put(folder.relativize(file).toString(), Sha256.hex(Content.of(file)));
      }
    }
    return digests;
  }

  private static void sync(Path folder) throws IOException {
    for (Path each : below(folder)) {
      if (Files.isDirectory(each)) {
        Durably.syncFolder(each);
      } else {
        Durably.syncFile(each);
      }
    }
  }

  /**
   * Everything below a folder and the folder itself, the deepest first; nothing if there is none.
   */
  private static List<Path> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted((left, right) -> right.compareTo(left)).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    for (Path each : below(folder)) {
      Files.delete(each);
    }
  }
}
