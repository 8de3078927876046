package cn.bidui.report;

import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.report.Column.Styled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The columns of a sheet of findings, by topic: who, what, why, where, and room for the answer. */
final class FindingColumns {

  private static final Pattern MONEY = Pattern.compile("-?\\d{1,12}\\.\\d{2}");
  private static final Words WORDS = Words.ZH;

  private FindingColumns() {}

  static List<Column<LedgerFinding>> of(Topic topic, Audience audience, AnswerColumns answers) {
    List<Column<LedgerFinding>> columns = new ArrayList<>(answers.keys(answers::key));
    columns.addAll(who(audience));
    if (topic == Topic.AID || topic == Topic.QUALITY) {
      columns.addAll(grant(audience));
    } else {
      columns.add(found(audience));
    }
    columns.addAll(evidence(audience));
    columns.addAll(answers.cells(entry -> Choices.name(topic), answers.standing(topic, audience)));
    return columns;
  }

  private static List<Column<LedgerFinding>> who(Audience audience) {
    return List.of(
        Column.of("report.column.school", 14, entry -> entry.finding().school()),
        Column.of("report.column.township", 9, entry -> entry.finding().township()),
        Column.of("report.column.severity", 6, FindingColumns::severity),
        Column.of("report.column.state", 7, entry -> WORDS.state(entry.state())),
        Column.of("report.column.rule", 12, entry -> WORDS.rule(entry.finding().rule())),
        Column.of("report.column.outcome", 12, LedgerFinding::outcome),
        Column.of("report.column.name", 9, entry -> name(entry, audience)),
        Column.of("report.column.citizen-id", 20, entry -> Masks.id(entry.finding().citizenId())),
        Column.of("report.column.grade", 9, entry -> entry.finding().grade()),
        Column.of("report.column.category", 11, entry -> entry.finding().category()));
  }

  private static List<Column<LedgerFinding>> grant(Audience audience) {
    return List.of(
        Column.of("report.column.program", 11, entry -> entry.finding().program()),
        Column.of("report.column.term", 8, entry -> entry.finding().term()),
        Column.of("report.column.due", 10, entry -> money(entry.finding().due())),
        found(audience));
  }

  private static Column<LedgerFinding> found(Audience audience) {
    return Column.of("report.column.found", 11, entry -> money(audience.found(entry.finding())));
  }

  private static List<Column<LedgerFinding>> evidence(Audience audience) {
    return List.of(
        Column.of("report.column.why", 32, entry -> audience.why(entry.finding())),
        Column.of("report.column.where", 30, entry -> audience.where(entry.finding())),
        Column.of("report.column.first-seen", 11, entry -> entry.firstSeen().toString()));
  }

  private static Object severity(LedgerFinding entry) {
    String label = WORDS.severity(entry.finding().severity());
    boolean urgent = entry.state().open() && entry.finding().severity() == Severity.HIGH;
    return urgent ? new Styled(Look.ALARM, label) : label;
  }

  /** The pupil's own name; where a finding is about a pair, the other's only as far as allowed. */
  private static String name(LedgerFinding entry, Audience audience) {
    return audience.read(entry.finding().name(), entry.finding());
  }

  private static Object money(String text) {
    return MONEY.matcher(text).matches() ? new BigDecimal(text) : text;
  }

  /** Closed findings step back. */
  static Look look(LedgerFinding entry) {
    return entry.state().open() ? Look.TEXT : Look.MUTED;
  }
}
