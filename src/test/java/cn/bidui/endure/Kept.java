package cn.bidui.endure;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The full count as far as it has been made, kept with the program: a full count takes many hours,
 * which no build has in one go. Trials in a row that ended well take one line; every failure keeps
 * its own, also after the trial was made again and ended well.
 */
final class Kept {

  private static final List<String> COLUMNS =
      List.of("family", "seed", "first", "last", "commit", "ended", "millis", "what");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private static final int LONGEST = 160;

  private final Path file;
  private final SortedMap<Trial, Results.Line> last =
      new TreeMap<>(
          Comparator.comparing(Trial::family)
              .thenComparingLong(Trial::seed)
              .thenComparingInt(Trial::number));
  private final Set<Results.Line> failures = new LinkedHashSet<>();

  private Kept(Path file) {
    this.file = file;
  }

  /** Which trial. */
  private record Trial(String family, long seed, int number) {}

  /** Nothing, and nothing is kept. */
  static Kept none() {
    return new Kept(Path.of("target", "endure", "kept.csv"));
  }

  /** What {@code file} holds; nothing if there is none. */
  static Kept in(Path file) throws IOException {
    Kept kept = new Kept(file);
    if (Files.exists(file)) {
      try (var records =
          FORMAT
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
        for (CSVRecord each : records) {
          lines(each).forEach(kept::add);
        }
      }
    }
    return kept;
  }

  private static List<Results.Line> lines(CSVRecord each) {
    int first = Integer.parseInt(each.get("first"));
    int after = Integer.parseInt(each.get("last")) + 1;
    long millis = Long.parseLong(each.get("millis"));
    List<Results.Line> lines = new ArrayList<>();
    for (int number = first; number < after; number++) {
      // What they took together is shared out, so that it adds up again.
      long share = millis / (after - number);
      millis -= share;
      lines.add(
          new Results.Line(
              each.get("family"),
              number,
              Long.parseLong(each.get("seed")),
              each.get("commit"),
              each.get("ended").equals(Results.OK),
              each.get("what"),
              share));
    }
    return lines;
  }

  /** Counts {@code made}, unless it is known; the last of a trial is how it ended. */
  void add(Results.Line made) {
    Results.Line line = made.told(made.ok() ? "" : brief(made.what()));
    if (!line.ok() && !failures.add(line)) {
      return;
    }
    last.put(new Trial(line.family(), line.seed(), line.number()), line);
  }

  /** The last of each trial. */
  List<Results.Line> lines() {
    return List.copyOf(last.values());
  }

  /** Writes what is known, failures first. */
  void save() throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecord(COLUMNS);
      for (Results.Line failure : failures) {
        print(printer, List.of(failure));
      }
      List<Results.Line> row = new ArrayList<>();
      for (Results.Line line : last.values()) {
        if (!row.isEmpty() && !follows(row.get(row.size() - 1), line)) {
          print(printer, row);
          row.clear();
        }
        if (line.ok()) {
          row.add(line);
        }
      }
      print(printer, row);
    }
  }

  private static boolean follows(Results.Line before, Results.Line line) {
    return line.ok()
        && line.family().equals(before.family())
        && line.seed() == before.seed()
        && line.number() == before.number() + 1
        && line.commit().equals(before.commit());
  }

  private static void print(CSVPrinter printer, List<Results.Line> row) throws IOException {
    if (row.isEmpty()) {
      return;
    }
    Results.Line first = row.get(0);
    printer.printRecord(
        first.family(),
        first.seed(),
        first.number(),
        row.get(row.size() - 1).number(),
        first.commit(),
        first.ok() ? Results.OK : Results.FAILED,
        row.stream().mapToLong(Results.Line::millis).sum(),
        first.what());
  }

  /** What failed, without the folders and the name of the machine on which it did. */
  private static String brief(String what) {
    String bare = what.replaceAll("/[^\\s,;:)\\]]+", "…").replaceAll("主机 [^，…]+", "主机 …");
    return bare.substring(0, Math.min(LONGEST, bare.length())).strip();
  }

  /** How many trials of a family failed once and ended well when they were made again. */
  long mended(String family, long seed) {
    return failures.stream()
        .filter(line -> line.family().equals(family) && line.seed() == seed)
        .map(line -> new Trial(family, seed, line.number()))
        .distinct()
        .filter(trial -> Objects.requireNonNull(last.get(trial)).ok())
        .count();
  }
}
