package cn.bidui.batch;

import cn.bidui.batch.Reply.Place;
import cn.bidui.ledger.AnswerKey;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.source.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what stands on a row can be an answer at all: key, seal, words, names and days. */
final class ReplyForm {

  private final JournalState state;
  private final LocalDate asOf;

  /** The latest first: a workbook is mostly of the last night. */
  private final List<NightSeal> seals;

  /** What a row says. */
  sealed interface Filled {

    /** An answer. */
    record Said(Reply reply) implements Filled {}

    /** Something that is no answer. */
    record Faulty(ProblemCode problem) implements Filled {}
  }

  /**
   * @param asOf the day on which the workbook came
   */
  ReplyForm(JournalState state, LocalDate asOf) {
    this.state = state;
    this.asOf = asOf;
    this.seals = new ArrayList<>(state.seals().all());
    Collections.reverse(seals);
  }

  /** What {@code said} is, which is not blank. */
  Filled read(Place place, FilledIn said) {
    if (said.key().isEmpty() && said.check().isEmpty()) {
      return new Filled.Faulty(ProblemCode.ANSWER_NOT_KEYED);
    }
    Optional<NightSeal> seal = seal(said);
    Optional<AnswerKey> key = AnswerKey.read(said.key());
    if (seal.isEmpty() || key.isEmpty()) {
      return new Filled.Faulty(unsealed(said));
    }
    Optional<OutcomeCode> code = OutcomeCode.find(said.outcome());
    Optional<ProblemCode> fault = words(said, code).or(() -> days(said, code.orElseThrow()));
    return fault.isPresent()
        ? new Filled.Faulty(fault.get())
        : new Filled.Said(
            new Reply(
                place,
                said,
                key.get(),
                state.seals().since(seal.get()),
                code.orElseThrow(),
                EvidenceKind.find(said.evidence()).orElse(null),
                FilledIn.day(said.date()).orElse(null),
                FilledIn.day(said.until()).orElse(null)));
  }

  /** The night under whose seal the row went out; each row is known by its own. */
  Optional<NightSeal> seal(FilledIn said) {
    Optional<NightSeal> named =
        state.seals().find(said.night()).filter(night -> sealed(night, said));
    return named.isPresent()
        ? named
        : seals.stream().filter(night -> sealed(night, said)).findFirst();
  }

  private static boolean sealed(NightSeal night, FilledIn said) {
    return night.seal(said.key()).equals(said.check());
  }

  /** A whole workbook of somebody else's is told from one whose keys were changed. */
  private ProblemCode unsealed(FilledIn said) {
    boolean foreign = !said.night().isEmpty() && state.seals().find(said.night()).isEmpty();
    return foreign ? ProblemCode.ANSWER_KEY_FOREIGN : ProblemCode.ANSWER_KEY_CHANGED;
  }

  private static Optional<ProblemCode> words(FilledIn said, Optional<OutcomeCode> code) {
    if (said.outcome().isEmpty()) {
      return Optional.of(ProblemCode.ANSWER_MISSING);
    } else if (code.isEmpty()) {
      return Optional.of(ProblemCode.ANSWER_UNKNOWN);
    } else if (said.by().isEmpty()) {
      return Optional.of(ProblemCode.ANSWER_NOBODY);
    }
    boolean unknown = !said.evidence().isEmpty() && EvidenceKind.find(said.evidence()).isEmpty();
    return unknown ? Optional.of(ProblemCode.ANSWER_EVIDENCE) : Optional.empty();
  }

  private Optional<ProblemCode> days(FilledIn said, OutcomeCode code) {
    @Nullable LocalDate date = FilledIn.day(said.date()).orElse(null);
    @Nullable LocalDate until = FilledIn.day(said.until()).orElse(null);
    if (date == null && !said.date().isEmpty()) {
      return Optional.of(ProblemCode.ANSWER_DATE);
    } else if (date != null && date.isAfter(asOf)) {
      return Optional.of(ProblemCode.ANSWER_DATE_LATER);
    } else if (until == null && !said.until().isEmpty()) {
      return Optional.of(ProblemCode.ANSWER_UNTIL);
    } else if (until == null && code.untilRequired()) {
      return Optional.of(ProblemCode.ANSWER_UNTIL_MISSING);
    }
    boolean past = until != null && until.isBefore(asOf);
    return past ? Optional.of(ProblemCode.ANSWER_UNTIL_PAST) : Optional.empty();
  }
}
