package cn.bidui.endure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The file of results: one line for each trial, appended as it ends; the last of a trial counts.
 */
final class Results {

  /** The word for a trial that ended as it should. */
  static final String OK = "ok";

  /** The word for one that did not. */
  static final String FAILED = "failed";

  private static final int LONGEST = 400;

  private final Path file;
  private final Kept kept;
  private final Map<String, Line> made = new LinkedHashMap<>();
  private final Set<String> toMend = new HashSet<>();
  private boolean read;

  /**
   * Those in {@code file}.
   *
   * @param kept those that were made before, and are not made again
   */
  Results(Path file, Kept kept) {
    this.file = file;
    this.kept = kept;
  }

  /**
   * A trial that was made.
   *
   * @param seed of the whole run; the trial's own follows from it
   * @param commit of the program that was tried
   */
  record Line(
      String family, int number, long seed, String commit, boolean ok, String what, long millis) {

    /** The same with other words for what was done. */
    Line told(String words) {
      return new Line(family, number, seed, commit, ok, words, millis);
    }
  }

  /** What stands of a family. */
  private record Sum(
      String name,
      String promise,
      int planned,
      long done,
      long failed,
      long mended,
      long minutes,
      String by) {}

  /** Whether that trial was made already; one that is kept as failed may be mended by now. */
  boolean has(Family family, long seed, int number) throws IOException {
    String key = key(family.name(), seed, number);
    return last().containsKey(key) && !toMend.contains(key);
  }

  void add(Line line) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    String what = line.what().length() > LONGEST ? line.what().substring(0, LONGEST) : line.what();
    String text =
        CSVFormat.DEFAULT.format(
                line.family(),
                line.number(),
                line.seed(),
                line.commit(),
                line.ok() ? OK : FAILED,
                what.replaceAll("\\s+", " "),
                line.millis())
            + "\n";
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    made(line);
  }

  private void made(Line line) {
    String key = key(line.family(), line.seed(), line.number());
    made.put(key, line);
    toMend.remove(key);
  }

  private Map<String, Line> last() throws IOException {
    if (!read) {
      for (Line line : kept.lines()) {
        made(line);
        if (!line.ok()) {
          toMend.add(key(line.family(), line.seed(), line.number()));
        }
      }
    }
    if (!read && Files.exists(file)) {
      try (var records =
          CSVFormat.DEFAULT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
        for (CSVRecord each : records) {
          made(line(each));
        }
      }
    }
    read = true;
    return made;
  }

  /** Keeps with the program what stands in the file. */
  void keep() throws IOException {
    try (var records =
        CSVFormat.DEFAULT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      records.forEach(record -> kept.add(line(record)));
    }
    kept.save();
  }

  private static Line line(CSVRecord each) {
    return new Line(
        each.get(0),
        Integer.parseInt(each.get(1)),
        Long.parseLong(each.get(2)),
        each.get(3),
        each.get(4).equals(OK),
        each.get(5),
        Long.parseLong(each.get(6)));
  }

  private static String key(String family, long seed, int number) {
    return family + " " + seed + " " + number;
  }

  private List<Sum> sums(List<Family> families, Wishes.Count count, long seed) throws IOException {
    Map<String, Line> lines = last();
    return families.stream().map(family -> sum(family, count.of(family), seed, lines)).toList();
  }

  private Sum sum(Family family, int planned, long seed, Map<String, Line> lines) {
    List<Line> own =
        lines.values().stream()
            .filter(line -> line.family().equals(family.name()) && line.seed() == seed)
            .toList();
    return new Sum(
        family.name(),
        family.promise(),
        planned,
        own.size(),
        own.stream().filter(line -> !line.ok()).count(),
        kept.mended(family.name(), seed),
        own.stream().mapToLong(Line::millis).sum() / 60_000,
        own.stream().map(Line::commit).collect(Collectors.toCollection(TreeSet::new)).stream()
            .collect(Collectors.joining(" ")));
  }

  /** The table as the console shows it. */
  String plain(List<Family> families, Wishes.Count count, long seed) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Sum sum : sums(families, count, seed)) {
      text.append(
          String.format(
              "%-16s %5d/%-5d failed %-3d %s%n",
              sum.name(), sum.done(), sum.planned(), sum.failed(), sum.promise()));
    }
    return text.toString();
  }

  /** The table as docs/testing.md shows it. */
  String markdown(List<Family> families, Wishes.Count count, long seed) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "| family | promise | trials | of | failed | mended | seed | program | minutes |\n");
    text.append("|---|---|---:|---:|---:|---:|---:|---|---:|\n");
    for (Sum sum : sums(families, count, seed)) {
      text.append(
          String.format(
              "| %s | %s | %d | %d | %d | %d | %d | %s | %d |%n",
              sum.name(),
              sum.promise(),
              sum.done(),
              sum.planned(),
              sum.failed(),
              sum.mended(),
              seed,
              sum.by(),
              sum.minutes()));
    }
    return text.toString();
  }
}
