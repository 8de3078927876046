package cn.bidui.report.forms;

import cn.bidui.judge.finding.Finding;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the lists tell of one child; of several the first that says anything. */
final class ChildReading {

  private static final Messages WORDS = Messages.ZH;

  private final List<Finding> findings;
  private final Optional<RollRecord> roll;
  private final Optional<HouseholdRecord> household;
  private final Optional<PopulationRecord> population;
  private final Optional<DisabilityRecord> disability;
  private final Optional<RollChangeRecord> change;

  ChildReading(List<Finding> findings, Rows rows) {
    this.findings = List.copyOf(findings);
    this.roll = first(findings, rows, RollRecord.class);
    this.household = first(findings, rows, HouseholdRecord.class);
    this.population = first(findings, rows, PopulationRecord.class);
    this.disability = first(findings, rows, DisabilityRecord.class);
    this.change = first(findings, rows, RollChangeRecord.class);
  }

  /** The first row of a list of {@code type} that one of {@code findings} rests on. */
  private static <T extends ListRecord> Optional<T> first(
      List<Finding> findings, Rows rows, Class<T> type) {
    return findings.stream()
        .map(finding -> rows.record(finding, type))
        .flatMap(Optional::stream)
        .findFirst();
  }

  Dossier.Child child(Ids ids) {
    return new Dossier.Child(
        text(Finding::name),
        value(RollRecord::sex, HouseholdRecord::sex, PopulationRecord::sex)
            .or(() -> disability.flatMap(card -> Optional.ofNullable(card.sex())))
            .map(Sex::label)
            .orElse(""),
        birth(),
        ids.show(id(ids)),
        studentNumber().map(StudentNumber::text).map(ids::show).orElse(""),
        disability());
  }

  private String text(Function<Finding, String> of) {
    return findings.stream().map(of).filter(found -> !found.isEmpty()).findFirst().orElse("");
  }

  private <T> Optional<T> value(
      Function<RollRecord, @Nullable T> onRoll,
      Function<HouseholdRecord, @Nullable T> atHome,
      Function<PopulationRecord, @Nullable T> inVillage) {
    return roll.flatMap(row -> Optional.ofNullable(onRoll.apply(row)))
        .or(() -> household.flatMap(row -> Optional.ofNullable(atHome.apply(row))))
        .or(() -> population.flatMap(row -> Optional.ofNullable(inVillage.apply(row))));
  }

  private @Nullable LocalDate birth() {
    return value(RollRecord::birth, HouseholdRecord::birth, PopulationRecord::birth)
        .or(() -> disability.flatMap(card -> Optional.ofNullable(card.birth())))
        .or(() -> valid().map(CitizenId::birthDate))
        .orElse(null);
  }

  /** A finding has it masked; whole it stands in the lists only. */
  private String id(Ids ids) {
    if (ids == Ids.MASKED) {
      return text(Finding::citizenId);
    }
    return valid()
        .map(CitizenId::text)
        .or(() -> readings().map(ChildReading::typed).filter(id -> !id.isEmpty()).findFirst())
        .orElseGet(() -> text(Finding::citizenId));
  }

  private Optional<CitizenId> valid() {
    return readings().flatMap(reading -> Stream.ofNullable(reading.idOrNull())).findFirst();
  }

  private Stream<CitizenIdReading> readings() {
    return Stream.of(roll, household, population, disability, change)
        .flatMap(Optional::stream)
        .map(ListRecord::id);
  }

  private static String typed(CitizenIdReading reading) {
    return reading instanceof CitizenIdReading.Invalid invalid ? invalid.cleaned() : "";
  }

  private Optional<StudentNumber> studentNumber() {
    return roll.flatMap(row -> Optional.ofNullable(row.studentNumber()))
        .or(() -> change.flatMap(row -> Optional.ofNullable(row.studentNumber())));
  }

  /** From the card with kind and level; a household says only that there is one. */
  private String disability() {
    return disability
        .map(ChildReading::disability)
        .filter(words -> !words.isEmpty())
        .or(
            () ->
                household
                    .filter(HouseholdRecord::disabled)
                    .map(row -> WORDS.text("report.kind.disabled")))
        .orElse("");
  }

  private static String disability(DisabilityRecord card) {
    String kind = Optional.ofNullable(card.kind()).map(DisabilityRecord.Kind::label).orElse("");
    @Nullable Integer level = card.level();
    return level == null ? kind : WORDS.text("form.disability", kind, level);
  }

  Dossier.Home home() {
    return new Dossier.Home(
        text(Finding::township),
        household
            .map(HouseholdRecord::village)
            .filter(village -> !village.isEmpty())
            .or(() -> population.map(PopulationRecord::village))
            .orElse(""),
        household.map(ChildReading::kind).orElse(""),
        guardian());
  }

  private String guardian() {
    return household
        .flatMap(row -> Optional.ofNullable(row.headName()))
        .or(() -> roll.flatMap(row -> named(row.guardians())))
        .or(() -> population.flatMap(row -> named(row.guardians())))
        .or(() -> population.flatMap(row -> Optional.ofNullable(row.headName())))
        .or(() -> disability.flatMap(row -> named(row.guardians())))
        .map(PersonName::raw)
        .orElse("");
  }

  private static Optional<PersonName> named(List<RollRecord.Guardian> guardians) {
    return guardians.stream().map(RollRecord.Guardian::name).findFirst();
  }

  private static String kind(HouseholdRecord row) {
    return Stream.of(
            row.liftedOut() ? WORDS.text("report.kind.lifted-out") : "",
            Optional.ofNullable(row.monitored()).map(MonitoredKind::label).orElse(""),
            row.minimumLiving() == Welfare.NONE ? "" : WORDS.text("report.kind.minimum-living"),
            row.extremePoverty() == Welfare.NONE ? "" : WORDS.text("report.kind.extreme"),
            row.orphan() ? WORDS.text("report.kind.orphan") : "")
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.joining(WORDS.text("report.and")));
  }

  String className() {
    return roll.map(RollRecord::className)
        .filter(name -> !name.isEmpty())
        .or(() -> change.map(RollChangeRecord::className))
        .orElse("");
  }

  /** Why the child is not in school, as a household or a village says. */
  String reason() {
    return household
        .map(HouseholdRecord::notInSchoolReason)
        .filter(reason -> !reason.isEmpty())
        .or(() -> population.map(PopulationRecord::notInSchoolReason))
        .orElse("");
  }

  /** Where the list of roll changes, or a village, says that the child goes to school. */
  Dossier.Away away() {
    return new Dossier.Away(
        change.map(RollChangeRecord::toPlace).orElse(""),
        change
            .map(RollChangeRecord::toSchool)
            .filter(school -> !school.isEmpty())
            .orElseGet(this::schoolElsewhere));
  }

  private String schoolElsewhere() {
    return population
        .filter(row -> row.attending() == PopulationRecord.Attending.ELSEWHERE)
        .map(PopulationRecord::school)
        .orElse("");
  }
}
