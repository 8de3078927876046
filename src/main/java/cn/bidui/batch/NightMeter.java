package cn.bidui.batch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What a run tells of itself to a monitoring system, each with the words that explain it. */
enum NightMeter {
  RUN_INFO("bidui.run.info", "The last run: its job and the version of the program; always 1"),
  RUN_EXIT("bidui.run.exit", "Exit code of the last run"),
  GUARDS_HELD("bidui.guards.held", "What guards hold back until a named person confirms it"),
  RUN_PUBLISHED("bidui.run.published", "1 if the last run published, else 0"),
  RUN_DURATION("bidui.run.duration.seconds", "How long the last run took"),
  RUN_END("bidui.run.end.timestamp.seconds", "When the last run ended"),
  LAST_SUCCESS("bidui.last.success.timestamp.seconds", "When a night was published last"),
  STEP_DURATION("bidui.step.duration.seconds", "How long a step of the last run took"),
  FILES("bidui.files", "Files of the last publication, by what became of them"),
  ROWS("bidui.rows", "Rows of the last publication, by what became of them"),
  LIST_PRESENT("bidui.list.present", "1 if a list of this kind is in use, else 0"),
  LIST_AGE("bidui.list.age.days", "Days since the oldest list in use of this kind was right"),
  LIST_STALE("bidui.list.stale", "1 if that is more than its maxAgeDays, else 0"),
  RULE_EVALUATED(
      "bidui.rule.evaluated", "1 if the rule was evaluated, 0 if a list that it needs is missing"),
  FINDINGS_OPEN("bidui.findings.open", "Open findings of the rule"),
  FINDINGS_NEW("bidui.findings.new", "Findings of the rule that are new"),
  SOURCE_UP("bidui.source.up", "1 if the source gave its list when it was asked last, else 0"),
  SOURCE_AGE(
      "bidui.source.age.days",
      "Days since the source last gave its list or said that it is the same");

  private final String meter;
  private final String description;

  NightMeter(String meter, String description) {
    this.meter = meter;
    this.description = description;
  }

  void set(MeterRegistry meters, Tags tags, double value) {
    // By a number, the registry holds it; by an object it would hold on to it only weakly.
    Gauge.builder(meter, () -> value)
        .description(description)
        .tags(tags)
        .strongReference(true)
        .register(meters);
  }
}
