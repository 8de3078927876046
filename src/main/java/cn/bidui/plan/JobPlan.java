package cn.bidui.plan;

import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One job ({@code jobs/<name>/job.yml}): when it runs, on which lists, by which policies and rules,
 * and what it publishes for whom.
 *
 * @param name the folder's name
 * @param title for people, in Chinese
 * @param timing when it runs
 * @param lists which lists it names where they are missing
 * @param outputs what it publishes, in this order
 * @param receivers the channels that get its message; empty: every one that is set up
 * @param policies names of the files in {@code jobs/policies}, the nearest layer last
 * @param rules what it says about rules; a rule that it does not name runs with its own numbers
 * @param cases until when cases are answered, and by how many
 */
public record JobPlan(
    String name,
    String title,
    Timing timing,
    Lists lists,
    List<JobOutput> outputs,
    List<String> receivers,
    List<String> policies,
    Map<String, RulePlan> rules,
    CasePlan cases) {

  /** The job of every night, which others stand in for or follow. */
  public static final String NIGHTLY = "nightly";

  private static final String SCHEDULE = "schedule";
  private static final String NEEDED = "needed";
  private static final String WANTED = "wanted";

  public JobPlan {
    outputs = List.copyOf(outputs);
    receivers = List.copyOf(receivers);
    policies = List.copyOf(policies);
    rules = Map.copyOf(rules);
  }

  /**
   * When a job runs, and how that fits with others.
   *
   * @param text in words of the file; blank: by hand only
   * @param schedule what they mean; empty as well where they are not understood
   * @param unclear what is to be said of words that are not understood: earlier versions took them
   *     for a note, so they keep nobody from running the job
   * @param replaces jobs that do not run by themselves on the days of this one
   * @param after a job of which there has to be a night first; blank for none
   */
  public record Timing(
      String text,
      Optional<Schedule> schedule,
      Optional<Mistake> unclear,
      List<String> replaces,
      String after) {
    public Timing {
      replaces = List.copyOf(replaces);
    }
  }

  /**
   * Which lists a job waits for nobody to send, yet names where they are missing.
   *
   * @param needed in red, and the run ends with 3
   * @param wanted in passing
   */
  public record Lists(List<ListKind> needed, List<ListKind> wanted) {
    public Lists {
      needed = List.copyOf(needed);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * Reads {@code text}; whatever is wrong goes to {@code mistakes}.
   *
   * @param knownRules the codes that a job may name
   */
  public static JobPlan read(
      String name, String file, String text, java.util.Set<String> knownRules, Mistakes mistakes) {
    Yaml root =
        Yaml.read(file, text, mistakes)
            .only(
                "title",
                SCHEDULE,
                "replaces",
                "after",
                "lists",
                "outputs",
                "receivers",
                "policies",
                "rules",
                "cases");
    List<JobOutput> outputs = outputs(root.at("outputs"));
    if (!outputs.contains(JobOutput.NIGHT)) {
      notOfAReport(root);
    }
    return new JobPlan(
        name,
        root.at("title").requiredText("title"),
        timing(file, root),
        lists(root.at("lists")),
        outputs,
        receivers(root.at("receivers")),
        root.at("policies").texts(),
        rules(root.at("rules"), knownRules),
        CasePlan.read(root.at("cases"), knownRules));
  }

  /** A report adds up what nights have found: it has no rules of its own to find anything by. */
  private static void notOfAReport(Yaml root) {
    for (String key : List.of("policies", "rules", "cases")) {
      if (!root.at(key).absent()) {
        root.name(key).mistake("plan.job.report-only", key);
      }
    }
  }

  private static Map<String, RulePlan> rules(Yaml listed, java.util.Set<String> knownRules) {
    Map<String, RulePlan> rules = new LinkedHashMap<>();
    for (String rule : listed.keys()) {
      if (!knownRules.contains(rule)) {
        listed.at(rule).mistake("plan.unknown-rule", rule);
      }
      rules.put(rule, rule(rule, listed.at(rule)));
    }
    return rules;
  }

  private static RulePlan rule(String rule, Yaml at) {
    at.only("run", "numbers");
    Map<String, Limit> limits = new LinkedHashMap<>();
    Yaml numbers = at.at("numbers");
    for (String number : numbers.keys()) {
      Yaml entry = numbers.at(number);
      String unit = entry.at("unit").text("");
      limits.put(number, entry.limit(rule + "." + number, new Limit(0, unit, "", "")));
    }
    return new RulePlan(rule, at.at("run").flag(true), limits);
  }

  private static Timing timing(String file, Yaml root) {
    String words = root.at(SCHEDULE).text("").strip();
    Optional<Schedule> schedule = Schedule.parse(words);
    Optional<Mistake> unclear =
        schedule.isPresent() || words.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Mistake(file, root.at(SCHEDULE).line(), "plan.job.schedule", List.of(words)));
    boolean drive = schedule.filter(Schedule::aroundTerm).isPresent();
    List<String> replaces =
        root.at("replaces").isList() || !drive ? root.at("replaces").texts() : List.of(NIGHTLY);
    return new Timing(words, schedule, unclear, replaces, root.at("after").text(""));
  }

  private static Lists lists(Yaml at) {
    at.only(NEEDED, WANTED);
    List<ListKind> needed =
        at.at(NEEDED).isList()
            ? kinds(at.at(NEEDED))
            : Arrays.stream(ListKind.values()).filter(ListKind::needed).toList();
    List<ListKind> wanted = kinds(at.at(WANTED));
    for (ListKind kind : wanted) {
      if (needed.contains(kind)) {
        at.at(WANTED).mistake("plan.job.list-twice", kind.code());
      }
    }
    return new Lists(needed, wanted);
  }

  private static List<ListKind> kinds(Yaml at) {
    List<ListKind> kinds = new ArrayList<>();
    for (Yaml item : at.items()) {
      String code = item.text("");
      ListKind.ofCode(code)
          .ifPresentOrElse(
              kinds::add,
              () ->
                  item.mistake(
                      "plan.unknown-list",
                      code,
                      Arrays.stream(ListKind.values())
                          .map(ListKind::code)
                          .collect(Collectors.joining(", "))));
    }
    return kinds.stream().distinct().toList();
  }

  private static List<JobOutput> outputs(Yaml at) {
    if (at.absent()) {
      return List.of(JobOutput.NIGHT);
    }
    List<JobOutput> outputs = new ArrayList<>();
    for (Yaml item : at.items()) {
      String code = item.text("");
      JobOutput.ofCode(code)
          .ifPresentOrElse(
              outputs::add,
              () -> item.mistake("plan.not-a-choice", code, "night, month, quarter, half-year"));
    }
    // Of a job with a mistake in it nothing else is to be said.
    return outputs.isEmpty() ? List.of(JobOutput.NIGHT) : outputs.stream().distinct().toList();
  }

  private static List<String> receivers(Yaml at) {
    for (Yaml item : at.items()) {
      if (!NotifyPlan.CHANNELS.contains(item.text(""))) {
        item.mistake("plan.not-a-choice", item.text(""), String.join(", ", NotifyPlan.CHANNELS));
      }
    }
    return at.texts().stream().filter(NotifyPlan.CHANNELS::contains).distinct().toList();
  }

  /** Whether it judges and publishes what is of a day. */
  public boolean nightly() {
    return outputs.contains(JobOutput.NIGHT);
  }
}
