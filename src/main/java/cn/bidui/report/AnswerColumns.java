package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.AnswerKey;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.SameCause;
import cn.bidui.report.Column.NoDay;
import cn.bidui.report.Column.Styled;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The columns by which a row is known when it comes back, and those that people fill in. Their
 * headers are public interface (contract §7).
 */
final class AnswerColumns {

  private final LocalDate asOf;
  private final Answers answers;
  private final NightSeal seal;
  private final List<SameCause.Group> groups;
  private final Map<String, LedgerFinding> findings = new HashMap<>();

  AnswerColumns(NightReport night) {
    this.asOf = night.asOf();
    this.answers = night.answers();
    this.seal = night.followed().seal();
    this.groups = SameCause.groups(night.findings());
    night.findings().forEach(entry -> findings.put(entry.finding().id(), entry));
  }

  /**
   * What stands in the answer cells of a row.
   *
   * @param asked whether anything is to be filled in
   * @param outcome the words for its outcome
   * @param reading which of its words the reader may read
   */
  record Shown(
      boolean asked,
      Optional<Answer> answer,
      Function<Answer, String> outcome,
      UnaryOperator<String> reading) {

    /** A row that nobody has answered. */
    static Shown unanswered() {
      return new Shown(true, Optional.empty(), Answer::outcome, text -> text);
    }
  }

  /** Findings with one cause, the largest group first. */
  List<SameCause.Group> groups() {
    return groups;
  }

  /** The finding of that id. */
  Optional<LedgerFinding> finding(String id) {
    return Optional.ofNullable(findings.get(id));
  }

  AnswerKey key(LedgerFinding entry) {
    return AnswerKey.of(entry.finding(), answers.to(entry.finding().id()));
  }

  AnswerKey key(SameCause.Group group) {
    return AnswerKey.of(group, findings);
  }

  /** Key and seal, hidden. */
  <T> List<Column<T>> keys(Function<T, AnswerKey> key) {
    return List.of(
        Column.of("report.column.key", 0, row -> key.apply(row).text()),
        Column.of("report.column.key-check", 0, row -> seal.seal(key.apply(row).text())));
  }

  /** What stands in the answer cells of a finding of {@code topic}. */
  Function<LedgerFinding, Shown> standing(Topic topic, Audience audience) {
    return entry ->
        new Shown(
            entry.state() != FindingState.RESOLVED,
            standing(entry),
            said -> outcome(said, topic),
            text -> audience.read(text, entry.finding()));
  }

  /** To a plain question in plain words. */
  private static String outcome(Answer answer, Topic topic) {
    return topic == Topic.UNDECIDED
        ? OutcomeCode.find(answer.said().outcome())
            .map(code -> code.label(Words.ZH.messages()))
            .orElse(answer.outcome())
        : answer.outcome();
  }

  /** The answer that still counts: one that closed a finding which is open again does not. */
  Optional<Answer> standing(LedgerFinding entry) {
    Finding finding = entry.finding();
    return answers
        .to(finding.id())
        .filter(answer -> answer.speaksOf(finding, asOf))
        .filter(answer -> entry.state() == FindingState.EXPLAINED || stillSaid(answer, entry));
  }

  private static boolean stillSaid(Answer answer, LedgerFinding entry) {
    boolean closes =
        OutcomeCode.find(answer.said().outcome()).filter(OutcomeCode::closes).isPresent();
    return entry.state().open() && entry.state() != FindingState.REOPENED && !closes;
  }

  /** The columns that people fill in; {@code names} names the list of answers of a row. */
  <T> List<Column<T>> cells(Function<? super T, String> names, Function<T, Shown> shown) {
    return List.of(
        Column.choose("report.column.answer", 16, names, text(shown, this::outcome)),
        Column.fillIn("report.column.answer-note", 14, text(shown, this::note)),
        Column.fillIn("report.column.answer-by", 9, text(shown, (row, said) -> said.said().by())),
        Column.day("report.column.answer-date", 11, day(shown, said -> said.said().verifiedOn())),
        Column.choose(
            "report.column.answer-evidence", 12, row -> Choices.EVIDENCE, text(shown, this::proof)),
        Column.day("report.column.answer-until", 11, day(shown, said -> said.said().until())));
  }

  /** The words of an answer for one cell. */
  @FunctionalInterface
  private interface CellText {
    String of(Shown row, Answer said);
  }

  private String outcome(Shown row, Answer said) {
    return row.outcome().apply(said);
  }

  /** A note of which the reader may read a part only stays away: it would come back changed. */
  private String note(Shown row, Answer said) {
    String note = answers.note(said.said().note());
    return row.reading().apply(note).equals(note) ? note : "";
  }

  private String proof(Shown row, Answer said) {
    EvidenceKind evidence = said.said().proof().evidence();
    return evidence == null ? "" : evidence.label(Words.ZH.messages());
  }

  private static <T> Function<T, Object> text(Function<T, Shown> shown, CellText text) {
    return row -> {
      Shown cell = shown.apply(row);
      String words = cell.answer().map(said -> text.of(cell, said)).orElse("");
      return cell.asked() ? new Styled(Look.FILL_IN, words) : "";
    };
  }

  private static <T> Function<T, Object> day(
      Function<T, Shown> shown, Function<Answer, LocalDate> day) {
    return row -> {
      Shown cell = shown.apply(row);
      Object value = cell.answer().map(day).map(Object.class::cast).orElse(NoDay.BLANK);
      return new Styled(cell.asked() ? Look.FILL_IN : Look.MUTED, Objects.requireNonNull(value));
    };
  }
}
