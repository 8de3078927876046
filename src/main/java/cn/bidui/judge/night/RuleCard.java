package cn.bidui.judge.night;

import cn.bidui.judge.finding.Severity;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * What there is to know about a rule before it runs. Its texts stand in the {@code rule} catalog:
 * {@code rule.<code>.title}, {@code .asks}, {@code .source} (document and article) and {@code
 * .closes} (what would close a finding).
 *
 * @param code public interface
 * @param needs the lists without which it is not evaluated
 * @param lists how many lists it needs at least, whichever they are
 * @param limits its numbers by name; a job may state others
 */
public record RuleCard(
    String code, Severity severity, List<ListKind> needs, int lists, Map<String, Limit> limits) {

  public RuleCard {
    needs = List.copyOf(needs);
    limits = Map.copyOf(limits);
  }

  public static RuleCard of(String code, Severity severity, ListKind... needs) {
    return new RuleCard(code, severity, List.of(needs), needs.length, Map.of());
  }

  public static RuleCard ofAny(int lists, String code, Severity severity) {
    return new RuleCard(code, severity, List.of(), lists, Map.of());
  }

  public RuleCard with(Map<String, Limit> numbers) {
    return new RuleCard(code, severity, needs, lists, numbers);
  }

  /** The key of one of its texts. */
  public String key(String text) {
    return "rule." + code + "." + text;
  }
}
