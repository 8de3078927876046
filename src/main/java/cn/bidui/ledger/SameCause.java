package cn.bidui.ledger;

import cn.bidui.judge.finding.Digest;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.plan.Limit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings that one answer can settle (同一原因): one school's pupils whose birth dates are all shifted
 * by a day, or who were all paid by last year's standard.
 *
 * <p>A decision about one child is never shared: who somebody is, and where a child goes to school,
 * each needs its own evidence.
 */
public final class SameCause {

  /** From how many findings on a group is worth an answer of its own. */
  static final Limit LEAST = new Limit(3, "findings", "两条可能是巧合，逐条答复也不费事；三条起才合并。", "自定");

  private static final Set<String> CHILD_BY_CHILD =
      Set.of(
          "never-enrolled",
          "vanished-from-roll",
          "leave-expired",
          "transfer-in-limbo",
          "no-progression",
          "absent",
          "disabled-unplaced",
          "out-of-county");

  /**
   * Findings with one cause.
   *
   * @param id from content: the cause and the members; the same whatever their order
   * @param findings the members' ids, in their natural order
   */
  public record Group(String id, String rule, String school, Cause cause, List<String> findings) {
    public Group {
      findings = List.copyOf(findings);
    }
  }

  /** The cause in words: a key of the {@code ledger} catalog and what fills it. */
  public record Cause(String key, List<String> words) {
    public Cause {
      words = List.copyOf(words);
    }
  }

  /** What the members of a group have in common. */
  private record Likeness(
      String rule,
      String school,
      String program,
      String term,
      Outcome outcome,
      String sentence,
      Cause cause) {

    static Likeness of(Finding finding) {
      return new Likeness(
          finding.rule(),
          finding.school(),
          finding.program(),
          finding.term(),
          finding.outcome(),
          finding.explanation().key(),
          CausePattern.of(finding.explanation().words()));
    }

    Group group(List<String> findings) {
      List<String> content =
          new ArrayList<>(
              List.of(rule, school, program, term, outcome.name(), sentence, cause.key()));
      content.addAll(cause.words());
      content.addAll(findings);
      return new Group("G" + Digest.hex(12, content), rule, school, cause, findings);
    }
  }

  private SameCause() {}

  /** The groups among the open ones of {@code findings}, the largest first, then by id. */
  public static List<Group> groups(List<LedgerFinding> findings) {
    Map<Likeness, List<String>> alike = new LinkedHashMap<>();
    findings.stream()
        .filter(SameCause::canShareAnAnswer)
        .map(LedgerFinding::finding)
        .sorted(Comparator.comparing(Finding::id))
        .forEach(
            each ->
                alike.computeIfAbsent(Likeness.of(each), any -> new ArrayList<>()).add(each.id()));
    return alike.entrySet().stream()
        .filter(each -> each.getValue().size() >= LEAST.value())
        .map(each -> each.getKey().group(each.getValue()))
        .sorted(
            Comparator.comparingInt((Group group) -> -group.findings().size())
                .thenComparing(Group::id))
        .toList();
  }

  private static boolean canShareAnAnswer(LedgerFinding each) {
    Finding finding = each.finding();
    return each.state().open()
        && !finding.school().isEmpty()
        && finding.outcome() != Outcome.IDENTITY_TO_DECIDE
        && !CHILD_BY_CHILD.contains(finding.rule());
  }
}
