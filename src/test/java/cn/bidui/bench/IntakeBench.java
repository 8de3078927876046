package cn.bidui.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads one made workbook by the product's reader and by others, each in processes of its own with
 * two passes, in turns, and prints medians of CPU time with their ratios. Arguments: folder for the
 * workbooks, rounds, rows, options for the readers' Java.
 */
final class IntakeBench {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final List<Reader> READERS =
      List.of(
          new Reader("rows", "Bidui, rows of the workbook"),
          new Reader("cursor", "Bidui, whole intake with header mapping and notes"),
          new Reader("fastexcel", "fastexcel-reader"),
          new Reader("poi-plain", "POI XSSFSheetXMLHandler without styles"),
          new Reader("poi", "POI XSSFSheetXMLHandler with styles and DataFormatter"));

  private static final List<String> KINDS = List.of("shared", "inline");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Map<String, Series> series = new TreeMap<>();
  private final Map<String, Set<String>> answers = new TreeMap<>();
  private final Path folder;
  private final List<String> options;

  private record Reader(String mode, String title) {}

  private IntakeBench(Path folder, List<String> options) {
    this.folder = folder;
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = List.of(arguments).subList(3, arguments.length);
    IntakeBench bench = new IntakeBench(Path.of(arguments[0]), options);
    int rounds = Integer.parseInt(arguments[1]);
    int rows = Integer.parseInt(arguments[2]);
    Map<String, Path> workbooks = new TreeMap<>();
    for (String kind : KINDS) {
      Path file = bench.folder.resolve("aid-%d-%s.xlsx".formatted(rows, kind));
      workbooks.put(kind, AidWorkbook.write(file, rows, kind.equals("shared")));
    }
    for (int round = 1; round <= rounds; round++) {
      bench.out.println("round " + round + " of " + rounds + " …");
      for (Map.Entry<String, Path> workbook : workbooks.entrySet()) {
        bench.round(workbook.getKey(), workbook.getValue());
      }
    }
    bench.tell(rounds, rows);
    bench.limits(workbooks);
  }

  /** The largest files, each by a process with the heap of a run. */
  private void limits(Map<String, Path> workbooks) throws IOException, InterruptedException {
    Map<String, Path> files = new LinkedHashMap<>();
    workbooks.forEach((kind, file) -> files.put("the same list, " + kind + " strings", file));
    int rows = 1_000_000;
    Path large = folder.resolve("aid-%d-shared.xlsx".formatted(rows));
    files.put("1,000,000 x 25, shared strings", AidWorkbook.write(large, rows, true));
    files.put("1,048,576 rows, 7 of them filled", Extremes.tall(folder.resolve("tall.xlsx")));
    files.put("full .xls, 65,536 x 25", Extremes.fullXls(folder.resolve("full.xls")));
    files.put(
        "a sheet that unpacks to 1 GiB of nothing", Extremes.bomb(folder.resolve("bomb.xlsx")));
    out.println("\n| file (-Xmx512m) | answer | wall s | CPU s | peak MB |\n|---|---|---|---|---|");
    for (Map.Entry<String, Path> file : files.entrySet()) {
      List<String> command = java(AnswerFile.class, file.getValue().toString());
      command.set(1, "-Xmx512m");
      Measured run = Measured.run(folder.resolve("answer.log"), command);
      out.printf(
          Locale.ROOT,
          "| %s | %s | %.1f | %.1f | %d |%n",
          file.getKey(),
          run.output().lines().reduce("", (before, line) -> line),
          run.wall() / 1000.0,
          run.cpu() / 1000.0,
          run.peak());
    }
  }

  private List<String> java(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx1g", "-Dfile.encoding=UTF-8"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void round(String kind, Path workbook) throws IOException, InterruptedException {
    for (Reader reader : READERS) {
      List<String> command = java(ReadWorkbook.class, reader.mode(), workbook.toString());
      Measured run = Measured.run(folder.resolve(reader.mode() + ".log"), command);
      if (run.exit() != 0) {
        throw new IllegalStateException(reader.mode() + " failed:\n" + run.output());
      }
      String key = kind + " " + reader.mode();
      add(key + " peak", run.peak());
      run.output().lines().map(line -> line.split(" ")).forEach(pass -> note(kind, key, pass));
    }
  }

  private void note(String kind, String key, String[] pass) {
    add(key + " " + pass[0], Long.parseLong(pass[1]));
    answers.computeIfAbsent(kind, any -> new HashSet<>()).add(pass[2] + " cells, hash " + pass[3]);
  }

  private void add(String name, long value) {
    series.computeIfAbsent(name, any -> new Series()).add(value);
  }

  private void tell(int rounds, int rows) {
    out.printf(
        Locale.ROOT,
        "%n%,d rows of 25 columns; %d rounds in turns, medians (min–max) of process CPU seconds; %d cores, %s %s%n",
        rows,
        rounds,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"));
    for (String kind : KINDS) {
      Set<String> said = answers.getOrDefault(kind, Set.of());
      if (said.size() != 1) {
        throw new IllegalStateException("readers differ on " + kind + ": " + said);
      }
      out.println("\n" + kind + " strings: all read " + said.iterator().next() + "\n");
      out.println(
          "| reader | CPU s cold | CPU s warm | × fastexcel cold / warm | peak MB |\n|---|---|---|---|---|");
      READERS.forEach(reader -> row(kind, reader));
    }
  }

  private void row(String kind, Reader reader) {
    String key = kind + " " + reader.mode();
    String rival = kind + " fastexcel";
    out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.2f / %.2f | %s |%n",
        reader.title(),
        of(key + " cold").seconds(),
        of(key + " warm").seconds(),
        of(key + " cold").per(of(rival + " cold")),
        of(key + " warm").per(of(rival + " warm")),
        of(key + " peak").plain());
  }

  private Series of(String name) {
    Series found = series.get(name);
    if (found == null) {
      throw new IllegalStateException("not measured: " + name);
    }
    return found;
  }
}
