package cn.bidui.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judging beside DuckDB, each in processes of its own in turn, both on lists that are in memory
 * already. Arguments: folder of a county, rounds, times in each process. Exit 1 if a process could
 * not be measured.
 */
final class JudgeBench {

  private static final List<String> PARTS =
      List.of("all", "aid", "schooling", "identity", "zero", "one-rule", "no-rule");

  private final CountyCsv county;
  private final String times;
  private final Figures figures;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private JudgeBench(CountyCsv county, String times, Path logs) {
    this.county = county;
    this.times = times;
    figures = new Figures(logs);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Path logs = Files.createDirectories(folder.resolveSibling("judge-work"));
    JudgeBench bench = new JudgeBench(CountyCsv.in(folder), arguments[2], logs);
    boolean measured = true;
    for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
      measured &= bench.run("judge", NightJudge.class);
      measured &= bench.run("duckdb", DuckUnfunded.class);
    }
    if (measured) {
      bench.tell();
    }
    System.exit(measured ? 0 : 1);
  }

  private boolean run(String name, Class<?> program) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(times));
    arguments.addAll(county.lists());
    Measured run =
        figures.run(name, Cold.java(List.of("-XX:+UseSerialGC", "-Xmx5g"), program, arguments));
    if (run.exit() != 0) {
      out.println(name + " could not be measured:\n" + run.output());
    }
    return run.exit() == 0;
  }

  private void tell() {
    Series persons = figures.of("judge persons");
    out.println("rows " + figures.of("judge rows").median() + ", persons " + persons.median());
    out.println("tables, MB " + figures.of("judge tables-mb").plain());
    for (String part : PARTS) {
      line(part + "-first");
      line(part);
    }
    out.println(
        "DuckDB, one rule: wall s "
            + figures.of("duckdb duck").seconds()
            + ", CPU s "
            + figures.of("duckdb duck-cpu").seconds()
            + ", found "
            + figures.of("duckdb duck-findings").median());
    ratio("one rule / DuckDB, wall", "one-rule", "duck");
    ratio("one rule / DuckDB, CPU", "one-rule-cpu", "duck-cpu");
    ratio("all rules / DuckDB, CPU", "all-cpu", "duck-cpu");
  }

  /** A part that ran once only has no figures but its first. */
  private void line(String part) {
    if (!figures.has("judge " + part)) {
      return;
    }
    Series cpu = figures.of("judge " + part + "-cpu");
    double perSecond = figures.of("judge persons").median() * 1000.0 / Math.max(1, cpu.median());
    out.printf(
        Locale.ROOT,
        "%s: wall s %s, CPU s %s, heap MB %d, found %d, persons a CPU second %.0f%n",
        part,
        figures.of("judge " + part).seconds(),
        cpu.seconds(),
        figures.of("judge " + part + "-mb").median(),
        figures.of("judge " + part + "-findings").median(),
        perSecond);
  }

  private void ratio(String what, String ours, String theirs) {
    if (figures.has("judge " + ours) && figures.has("duckdb " + theirs)) {
      out.printf(
          Locale.ROOT,
          "%s: %.2f%n",
          what,
          figures.of("judge " + ours).per(figures.of("duckdb " + theirs)));
    }
  }
}
