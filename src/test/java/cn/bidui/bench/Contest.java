package cn.bidui.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Programs that do the same work in turns, each as a whole cold process, so that a busy minute of
 * the machine hits all of them.
 */
final class Contest {

  /** Looks at what a program made, once. */
  interface Check {
    String look() throws IOException;
  }

  /**
   * One program.
   *
   * @param parts of what it says of itself, those that are shown; in milliseconds unless the name
   *     says otherwise
   */
  record Entrant(String name, String title, List<String> command, List<String> parts) {}

  /** What is aimed at: a figure, or its ratio to another, is at most so much. */
  private record Goal(String title, String figure, @Nullable String per, double atMost, int unit) {}

  private final String title;
  private final Figures figures;
  private final String prefix;
  private final List<Entrant> entrants = new ArrayList<>();
  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final Map<String, String> found = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final List<Goal> goals = new ArrayList<>();

  /** Figures are kept under {@code prefix}. */
  Contest(String prefix, String title, Figures figures) {
    this.prefix = prefix;
    this.title = title;
    this.figures = figures;
  }

  Contest enter(String name, String title, List<String> command, String... parts) {
    entrants.add(new Entrant(name, title, command, List.of(parts)));
    return this;
  }

  /** Looks at the output of {@code name} after its first round. */
  Contest check(String name, Check check) {
    checks.put(name, check);
    return this;
  }

  /** {@code bidui wall} per {@code duckdb wall}. */
  Contest ratio(String title, String figure, String per, double atMost) {
    goals.add(new Goal(title, figure, per, atMost, 1));
    return this;
  }

  /** The figure itself, divided by {@code unit}. */
  Contest limit(String title, String figure, int unit, double atMost) {
    goals.add(new Goal(title, figure, null, atMost, unit));
    return this;
  }

  /** Runs all in turns; who fails once is not asked again. */
  void run(int rounds, PrintStream out) throws IOException, InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      out.println(title + ": round " + round + " of " + rounds + " …");
      for (Entrant entrant : entrants) {
        if (!failures.containsKey(entrant.name())) {
          run(entrant, round == 1);
        }
      }
    }
  }

  private void run(Entrant entrant, boolean first) throws IOException, InterruptedException {
    Measured run = figures.run(key(entrant.name()), entrant.command());
    if (run.exit() != 0) {
      failures.put(entrant.name(), "ended with " + run.exit() + ": " + lastLine(run.output()));
    } else if (first && checks.containsKey(entrant.name())) {
      found.put(entrant.name(), checks.get(entrant.name()).look());
    }
  }

  private static String lastLine(String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "without a word" : lines.get(lines.size() - 1).strip();
  }

  /** Prints tables and what could not be measured. */
  void tell(PrintStream out) {
    out.println("\n### " + title + "\n");
    out.println("| whole cold process | wall s | CPU s | peak MB | of it | best F1 |");
    out.println("|---|---|---|---|---|---|");
    for (Entrant entrant : entrants) {
      out.println(row(entrant));
    }
    if (!goals.isEmpty()) {
      out.println("\n| goal | measured | target | |\n|---|---|---|---|");
      goals.forEach(goal -> out.println(row(goal)));
    }
  }

  private String row(Entrant entrant) {
    String name = entrant.name();
    if (failures.containsKey(name)) {
      return "| " + entrant.title() + " | NOT MEASURED: " + failures.get(name) + " | | | | |";
    }
    return String.format(
        "| %s | %s | %s | %s | %s | %s |",
        entrant.title(),
        figures.of(key(name) + " wall").seconds(),
        figures.of(key(name) + " cpu").seconds(),
        figures.of(key(name) + " peak").plain(),
        parts(entrant),
        found.getOrDefault(name, ""));
  }

  private String parts(Entrant entrant) {
    List<String> parts = new ArrayList<>();
    for (String part : entrant.parts()) {
      String figure = key(entrant.name()) + " " + part;
      if (figures.has(figure)) {
        parts.add(part + " " + figures.of(figure).median());
      }
    }
    return String.join(", ", parts);
  }

  private String row(Goal goal) {
    if (!measured(goal)) {
      return String.format("| %s | NOT MEASURED | ≤ %s | |", goal.title(), goal.atMost());
    }
    Series ours = figures.of(key(goal.figure()));
    double value =
        goal.per() == null
            ? (double) ours.median() / goal.unit()
            : ours.per(figures.of(key(goal.per())));
    String verdict = value <= goal.atMost() ? "met" : "not met";
    return String.format(
        Locale.ROOT, "| %s | %.2f | ≤ %s | %s |", goal.title(), value, goal.atMost(), verdict);
  }

  /** Whether all programs ran, and every goal has its figure. */
  boolean complete() {
    return failures.isEmpty() && goals.stream().allMatch(this::measured);
  }

  private boolean measured(Goal goal) {
    return figures.has(key(goal.figure())) && (goal.per() == null || figures.has(key(goal.per())));
  }

  private String key(String name) {
    return prefix + " " + name;
  }
}
