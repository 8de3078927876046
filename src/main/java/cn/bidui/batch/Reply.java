package cn.bidui.batch;

import cn.bidui.ledger.AnswerKey;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.Proof;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer on a row of a workbook whose form is right; what its finding says to it is not known
 * yet.
 *
 * @param sealedAt the journal's first line about the night under whose seal it was printed
 * @param date the day on which it was looked into; null if none is named
 */
record Reply(
    Place place,
    FilledIn said,
    AnswerKey key,
    long sealedAt,
    OutcomeCode code,
    @Nullable EvidenceKind evidence,
    @Nullable LocalDate date,
    @Nullable LocalDate until) {

  /** A row of the workbook. */
  record Place(String sheet, int row) {}

  /** Whether it only says again what {@code answer} has said: what is left blank takes nothing. */
  boolean repeats(Answer answer, String archivedNote) {
    Answered before = answer.said();
    Proof proof = before.proof();
    return before.outcome().equals(code.name())
        && before.by().strip().equals(said.by())
        && (said.note().isEmpty() || said.note().equals(archivedNote.replace("\r\n", "\n")))
        && (evidence == null || evidence == proof.evidence())
        && (date == null || date.equals(before.verifiedOn()))
        && (until == null || until.equals(before.until()));
  }

  /** Whether the other says the same of its question. */
  boolean saysTheSameAs(Reply other) {
    return code == other.code
        && said.note().equals(other.said.note())
        && said.by().equals(other.said.by())
        && evidence == other.evidence
        && Objects.equals(date, other.date)
        && Objects.equals(until, other.until);
  }

  /** The last day on which it holds; null if it holds as long as the facts. */
  @Nullable LocalDate lastDay(LocalDate asOf) {
    return until == null ? code.lastDay(asOf).orElse(null) : until;
  }

  /** What is journaled of it about {@code finding}; {@code note} is the archived note's digest. */
  Answered about(LedgerFinding finding, String note, LocalDate asOf) {
    @Nullable LocalDate verified = asOf.equals(date) ? null : date;
    return Answers.dated(
        new Answered(
            finding.finding().id(),
            code.name(),
            said.by(),
            until,
            note,
            finding.finding().facts(),
            asOf,
            new Proof(evidence, "", verified)));
  }

  /** The place only: the words may name a person. */
  @Override
  public String toString() {
    return "Reply[" + place.sheet() + "!" + place.row() + "]";
  }
}
