package cn.bidui.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One job ({@code jobs/<name>/job.yml}): when it runs, by which policies and rules.
 *
 * @param name the folder's name
 * @param title for people, in Chinese
 * @param schedule when it runs, in words of the file
 * @param policies names of the files in {@code jobs/policies}, the nearest layer last
 * @param rules what it says about rules; a rule that it does not name runs with its own numbers
 * @param cases until when cases are answered, and by how many
 */
public record JobPlan(
    String name,
    String title,
    String schedule,
    List<String> policies,
    Map<String, RulePlan> rules,
    CasePlan cases) {

  public JobPlan {
    policies = List.copyOf(policies);
    rules = Map.copyOf(rules);
  }

  /**
   * Reads {@code text}; whatever is wrong goes to {@code mistakes}.
   *
   * @param knownRules the codes that a job may name
   */
  public static JobPlan read(
      String name, String file, String text, java.util.Set<String> knownRules, Mistakes mistakes) {
    Yaml root =
        Yaml.read(file, text, mistakes).only("title", "schedule", "policies", "rules", "cases");
    Map<String, RulePlan> rules = new LinkedHashMap<>();
    Yaml listed = root.at("rules");
    for (String rule : listed.keys()) {
      if (!knownRules.contains(rule)) {
        listed.at(rule).mistake("plan.unknown-rule", rule);
      }
      rules.put(rule, rule(rule, listed.at(rule)));
    }
    return new JobPlan(
        name,
        root.at("title").requiredText("title"),
        root.at("schedule").text(""),
        root.at("policies").texts(),
        rules,
        CasePlan.read(root.at("cases"), knownRules));
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
}
