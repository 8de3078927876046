package cn.bidui.ledger;

import cn.bidui.judge.finding.Digest;
import cn.bidui.judge.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of a workbook of findings is about (行标识), so that an answer finds its finding again
 * however the rows were moved.
 */
public sealed interface AnswerKey {

  /** As it stands in the workbook. */
  String text();

  /** The finding's or the group's id. */
  String id();

  /**
   * One finding.
   *
   * @param facts the first digits of the facts that were printed
   * @param answer the print of the answer that stood then; {@code 0} if there was none
   */
  record OfFinding(String id, String facts, String answer) implements AnswerKey {
    @Override
    public String text() {
      return id + "!" + facts + "!" + answer;
    }

    /** Whether the finding still says what was printed. */
    public boolean speaksOf(Finding finding) {
      return facts.equals(AnswerKey.facts(finding));
    }
  }

  /**
   * Findings with one cause.
   *
   * @param members digest of the findings and facts that were printed
   */
  record OfGroup(String id, String members) implements AnswerKey {
    @Override
    public String text() {
      return GROUP + id + "!" + members;
    }
  }

  /** What the key of a group begins with. */
  String GROUP = "group:";

  /** Nobody had answered. */
  String NO_ANSWER = "0";

  /** How many digits of a digest stand in a key. */
  int DIGITS = 8;

  /** The key of {@code finding}, to which {@code answer} was the last. */
  static OfFinding of(Finding finding, Optional<Answers.Answer> answer) {
    return new OfFinding(
        finding.id(), facts(finding), answer.map(Answers.Answer::print).orElse(NO_ANSWER));
  }

  /**
   * The key of a group.
   *
   * @param findings its members among others, by id
   */
  static OfGroup of(SameCause.Group group, Map<String, LedgerFinding> findings) {
    List<String> members =
        group.findings().stream()
            .map(id -> Optional.ofNullable(findings.get(id)))
            .flatMap(Optional::stream)
            .map(member -> member.finding().id() + "!" + facts(member.finding()))
            .toList();
    return new OfGroup(group.id(), Digest.hex(DIGITS, members));
  }

  /** The key that {@code text} is; empty if it is none. */
  static Optional<AnswerKey> read(String text) {
    Matcher group = Texts.GROUP_KEY.matcher(text);
    if (group.matches()) {
      return Optional.of(new OfGroup(group.group(1), group.group(2)));
    }
    Matcher finding = Texts.FINDING_KEY.matcher(text);
    return finding.matches()
        ? Optional.of(new OfFinding(finding.group(1), finding.group(2), finding.group(3)))
        : Optional.empty();
  }

  private static String facts(Finding finding) {
    return finding.facts().substring(0, Math.min(DIGITS, finding.facts().length()));
  }

  /** How keys are written. */
  final class Texts {
    private static final Pattern GROUP_KEY = Pattern.compile("group:([^!]+)!([^!]*)");
    private static final Pattern FINDING_KEY = Pattern.compile("([^!:]+)!([^!]*)!([^!]+)");

    private Texts() {}
  }
}
