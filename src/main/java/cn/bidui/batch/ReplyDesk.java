package cn.bidui.batch;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.AnswerKey;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Resolution;
import cn.bidui.ledger.SameCause;
import cn.bidui.link.PinnedLink;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known when a workbook of answers is read: findings, earlier answers, earlier rulings. */
final class ReplyDesk {

  private final NightOrder order;
  private final OpenRecord record;
  private final Receipt receipt;
  private final Map<String, LedgerFinding> findings = new LinkedHashMap<>();
  private final Map<String, SameCause.Group> groups = new LinkedHashMap<>();
  private final Answers answers;
  private final KeptText texts;
  private final Map<String, Resolution> resolved;
  private final List<PinnedLink> pins;
  private @Nullable EvidenceRows evidence;

  /**
   * @param published the findings of the last publication
   */
  ReplyDesk(NightOrder order, OpenRecord record, Receipt receipt, List<LedgerFinding> published) {
    this.order = order;
    this.record = record;
    this.receipt = receipt;
    this.answers = record.state().answers();
    this.texts = new KeptText(record.archive());
    this.resolved = record.state().resolvedBefore(LocalDate.MAX);
    this.pins = new ArrayList<>(record.state().pins());
    published.forEach(entry -> findings.put(entry.finding().id(), entry));
    SameCause.groups(published).forEach(group -> groups.put(group.id(), group));
  }

  JournalState state() {
    return record.state();
  }

  /** The day on which the workbook came. */
  LocalDate asOf() {
    return receipt.received().asOf();
  }

  Optional<LedgerFinding> finding(String id) {
    return Optional.ofNullable(findings.get(id));
  }

  /** The group that {@code key} names, if it is still what was printed. */
  Optional<SameCause.Group> group(AnswerKey.OfGroup key) {
    return Optional.ofNullable(groups.get(key.id()))
        .filter(group -> AnswerKey.of(group, findings).equals(key));
  }

  /** The last answer to a finding. */
  Optional<Answer> answer(String id) {
    return answers.to(id);
  }

  /**
   * Whether {@code answer} is all that is left of an earlier reading of this workbook, which a
   * crash cut short. Where it ruled on who is who, what it came to is not known any more.
   */
  boolean isOfThisWorkbook(Answer answer, Reply reply, Finding finding) {
    return answer.seq() > receipt.number()
        && record.state().isUnread(answer)
        && !IdentityRuling.concerns(reply.code(), finding);
  }

  /** The words of an answer's note. */
  String note(Answer answer) {
    return answer.said().note().isEmpty() ? "" : texts.of(answer.said().note());
  }

  /** Whether {@code answer} still counts for {@code finding}. */
  boolean stands(Answer answer, Finding finding) {
    @Nullable Resolution gone = resolved.get(finding.id());
    return answer.speaksOf(finding, asOf()) && (gone == null || answer.seq() > gone.seq());
  }

  /** Whether somebody has answered since the row was printed, or printed rows tell of no answer. */
  boolean answeredSince(AnswerKey.OfFinding key) {
    return answer(key.id()).filter(last -> !last.print().equals(key.answer())).isPresent();
  }

  /**
   * Whether the file may answer for {@code school} or {@code township}: what lies in a unit's
   * sub-folder may for that unit only.
   */
  boolean mayAnswer(String school, String township) {
    String unit = SchoolRegistry.fold(receipt.received().file().unit());
    return unit.isEmpty()
        || unit.equals(SchoolRegistry.fold(school))
        || unit.equals(SchoolRegistry.fold(township));
  }

  /** What speaks against answering the finding that {@code key} names; empty if nothing does. */
  Optional<ProblemCode> against(AnswerKey.OfFinding key, Reply reply) {
    Optional<LedgerFinding> entry = finding(key.id());
    if (entry.isEmpty()) {
      return Optional.of(
          resolved.containsKey(key.id()) ? ProblemCode.FINDING_RESOLVED : ProblemCode.FINDING_GONE);
    }
    Finding finding = entry.get().finding();
    if (!mayAnswer(finding.school(), finding.township())) {
      return Optional.of(ProblemCode.ANSWER_ELSEWHERE);
    } else if (!key.speaksOf(finding)) {
      return Optional.of(ProblemCode.FINDING_CHANGED);
    }
    // A ruling on identity can be turned round although it has settled the question.
    boolean over =
        entry.get().state() == FindingState.RESOLVED
            && !IdentityRuling.concerns(reply.code(), finding);
    return over ? Optional.of(ProblemCode.FINDING_RESOLVED) : Optional.empty();
  }

  /** Reads the rows that rulings rest on, each file once. */
  void lookUp(Collection<Finding> rulings) {
    Set<RowRef> places = new LinkedHashSet<>();
    rulings.forEach(finding -> places.addAll(finding.evidence()));
    evidence =
        EvidenceRows.read(List.copyOf(places), record.archive(), record.state(), order.profiles());
  }

  /** The ruling of {@code reply} on {@code finding}, after all rulings so far. */
  IdentityRuling.Made rule(Reply reply, Finding finding) {
    if (!IdentityRuling.concerns(reply.code(), finding)) {
      return IdentityRuling.Made.Stands.ALONE;
    }
    EvidenceRows rows = Objects.requireNonNull(evidence, "rulings are looked up first");
    IdentityRuling.Made made =
        new IdentityRuling(pins, record.key().handles())
            .make(reply.code(), finding, rows, reply.said().by());
    if (made instanceof IdentityRuling.Made.Stands stands) {
      stands.pins().stream()
          .filter(Entry.Pinned.class::isInstance)
          .map(Entry.Pinned.class::cast)
          .forEach(pin -> pins.add(pin.link()));
    }
    return made;
  }

  /** Archives a note; the digest of a blank one is blank. */
  String keep(String note) {
    return note.isEmpty() ? "" : NightFailure.discreetly(() -> put(note));
  }

  private String put(String note) throws IOException {
    return record.archive().put(note.getBytes(StandardCharsets.UTF_8));
  }
}
