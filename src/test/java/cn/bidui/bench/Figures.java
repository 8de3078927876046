package cn.bidui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was measured over the rounds, by name. A process adds its wall clock, processor time and
 * peak memory, and what it says of itself in lines of a word and a whole number: {@code query 355}.
 */
final class Figures {

  private static final Pattern SAID = Pattern.compile("([a-z][a-z0-9-]*) (\\d{1,18})");

  private final Path logs;
  private final Map<String, Series> series = new TreeMap<>();

  /** The last output of each process lies in {@code logs}. */
  Figures(Path logs) {
    this.logs = logs;
  }

  /** Runs {@code command} and keeps its figures if it ended well. */
  Measured run(String name, List<String> command) throws IOException, InterruptedException {
    Measured run = Measured.run(logs.resolve(name.replace('/', '-') + ".log"), command);
    if (run.exit() == 0) {
      add(name + " wall", run.wall());
      add(name + " cpu", run.cpu());
      add(name + " peak", run.peak());
      run.output().lines().map(SAID::matcher).filter(Matcher::matches).forEach(m -> said(name, m));
    }
    return run;
  }

  private void said(String name, Matcher line) {
    add(name + " " + line.group(1), Long.parseLong(line.group(2)));
  }

  void add(String name, long value) {
    series.computeIfAbsent(name, none -> new Series()).add(value);
  }

  boolean has(String name) {
    return series.containsKey(name);
  }

  /**
   * The figures of {@code name}.
   *
   * @throws IllegalStateException if there are none
   */
  Series of(String name) {
    Series found = series.get(name);
    if (found == null) {
      throw new IllegalStateException("not measured: " + name);
    }
    return found;
  }
}
