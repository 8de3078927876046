package cn.bidui.ledger;

import cn.bidui.judge.finding.Digest;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Entry.Answered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What people have answered so far: of several answers to one finding the latest counts. */
public final class Answers {

  /** Nobody has answered anything. */
  public static final Answers NONE = new Answers(List.of());

  private static final int PRINT_DIGITS = 8;

  private final Map<String, Answer> byFinding = new HashMap<>();
  private final UnaryOperator<String> notes;

  /** An answer and the number of its journal line. */
  public record Answer(long seq, Answered said) {

    /** The words for it in published data; the bare code if this version does not know it. */
    public String outcome() {
      return OutcomeCode.find(said.outcome()).map(OutcomeCode::published).orElse(said.outcome());
    }

    /** Names what was said without telling it, 8 hexadecimal digits: other words, other name. */
    public String print() {
      Proof proof = said.proof();
      EvidenceKind evidence = proof.evidence();
      return Digest.hex(
          PRINT_DIGITS,
          List.of(
              said.outcome(),
              said.by(),
              String.valueOf(said.until()),
              said.note(),
              said.facts(),
              evidence == null ? "" : evidence.code(),
              said.verifier(),
              said.verifiedOn().toString()));
    }

    /** Whether it speaks of these facts, and its last day has not passed on that day. */
    public boolean speaksOf(Finding finding, LocalDate asOf) {
      LocalDate until = said.until();
      return said.facts().equals(finding.facts()) && (until == null || !asOf.isAfter(until));
    }

    /** Whether it closes a finding with these facts on that day. */
    boolean closes(Finding finding, LocalDate asOf) {
      return OutcomeCode.find(said.outcome()).filter(OutcomeCode::closes).isPresent()
          && speaksOf(finding, asOf);
    }
  }

  /** Answers in any order. */
  public Answers(Collection<Answer> answers) {
    this(Map.of(), digest -> "");
    answers.stream()
        .sorted(Comparator.comparingLong(Answer::seq))
        .forEach(answer -> byFinding.put(answer.said().findingId(), answer));
  }

  private Answers(Map<String, Answer> byFinding, UnaryOperator<String> notes) {
    this.byFinding.putAll(byFinding);
    this.notes = notes;
  }

  /** The same, with the notes that were archived. */
  public Answers reading(UnaryOperator<String> archived) {
    return new Answers(byFinding, archived);
  }

  /** The words of a note by its digest; blank where there are none, or nobody reads them here. */
  public String note(String digest) {
    return digest.isEmpty() ? "" : notes.apply(digest);
  }

  /** The answer that counts for a finding. */
  public Optional<Answer> to(String findingId) {
    return Optional.ofNullable(byFinding.get(findingId));
  }

  /**
   * What speaks against recording an answer; empty if nothing does. Its outcome may still be as
   * typed: {@link OutcomeCode#find} gives the code to record.
   *
   * @param published the findings of the last publication
   */
  public static List<AnswerProblem> check(Collection<LedgerFinding> published, Answered answer) {
    List<AnswerProblem> problems = new ArrayList<>();
    Optional<LedgerFinding> finding =
        published.stream().filter(each -> isAbout(answer, each)).findFirst();
    if (finding.isEmpty()) {
      problems.add(AnswerProblem.UNKNOWN_FINDING);
    } else if (finding.get().state() == FindingState.RESOLVED) {
      problems.add(AnswerProblem.FINDING_RESOLVED);
    }
    if (answer.by().isBlank()) {
      problems.add(AnswerProblem.NOBODY_NAMED);
    }
    problems.addAll(checkOutcome(answer));
    return problems;
  }

  private static boolean isAbout(Answered answer, LedgerFinding finding) {
    return finding.finding().id().equals(answer.findingId());
  }

  private static List<AnswerProblem> checkOutcome(Answered answer) {
    List<AnswerProblem> problems = new ArrayList<>();
    Optional<OutcomeCode> outcome = OutcomeCode.find(answer.outcome());
    LocalDate until = answer.until();
    if (outcome.isEmpty()) {
      problems.add(AnswerProblem.UNKNOWN_OUTCOME);
    } else if (outcome.get().untilRequired() && until == null) {
      problems.add(AnswerProblem.UNTIL_MISSING);
    }
    if (until != null && until.isBefore(answer.asOf())) {
      problems.add(AnswerProblem.UNTIL_PAST);
    }
    if (answer.verifiedOn().isAfter(answer.asOf())) {
      problems.add(AnswerProblem.VERIFIED_LATER);
    }
    return problems;
  }

  /**
   * The answer with the last day that its outcome has by itself, where it names none: what lies
   * outside the county is looked at again every school year.
   */
  public static Answered dated(Answered answer) {
    if (answer.until() != null) {
      return answer;
    }
    return new Answered(
        answer.findingId(),
        answer.outcome(),
        answer.by(),
        OutcomeCode.find(answer.outcome())
            .flatMap(code -> code.lastDay(answer.asOf()))
            .orElse(null),
        answer.note(),
        answer.facts(),
        answer.asOf(),
        answer.proof());
  }
}
