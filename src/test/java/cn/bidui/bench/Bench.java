package cn.bidui.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a night and its rivals in turns, each as a whole cold process, and prints medians with their
 * range, ratios and targets. Arguments: folder of the county, rounds, {@code scripts/bidui}.
 */
final class Bench {

  private static final String FIRST = "2025-11-22";
  private static final String SECOND = "2025-11-23";

  private final Path county;
  private final Path work;
  private final String bidui;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Figures figures;
  private long rows;

  private Bench(Path county, String bidui) {
    this.county = county;
    this.work = county.resolveSibling(county.getFileName() + "-work");
    this.bidui = bidui;
    this.figures = new Figures(work);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Bench bench = new Bench(Path.of(arguments[0]), arguments[2]);
    int rounds = Integer.parseInt(arguments[1]);
    bench.prepare();
    for (int round = 1; round <= rounds; round++) {
      bench.out.println("round " + round + " of " + rounds + " …");
      bench.round();
    }
    bench.tell(rounds);
  }

  private void prepare() throws IOException {
    delete(work);
    Files.createDirectories(work);
    SecondNight.write(county.resolve("csv"), work.resolve("second"));
  }

  /** In turns, so that a busy minute of the machine hits all of them. */
  private void round() throws IOException, InterruptedException {
    List<String> csv = lists("csv", "学籍", "受助", "监测");
    csv.add(work.resolve("joined.csv").toString());
    measure("duckdb", Cold.java(Cold.SHORT, DuckJoin.class, csv));
    Path home = home("csv", county.resolve("csv"));
    night("csv", home, FIRST);
    copy(work.resolve("second"), home.resolve("inbox"));
    night("second", home, SECOND);
    List<String> xlsx = lists("xlsx", "学籍", "受助", "监测");
    measure("fastexcel", Cold.java(Cold.SHORT, FastexcelRead.class, xlsx));
    night("xlsx", home("xlsx", county.resolve("xlsx")), FIRST);
  }

  private void night(String name, Path home, String asOf) throws IOException, InterruptedException {
    measure(name, List.of(bidui, "run", "--quiet", "--home", home.toString(), "--as-of", asOf));
    JsonNode run =
        JsonMapper.shared()
            .readTree(home.resolve("reports").resolve(asOf).resolve("data/run.json").toFile());
    long steps = 0;
    for (Map.Entry<String, JsonNode> step : run.get("steps").properties()) {
      steps += step.getValue().asLong();
      figures.add(name + " " + step.getKey(), step.getValue().asLong());
    }
    figures.add(name + " report", run.get("durationMs").asLong() - steps);
    rows = 0;
    run.get("files").forEach(file -> rows += file.get("effective").asBoolean() ? rows(file) : 0);
  }

  private static long rows(JsonNode file) {
    return file.get("rows").asLong();
  }

  private Measured measure(String name, List<String> command)
      throws IOException, InterruptedException {
    Measured run = figures.run(name, command);
    if (run.exit() != 0) {
      throw new IllegalStateException(name + " ended with " + run.exit() + ":\n" + run.output());
    }
    return run;
  }

  private Path home(String name, Path lists) throws IOException, InterruptedException {
    Path home = work.resolve(name);
    delete(home);
    Measured.run(work.resolve("init.log"), List.of(bidui, "init", "--quiet", home.toString()));
    copy(lists, home.resolve("inbox"));
    return home;
  }

  /** The lists of one format whose names start so, in that order. */
  private List<String> lists(String format, String... starts) throws IOException {
    List<String> lists = new ArrayList<>();
    for (String start : starts) {
      try (Stream<Path> files = Files.list(county.resolve(format))) {
        files
            .filter(file -> file.getFileName().toString().startsWith(start))
            .forEach(file -> lists.add(file.toString()));
      }
    }
    return lists;
  }

  private void tell(int rounds) {
    out.printf(
        "%n%d rows in three lists; medians of %d interleaved rounds (min–max); %d cores, %s %s%n",
        rows,
        rounds,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"));
    out.println("\n| whole cold process | wall s | CPU s | peak MB |\n|---|---|---|---|");
    process("bidui run, CSV", "csv");
    process("bidui run, the next night, 1 % of rows changed", "second");
    process("bidui run, xlsx", "xlsx");
    process("DuckDB JDBC, exact join of the CSV files", "duckdb");
    process("fastexcel-reader, reads the xlsx files", "fastexcel");
    out.println(
        "\nDuckDB's own time: open "
            + figures.of("duckdb open").seconds()
            + " s, query "
            + figures.of("duckdb query").seconds()
            + " s");
    out.println("\n| step | CSV s | rows/s | next night s | xlsx s |\n|---|---|---|---|---|");
    for (String step :
        List.of("collect", "intake", "normalize", "link", "judge", "ledger", "report")) {
      out.printf(
          Locale.ROOT,
          "| %s | %s | %,d | %s | %s |%n",
          step,
          figures.of("csv " + step).seconds(),
          rows * 1000 / Math.max(1, figures.of("csv " + step).median()),
          figures.of("second " + step).seconds(),
          figures.of("xlsx " + step).seconds());
    }
    out.println("\n| ratio of medians | measured | target |\n|---|---|---|");
    ratio("night from CSV / DuckDB JDBC, wall", "csv wall", "duckdb wall", "≤ 8");
    ratio("night from xlsx / fastexcel, CPU", "xlsx cpu", "fastexcel cpu", "≤ 2.5");
    ratio("next night / first night, wall (target is for 1M)", "second wall", "csv wall", "≤ 0.4");
    out.printf(
        "| peak memory of a night from CSV, MB | %d | ≤ 512 |%n", figures.of("csv peak").median());
    out.printf(
        "| peak memory of a night from xlsx, MB | %d | ≤ 512 |%n",
        figures.of("xlsx peak").median());
  }

  private void process(String title, String name) {
    out.printf(
        "| %s | %s | %s | %s |%n",
        title,
        figures.of(name + " wall").seconds(),
        figures.of(name + " cpu").seconds(),
        figures.of(name + " peak").plain());
  }

  private void ratio(String title, String ours, String theirs, String target) {
    out.printf(
        Locale.ROOT,
        "| %s | %.1f | %s |%n",
        title,
        figures.of(ours).per(figures.of(theirs)),
        target);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
