package cn.bidui.ledger;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.Answers.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Findings over nights (台账): holds tonight's against yesterday's. A pure function of what it is
 * given.
 *
 * <table>
 * <caption>State tonight</caption>
 * <tr><th>yesterday</th><th>shown by tonight's data</th><th>and a standing answer</th>
 *     <th>not shown</th></tr>
 * <tr><td>not listed</td><td>new</td><td>explained</td><td></td></tr>
 * <tr><td>resolved on some night before</td><td>reopened</td><td>explained</td><td></td></tr>
 * <tr><td>open</td><td>persisting</td><td>explained</td><td>resolved</td></tr>
 * <tr><td>explained</td><td>reopened</td><td>explained</td><td>resolved</td></tr>
 * </table>
 *
 * <p>An answer stands while it closes its finding, the facts under it are unchanged, its last day
 * has not passed, and the data has not resolved the finding since: who comes back after that is
 * asked about again.
 */
public final class Ledger {

  private final Answers answers;
  private final LocalDate asOf;
  private final Map<String, LedgerFinding> before = new HashMap<>();
  private final Map<String, Resolution> resolved;
  private final Comparator<Finding> order;

  private Ledger(Judgement tonight, Past past, Answers answers, LocalDate asOf) {
    this.answers = answers;
    this.asOf = asOf;
    this.resolved = past.resolved();
    past.findings().forEach(finding -> before.put(finding.finding().id(), finding));
    List<String> rules = tonight.tallies().stream().map(RuleTally::rule).toList();
    // A rule that is gone since comes last.
    this.order =
        Comparator.<Finding>comparingInt(finding -> place(rules, finding.rule()))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::id);
  }

  /**
   * Gives each finding its state.
   *
   * @param past of the last publication before {@code asOf}: publishing the same as-of date again
   *     is held against the same past, so that new stays new
   * @param suspended rules that could not be evaluated tonight, or whose findings a guard holds
   *     back: what they found before stays as it was, and they find nothing new
   * @throws IllegalStateException if two findings have one id, which is a bug in a rule
   */
  public static Night advance(
      Judgement tonight, Past past, Answers answers, LocalDate asOf, Set<String> suspended) {
    return new Ledger(tonight, past, answers, asOf).advance(tonight, past, suspended);
  }

  private Night advance(Judgement tonight, Past past, Set<String> suspended) {
    Map<String, Finding> shown = shown(tonight, suspended);
    List<LedgerFinding> findings = new ArrayList<>();
    shown.values().forEach(finding -> findings.add(present(finding, asOf)));
    for (LedgerFinding earlier : before.values()) {
      if (!shown.containsKey(earlier.finding().id())) {
        absent(earlier, suspended).ifPresent(findings::add);
      }
    }
    findings.sort(Comparator.comparing(LedgerFinding::finding, order));
    List<Transition> transitions =
        findings.stream().filter(this::changed).map(this::moved).toList();
    RollForward rollForward = RollForward.of(past.findings(), transitions, findings);
    if (!rollForward.balanced()) {
      throw new IllegalStateException("the ledger of " + asOf + " does not add up");
    }
    return new Night(findings, transitions, rollForward, withheld(tonight, suspended));
  }

  private static Map<String, Finding> shown(Judgement tonight, Set<String> suspended) {
    return tonight.findings().stream()
        .filter(finding -> !suspended.contains(finding.rule()))
        .collect(Collectors.toMap(Finding::id, Function.identity()));
  }

  private SortedMap<String, Integer> withheld(Judgement tonight, Set<String> suspended) {
    TreeMap<String, Integer> withheld = new TreeMap<>();
    for (Finding finding : tonight.findings()) {
      if (suspended.contains(finding.rule()) && listedBefore(finding.id()).isEmpty()) {
        withheld.merge(finding.rule(), 1, Integer::sum);
      }
    }
    return withheld;
  }

  private LedgerFinding present(Finding finding, LocalDate lastSeen) {
    Optional<Answer> answer = standingAnswer(finding);
    LocalDate firstSeen = firstSeen(finding.id());
    return answer.isPresent()
        ? new LedgerFinding(
            finding, FindingState.EXPLAINED, answer.get().outcome(), firstSeen, lastSeen)
        : new LedgerFinding(
            finding, openState(finding.id()), finding.outcome().label(), firstSeen, lastSeen);
  }

  private Optional<LedgerFinding> absent(LedgerFinding earlier, Set<String> suspended) {
    if (earlier.state() == FindingState.RESOLVED) {
      return Optional.empty();
    }
    Finding finding = earlier.finding();
    if (suspended.contains(finding.rule())) {
      return Optional.of(present(finding, earlier.lastSeen()));
    }
    return Optional.of(
        new LedgerFinding(
            finding,
            FindingState.RESOLVED,
            finding.outcome().label(),
            earlier.firstSeen(),
            earlier.lastSeen()));
  }

  private FindingState openState(String id) {
    Optional<LedgerFinding> earlier = listedBefore(id);
    if (earlier.isPresent()) {
      return earlier.get().state().open() ? FindingState.PERSISTING : FindingState.REOPENED;
    }
    return resolvedBefore(id) ? FindingState.REOPENED : FindingState.NEW;
  }

  private Optional<Answer> standingAnswer(Finding finding) {
    Resolution resolution = resolved.get(finding.id());
    long resolvedAt = resolution == null ? 0 : resolution.seq();
    return answers
        .to(finding.id())
        .filter(answer -> answer.seq() > resolvedAt && answer.closes(finding, asOf));
  }

  /** Yesterday's entry, unless it said that the finding was gone. */
  private Optional<LedgerFinding> listedBefore(String id) {
    return Optional.ofNullable(before.get(id))
        .filter(earlier -> earlier.state() != FindingState.RESOLVED);
  }

  private boolean resolvedBefore(String id) {
    return before.containsKey(id) || resolved.containsKey(id);
  }

  private LocalDate firstSeen(String id) {
    LedgerFinding earlier = before.get(id);
    Resolution resolution = resolved.get(id);
    if (earlier != null) {
      return earlier.firstSeen();
    }
    return resolution != null ? resolution.firstSeen() : asOf;
  }

  /** Whether tonight's entry says anything that yesterday's did not. */
  private boolean changed(LedgerFinding finding) {
    Optional<LedgerFinding> earlier = listedBefore(finding.finding().id());
    return earlier.isEmpty()
        || changesState(earlier.get().state(), finding.state())
        || !earlier.get().outcome().equals(finding.outcome())
        || !earlier.get().finding().facts().equals(finding.finding().facts())
        || !Transition.Where.of(earlier.get().finding())
            .equals(Transition.Where.of(finding.finding()));
  }

  private static boolean changesState(FindingState from, FindingState to) {
    return to != from && to != FindingState.PERSISTING;
  }

  private Transition moved(LedgerFinding tonight) {
    Finding finding = tonight.finding();
    @Nullable FindingState from = listedBefore(finding.id()).map(LedgerFinding::state).orElse(null);
    return new Transition(
        finding.id(),
        finding.rule(),
        from,
        tonight.state(),
        tonight.outcome(),
        finding.facts(),
        tonight.firstSeen(),
        finding.evidence().stream().map(Transition.Place::of).toList(),
        Transition.Where.of(finding));
  }

  private static int place(List<String> rules, String rule) {
    int place = rules.indexOf(rule);
    return place < 0 ? rules.size() : place;
  }
}
