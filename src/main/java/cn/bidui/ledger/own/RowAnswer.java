package cn.bidui.ledger.own;

import cn.bidui.ledger.AnswerProblem;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.Proof;
import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.ledger.own.Fate.Taken;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a row the answer to a finding, or says why it is none. */
final class RowAnswer {

  private static final Set<OutcomeCode> ON_IDENTITY =
      Set.of(OutcomeCode.S, OutcomeCode.T, OutcomeCode.U);

  private final OutcomeWords words;
  private final Answers answers;
  private final LocalDate asOf;
  private final String by;

  RowAnswer(OutcomeWords words, Answers answers, LocalDate asOf, String by) {
    this.words = words;
    this.answers = answers;
    this.asOf = asOf;
    this.by = by;
  }

  Fate answer(OwnRow row, Asked asked) {
    String text = row.text(Field.OUTCOME);
    Optional<OutcomeCode> outcome = words.outcome(text);
    if (outcome.isEmpty()) {
      return text.isEmpty()
          ? Left.of(row, Reason.NO_OUTCOME)
          : Left.of(row, Reason.UNKNOWN_OUTCOME, text);
    }
    if (ON_IDENTITY.contains(outcome.get())) {
      return Left.of(row, Reason.IDENTITY, asked.findingId());
    }
    return unreadable(row).orElseGet(() -> checked(row, asked, outcome.get()));
  }

  private static Optional<Fate> unreadable(OwnRow row) {
    return Stream.of(Field.CHECKED_ON, Field.VALID_UNTIL)
        .filter(field -> !row.text(field).isEmpty() && row.day(field).isEmpty())
        .map(field -> (Fate) Left.of(row, Reason.DATE_UNREADABLE, row.text(field)))
        .findFirst();
  }

  private Fate checked(OwnRow row, Asked asked, OutcomeCode code) {
    Answered answered = answered(row, asked, code);
    List<AnswerProblem> problems = Answers.check(List.of(asked.listed()), answered);
    if (!problems.isEmpty()) {
      return problem(row, problems.get(0), code);
    }
    return standing(asked)
        .map(before -> (Fate) before(row, before, code))
        .orElseGet(() -> new Taken(row, answered, note(row, code)));
  }

  /** What was found to hold for a school year holds for that in which it was looked at. */
  private Answered answered(OwnRow row, Asked asked, OutcomeCode code) {
    LocalDate verified = row.day(Field.CHECKED_ON).orElse(asOf);
    @Nullable LocalDate until =
        row.day(Field.VALID_UNTIL).or(() -> code.lastDay(verified)).orElse(null);
    return new Answered(
        asked.findingId(),
        code.name(),
        by,
        until,
        "",
        asked.listed().finding().facts(),
        asOf,
        new Proof(
            evidence(row).orElse(null),
            row.text(Field.VERIFIED_BY),
            row.day(Field.CHECKED_ON).orElse(null)));
  }

  private static Left problem(OwnRow row, AnswerProblem problem, OutcomeCode code) {
    return switch (problem) {
      case UNTIL_MISSING -> Left.of(row, Reason.UNTIL_MISSING, code.published());
      case UNTIL_PAST -> Left.of(row, Reason.EXPIRED, code.published());
      case VERIFIED_LATER -> Left.of(row, Reason.VERIFIED_LATER, row.text(Field.CHECKED_ON));
      case UNKNOWN_OUTCOME, NOBODY_NAMED -> Left.of(row, Reason.UNKNOWN_OUTCOME, code.name());
      case UNKNOWN_FINDING, FINDING_RESOLVED -> Left.of(row, Reason.NO_FINDING);
    };
  }

  /** An earlier answer that has run out, or was given to other facts, stands in nobody's way. */
  private Optional<Answer> standing(Asked asked) {
    return answers
        .to(asked.findingId())
        .filter(answer -> answer.said().facts().equals(asked.listed().finding().facts()))
        .filter(answer -> answer.said().until() == null || !asOf.isAfter(answer.said().until()));
  }

  boolean isAnswered(Asked asked) {
    return standing(asked).isPresent();
  }

  private static Left before(OwnRow row, Answer before, OutcomeCode code) {
    return Left.of(
        row,
        before.said().outcome().equals(code.name()) ? Reason.ALREADY_ANSWERED : Reason.CONFLICT,
        before.said().findingId(),
        before.outcome(),
        before.said().by(),
        code.label(Messages.ZH));
  }

  /** Evidence of a kind that is not known is some other paper, and its words go into the note. */
  private Optional<EvidenceKind> evidence(OwnRow row) {
    String text = row.text(Field.EVIDENCE);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(words.evidence(text).orElse(EvidenceKind.OTHER));
  }

  private String note(OwnRow row, OutcomeCode code) {
    String outcome = row.text(Field.OUTCOME);
    String evidence = row.text(Field.EVIDENCE);
    boolean said = OutcomeCode.find(outcome).filter(code::equals).isPresent();
    return Stream.of(
            row.text(Field.REMARK),
            said ? "" : outcome,
            EvidenceKind.find(evidence).isPresent() ? "" : evidence)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("；"));
  }
}
