package cn.bidui.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lives two nights of a made county and asks {@code bidui audit why} of one finding of each rule,
 * of the last night and of the one before, each time as a whole cold process. Arguments: folder of
 * the county, rounds, {@code scripts/bidui}. Ends with 1 if an answer took longer than promised or
 * did not come out the same.
 */
final class WhyBench {

  private static final List<String> NIGHTS = List.of("2025-11-22", "2025-11-23");

  /** The promise: an answer within five seconds. */
  private static final long PROMISED = 5000;

  private final Path county;
  private final Path work;
  private final Path home;
  private final String bidui;
  private final Figures figures;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private long slowest;
  private int unlike;

  private WhyBench(Path county, String bidui) {
    this.county = county;
    this.work = county.resolveSibling(county.getFileName() + "-why");
    this.home = work.resolve("home");
    this.bidui = bidui;
    this.figures = new Figures(work);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    WhyBench bench = new WhyBench(Path.of(arguments[0]), arguments[2]);
    bench.live();
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      for (String night : NIGHTS) {
        bench.ask(night);
      }
    }
    System.exit(bench.told() ? 0 : 1);
  }

  /** The nights stay there: a second start of the bench only asks. */
  private void live() throws IOException, InterruptedException {
    Path second = work.resolve("second");
    if (Files.exists(home.resolve("reports").resolve(NIGHTS.get(1)))) {
      return;
    }
    Files.createDirectories(work);
    SecondNight.write(county.resolve("csv"), second);
    needed("init", "--quiet", home.toString());
    night(county.resolve("csv"), NIGHTS.get(0));
    night(second, NIGHTS.get(1));
  }

  private void night(Path lists, String asOf) throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(lists)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, home.resolve("inbox").resolve(file.getFileName()));
      }
    }
    needed("run", "--quiet", "--home", home.toString(), "--as-of", asOf);
  }

  private void needed(String... words) throws IOException, InterruptedException {
    Measured run = Measured.run(work.resolve("night.log"), command(words));
    if (run.exit() != 0) {
      throw new IllegalStateException(words[0] + " ended with " + run.exit());
    }
  }

  private List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(bidui));
    command.addAll(List.of(words));
    return command;
  }

  private void ask(String night) throws IOException, InterruptedException {
    for (Map.Entry<String, String> one : oneOfEach(night).entrySet()) {
      List<String> command =
          command("audit", "why", one.getValue(), "--date", night, "--home", home.toString());
      Measured run = figures.run(night, command);
      slowest = Math.max(slowest, run.wall());
      if (run.exit() != 0) {
        unlike++;
        out.println(night + " " + one.getKey() + ": exit " + run.exit());
      }
    }
  }

  /** The first finding of each rule that was published. */
  private Map<String, String> oneOfEach(String night) throws IOException {
    Map<String, String> ids = new TreeMap<>();
    Path table = home.resolve("reports").resolve(night).resolve("data/findings.csv");
    Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split(",", 4))
        // A cell of several lines goes on without an id.
        .filter(cells -> cells.length == 4 && cells[0].matches("F[0-9a-f]{12}"))
        .forEach(cells -> ids.putIfAbsent(cells[2], cells[0]));
    return ids;
  }

  private boolean told() {
    out.println("\n| night | asked | wall s | CPU s | peak MB |\n|---|---:|---|---|---|");
    for (String night : NIGHTS) {
      out.printf(
          "| %s | %d | %s | %s | %s |%n",
          night,
          figures.of(night + " wall").count(),
          figures.of(night + " wall").seconds(),
          figures.of(night + " cpu").seconds(),
          figures.of(night + " peak").plain());
    }
    out.printf(
        Locale.ROOT, "%nslowest %.2f s (promised 5), %d not the same%n", slowest / 1e3, unlike);
    return slowest <= PROMISED && unlike == 0;
  }
}
