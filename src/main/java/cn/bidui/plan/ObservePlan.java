package cn.bidui.plan;

/**
 * How a run is seen from outside ({@code observe} in {@code bidui.yml}); by itself not at all.
 *
 * @param metricsFile a file into which meters are written after each run, in Prometheus' text form,
 *     against the work folder; blank for none
 */
public record ObservePlan(String metricsFile) {

  private static final String METRICS_FILE = "metrics-file";

  /** What the collector of text files reads; others it passes over in silence. */
  private static final String ENDING = ".prom";

  /** Reads {@code at}; without it nothing is written. */
  static ObservePlan read(Yaml at) {
    at.only(METRICS_FILE);
    String file = at.at(METRICS_FILE).text("").strip();
    if (!file.isEmpty() && !file.endsWith(ENDING)) {
      at.at(METRICS_FILE).mistake("plan.metrics-file", file);
      file = "";
    }
    return new ObservePlan(file);
  }
}
