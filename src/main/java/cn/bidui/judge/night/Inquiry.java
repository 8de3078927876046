package cn.bidui.judge.night;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.UniqueIds;
import cn.bidui.judge.score.Counts;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Limit;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one rule asks in one night, and of how many subjects it asked nothing. */
public final class Inquiry {

  private final Rule rule;
  private final boolean on;
  private final List<ListKind> missing;
  private final Map<String, Long> limits = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Counts counts = new Counts();
  private final Map<Class<?>, Object> notes = new HashMap<>();
  private int compared;

  public Inquiry(Rule rule, Map<String, RulePlan> plans, AidPolicies policies, County county) {
    this.rule = rule;
    this.on = plan(rule, plans).on();
    this.missing = rule.missing(county);
    rule.card()
        .limits()
        .keySet()
        .forEach(name -> limits.put(name, limit(rule, name, plans, policies)));
  }

  /** The rule's number of that name: the job's, else the nearest policy's, else its own. */
  public static long limit(
      Rule rule, String name, Map<String, RulePlan> plans, AidPolicies policies) {
    @Nullable Limit own = rule.card().limits().get(name);
    if (own == null) {
      throw new IllegalArgumentException("rule has no limit " + name);
    }
    return plan(rule, plans).value(name, policies.limit(name, own).value());
  }

  private static RulePlan plan(Rule rule, Map<String, RulePlan> plans) {
    String code = rule.card().code();
    return plans.getOrDefault(code, new RulePlan(code, true, Map.of()));
  }

  public Rule rule() {
    return rule;
  }

  public boolean on() {
    return on;
  }

  public boolean evaluated() {
    return missing.isEmpty();
  }

  public long limit(String name) {
    return limits.getOrDefault(name, 0L);
  }

  /** One more subject was looked at. */
  public void compared() {
    compared(1);
  }

  public void compared(int subjects) {
    compared += subjects;
  }

  public void ask(Question question) {
    findings.add(question.finding());
  }

  /** One more part of a goal is without error there; see {@code judge.score}. */
  public void right(Site site) {
    right(site, 1);
  }

  public void right(Site site, long parts) {
    counts.add(site.places(), parts, parts);
  }

  /**
   * Asks, and counts one more error of the goal there. What a person has yet to decide is neither
   * right nor wrong and does not count.
   */
  public void ask(Question question, Site site) {
    ask(question, site, 1);
  }

  public void ask(Question question, Site site, long parts) {
    ask(question);
    if (question.certain()) {
      counts.add(site.places(), 0, parts);
    }
  }

  /** What the rule counted for its goal, by place. */
  public Counts counts() {
    return counts;
  }

  /** What the rule writes down while it looks at one person after another. */
  public <T> T notes(Class<T> type, Supplier<T> blank) {
    @Nullable Object known = notes.get(type);
    if (known == null) {
      known = blank.get();
      notes.put(type, known);
    }
    return type.cast(known);
  }

  /** The findings in the order of their ids. */
  public List<Finding> findings() {
    return UniqueIds.sorted(findings);
  }

  public RuleTally tally() {
    return new RuleTally(
        rule.card().code(),
        rule.card().severity(),
        evaluated(),
        compared,
        findings.size(),
        missing);
  }
}
