package cn.bidui.judge.night;

import cn.bidui.judge.finding.Severity;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What there is to know about a rule before it runs. Its texts stand in the {@code rule} catalog:
 * {@code rule.<code>.title}, {@code .asks}, {@code .source} (document and article) and {@code
 * .closes} (what would close a finding).
 *
 * @param code public interface
 * @param needs the lists without which it is not evaluated
 * @param oneOf of each of these sets one list is enough; the first is named where none is there
 * @param lists how many lists it needs at least, whichever they are
 * @param limits its numbers by name; a job may state others
 */
public record RuleCard(
    String code,
    Severity severity,
    List<ListKind> needs,
    List<List<ListKind>> oneOf,
    int lists,
    Map<String, Limit> limits) {

  public RuleCard {
    needs = List.copyOf(needs);
    oneOf = oneOf.stream().map(List::copyOf).toList();
    limits = Map.copyOf(limits);
  }

  public static RuleCard of(String code, Severity severity, ListKind... needs) {
    return new RuleCard(code, severity, List.of(needs), List.of(), needs.length, Map.of());
  }

  public static RuleCard ofAny(int lists, String code, Severity severity) {
    return new RuleCard(code, severity, List.of(), List.of(), lists, Map.of());
  }

  public RuleCard with(Map<String, Limit> numbers) {
    return new RuleCard(code, severity, needs, oneOf, lists, numbers);
  }

  /** Needs one of {@code any} besides; the first of them is the one to ask for. */
  public RuleCard withOneOf(ListKind... any) {
    List<List<ListKind>> more = new ArrayList<>(oneOf);
    more.add(List.of(any));
    return new RuleCard(code, severity, needs, more, lists, limits);
  }

  /** The key of one of its texts. */
  public String key(String text) {
    return "rule." + code + "." + text;
  }
}
