package cn.bidui.bench;

import cn.bidui.intake.IntakeLimits;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Linking beside its rivals, each a whole cold process. Arguments: {@code name=value} for {@code
 * folder} (with a county of each size), {@code rounds}, {@code pupils} (sizes, by comma), {@code
 * only} (parts, by comma), {@code bidui} (the script), {@code python} (one that has Splink, or
 * blank), {@code febrl} (folder of the FEBRL data, or blank). Exit 1 if a program could not be
 * measured.
 */
final class LinkBench {

  private static final List<String> PARTS =
      List.of("files", "residue", "all", "kernel", "splink", "night", "growth");
  private static final int MILLION = 1_000_000;

  private final Map<String, String> order;
  private final Path work;
  private final Figures figures;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<Contest> contests = new ArrayList<>();
  private final Map<Integer, Long> rows = new TreeMap<>();

  private LinkBench(Map<String, String> order) throws IOException {
    this.order = order;
    work = Files.createDirectories(Path.of(order.get("folder"), "link-work"));
    figures = new Figures(work);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> order =
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    System.exit(new LinkBench(order).run() ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    plan();
    for (Contest contest : contests) {
      contest.run(Integer.parseInt(order.get("rounds")), out);
    }
    machine();
    contests.forEach(contest -> contest.tell(out));
    if (wanted("growth")) {
      growth();
    }
    return contests.stream().allMatch(Contest::complete);
  }

  private void plan() throws IOException {
    CountyContests counties = new CountyContests(order.get("bidui"), work, figures);
    for (String size : order.get("pupils").split(",", -1)) {
      int pupils = Integer.parseInt(size);
      CountyCsv county = CountyCsv.in(Path.of(order.get("folder"), "county-" + pupils));
      rows.put(pupils, county.rows());
      enter("files", "growth", () -> counties.files(pupils, county));
      enter("residue", "residue", () -> counties.residue(pupils, county, "residual"));
      enter("all", "all", () -> counties.residue(pupils, county, "all"));
      if (takenByANight(county)) {
        enter("night", "growth", () -> counties.night(pupils, county));
      }
      if (hasSplink() && pupils <= MILLION) {
        enter("splink", "splink", () -> counties.splink(pupils, county, order.get("python")));
      }
    }
    febrl();
    enter("kernel", "kernel", () -> new KernelContest(figures).make());
  }

  /**
   * A night refuses lists that are larger than any county's; files are linked whatever their size.
   */
  private boolean takenByANight(CountyCsv county) throws IOException {
    long most = IntakeLimits.defaults().fileBytes().value();
    boolean taken = Files.size(county.roll()) <= most;
    if (!taken) {
      out.printf(
          "%s: left out of nights, which take no list of over %d bytes%n", county.roll(), most);
    }
    return taken;
  }

  private void febrl() throws IOException {
    if (!wanted("splink")) {
      return;
    }
    if (order.get("febrl").isBlank()) {
      out.println(
          "FEBRL is left out: --febrl DIR tells where dataset3.csv, dataset4a.csv and 4b lie");
      return;
    }
    FebrlContests febrl =
        new FebrlContests(
            order.get("bidui"), order.get("python"), Path.of(order.get("febrl")), work, figures);
    enter("splink", "splink", febrl::link);
    enter("splink", "splink", febrl::cluster);
  }

  private boolean hasSplink() {
    return !order.get("python").isBlank();
  }

  /** Makes a contest; reading what it needs may fail. */
  private interface Made {
    Contest make() throws IOException;
  }

  private void enter(String part, String orFor, Made contest) throws IOException {
    if (wanted(part) || wanted(orFor)) {
      contests.add(contest.make());
    }
  }

  private boolean wanted(String part) {
    List<String> only = List.of(order.get("only").split(",", -1));
    if (!PARTS.containsAll(only) && !only.equals(List.of("everything"))) {
      throw new IllegalArgumentException("--only takes " + String.join(",", PARTS));
    }
    return only.contains(part) || only.equals(List.of("everything"));
  }

  private void machine() {
    Function<String, String> property = name -> System.getProperty(name, "");
    out.printf(
        "%n%d cores, %d MB, %s %s %s, %s %s, DuckDB JDBC %s; medians of %s rounds in turns"
            + " (min–max)%n",
        Runtime.getRuntime().availableProcessors(),
        memoryMegabytes(),
        property.apply("java.vm.name"),
        property.apply("java.version"),
        property.apply("java.vendor"),
        property.apply("os.name"),
        property.apply("os.arch"),
        duckVersion(),
        order.get("rounds"));
  }

  private static String duckVersion() {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      return duck.getMetaData().getDatabaseProductVersion();
    } catch (SQLException failed) {
      return "unknown";
    }
  }

  private static long memoryMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize() >> 20
        : 0;
  }

  /** Against the smallest county, whose start-up weighs most: in process too, where it does not. */
  private void growth() {
    out.println("\n### Growth\n");
    out.println(
        "| pupils | rows | files to files, ns a row | per smallest | in process | per smallest |"
            + " target |");
    out.println("|---|---|---|---|---|---|---|");
    int smallest = rows.keySet().iterator().next();
    rows.forEach(
        (pupils, count) ->
            out.printf(
                Locale.ROOT,
                "| %,d | %,d | %s | %s | %s | %s | ≤ 1.2 |%n",
                pupils,
                count,
                perRow("files-%d bidui wall", pupils),
                perSmallest("files-%d bidui wall", pupils, smallest),
                perRow("night-%d bidui link-again", pupils),
                perSmallest("night-%d bidui link-again", pupils, smallest)));
  }

  private String perRow(String figure, int pupils) {
    String name = figure.formatted(pupils);
    return figures.has(name)
        ? Long.toString(figures.of(name).median() * MILLION / rowsOf(pupils))
        : "NOT MEASURED";
  }

  private String perSmallest(String figure, int pupils, int smallest) {
    String name = figure.formatted(pupils);
    String base = figure.formatted(smallest);
    if (!figures.has(name) || !figures.has(base)) {
      return "NOT MEASURED";
    }
    double linear = (double) rowsOf(pupils) / rowsOf(smallest);
    return String.format(Locale.ROOT, "%.2f", figures.of(name).per(figures.of(base)) / linear);
  }

  private long rowsOf(int pupils) {
    return rows.getOrDefault(pupils, 0L);
  }
}
