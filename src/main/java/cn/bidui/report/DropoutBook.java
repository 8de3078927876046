package cn.bidui.report;

import cn.bidui.ledger.Answers;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger of children who may have left school (疑似辍学台账): what the lists tell of each, how far
 * their case has come, and room for what teacher, village and family do about it.
 */
final class DropoutBook {

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final Places places;
  private final Audience audience;

  DropoutBook(NightReport night, Places places) {
    this.night = night;
    this.places = places;
    this.audience = Audience.county(places);
  }

  void write(Path target) throws IOException {
    String title = WORDS.text("report.book.dropout");
    List<LedgerFinding> cases =
        night.findings().stream()
            .filter(entry -> Dropouts.RULES.contains(entry.finding().rule()))
            .filter(entry -> entry.state() != FindingState.RESOLVED)
            .sorted(FindingOrder.FOR_CLERKS)
            .toList();
    try (Book book = new Book(night.asOf(), title, cases.size())) {
      book.page(WORDS.text("report.sheet.ledger"))
          .across(3, 2)
          .list(columns(), cases, FindingColumns::look);
      book.save(target);
    }
  }

  private List<Column<LedgerFinding>> columns() {
    List<Column<LedgerFinding>> columns = new ArrayList<>(child());
    columns.addAll(suspicion());
    columns.addAll(new CaseColumns(night.followed()).all());
    columns.addAll(outcome());
    return columns;
  }

  /** What has been answered stands there already, with its evidence (佐证) and its last day. */
  private List<Column<LedgerFinding>> outcome() {
    return List.of(
        Column.answered("report.column.feedback-class", 12, answer(Answers.Answer::outcome)),
        Column.answered("report.column.proof", 12, answer(DropoutBook::proof)),
        Column.answered("report.column.closed-on", 11, answer(DropoutBook::verifiedOn)),
        Column.answered("report.column.checked-by", 9, answer(said -> said.said().verifier())),
        Column.answered("report.column.stands-until", 11, answer(DropoutBook::until)));
  }

  private Function<LedgerFinding, String> answer(Function<Answers.Answer, String> text) {
    return entry ->
        entry.state() == FindingState.EXPLAINED
            ? night.answers().to(entry.finding().id()).map(text).orElse("")
            : "";
  }

  private static String proof(Answers.Answer answer) {
    return Optional.ofNullable(answer.said().proof().evidence())
        .map(evidence -> evidence.label(WORDS.messages()))
        .orElseGet(() -> WORDS.text("report.proof-wanted"));
  }

  private static String verifiedOn(Answers.Answer answer) {
    return answer.said().verifiedOn().toString();
  }

  private static String until(Answers.Answer answer) {
    return Objects.toString(answer.said().until(), "");
  }

  private List<Column<LedgerFinding>> child() {
    return List.of(
        Column.of("report.column.key", 0, entry -> entry.finding().id()),
        Column.of("report.column.name", 9, entry -> entry.finding().name()),
        Column.of("report.column.sex", 5, this::sex),
        Column.of("report.column.citizen-id", 20, entry -> Masks.id(entry.finding().citizenId())),
        Column.of("report.column.student-number", 12, fromRoll(DropoutBook::studentNumber)),
        Column.of("report.column.home", 14, this::home),
        Column.of("report.column.household-kind", 12, fromHousehold(DropoutBook::kind)),
        Column.of("report.column.disability", 6, fromHousehold(DropoutBook::disability)),
        Column.of("report.column.guardian", 10, this::guardian),
        Column.of("report.column.former-school", 14, entry -> entry.finding().school()),
        Column.of("report.column.grade", 9, entry -> entry.finding().grade()),
        Column.of("report.column.class", 8, fromRoll(RollRecord::className)));
  }

  private List<Column<LedgerFinding>> suspicion() {
    return List.of(
        Column.of("report.column.suspected-since", 11, entry -> entry.firstSeen().toString()),
        Column.of("report.column.found-by", 12, entry -> WORDS.rule(entry.finding().rule())),
        Column.of("report.column.reason", 9, fromHousehold(HouseholdRecord::notInSchoolReason)),
        Column.of("report.column.state", 7, entry -> WORDS.state(entry.state())),
        Column.of("report.column.outcome", 10, LedgerFinding::outcome),
        Column.of("report.column.why", 26, entry -> audience.why(entry.finding())),
        Column.of("report.column.where", 22, entry -> audience.where(entry.finding())));
  }

  private Function<LedgerFinding, String> fromHousehold(Function<HouseholdRecord, String> text) {
    return entry -> household(entry).map(text).orElse("");
  }

  private Function<LedgerFinding, String> fromRoll(Function<RollRecord, String> text) {
    return entry -> roll(entry).map(text).orElse("");
  }

  private Optional<HouseholdRecord> household(LedgerFinding entry) {
    return places.record(entry.finding(), HouseholdRecord.class);
  }

  private Optional<RollRecord> roll(LedgerFinding entry) {
    return places.record(entry.finding(), RollRecord.class);
  }

  private String sex(LedgerFinding entry) {
    Optional<Sex> atHome = household(entry).flatMap(record -> Optional.ofNullable(record.sex()));
    return atHome
        .or(() -> roll(entry).flatMap(record -> Optional.ofNullable(record.sex())))
        .map(Sex::label)
        .orElse("");
  }

  private String home(LedgerFinding entry) {
    return household(entry)
        .map(record -> record.township() + record.village())
        .filter(home -> !home.isEmpty())
        .orElse(entry.finding().township());
  }

  private String guardian(LedgerFinding entry) {
    Optional<PersonName> head =
        household(entry).flatMap(record -> Optional.ofNullable(record.headName()));
    Optional<PersonName> onRoll =
        roll(entry)
            .flatMap(record -> record.guardians().stream().findFirst())
            .map(RollRecord.Guardian::name);
    return head.or(() -> onRoll).map(PersonName::raw).orElse("");
  }

  private static String studentNumber(RollRecord record) {
    return Optional.ofNullable(record.studentNumber())
        .map(StudentNumber::text)
        .map(Masks::id)
        .orElse("");
  }

  private static String kind(HouseholdRecord record) {
    return Stream.of(
            record.liftedOut() ? WORDS.text("report.kind.lifted-out") : "",
            Optional.ofNullable(record.monitored()).map(MonitoredKind::label).orElse(""),
            record.minimumLiving() == Welfare.NONE ? "" : WORDS.text("report.kind.minimum-living"),
            record.extremePoverty() == Welfare.NONE ? "" : WORDS.text("report.kind.extreme"),
            record.orphan() ? WORDS.text("report.kind.orphan") : "")
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.joining(WORDS.text("report.and")));
  }

  private static String disability(HouseholdRecord record) {
    return record.disabled() ? WORDS.text("report.kind.disabled") : "";
  }
}
