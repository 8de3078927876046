package cn.bidui.judge.night;

import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.AttendanceRecord;
import cn.bidui.normalize.EnrolledRecord;
import cn.bidui.normalize.HardshipRecord;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.normalize.PlacementRecord;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.source.School;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What reports print of a person beside the finding itself; blank for what no list says. */
public record Portrait(
    String name, String citizenId, String township, String school, @Nullable Grade grade) {

  public static Portrait of(Night night, Person person) {
    return new Portrait(
        name(person.rows()),
        maskedId(person.rows().stream().map(row -> row.record().id()).toList()),
        township(night, person, person.enrollment().map(Row::record)),
        school(night, person),
        grade(person));
  }

  /** Of a pupil whom only an earlier roll has; {@code now} are the rows of tonight, if any. */
  public static Portrait of(Night night, RollRecord last, Optional<Person> now) {
    return new Portrait(
        last.name().raw(),
        maskedId(List.of(last.id())),
        now.map(person -> township(night, person, Optional.of(last)))
            .orElseGet(() -> schoolTownship(night, last)),
        schoolName(night, last.schoolCode(), last.school()),
        last.grade());
  }

  public String stage() {
    return grade == null ? "" : grade.stage().label();
  }

  public String gradeLabel() {
    return grade == null || grade.year() == 0 ? "" : grade.label();
  }

  /** The registry's name of a school, else the list's. */
  public static String schoolName(Night night, String code, String name) {
    return night.school(code, name).map(School::name).orElse(name);
  }

  private static String name(List<Row<? extends ListRecord>> rows) {
    return rows.stream().map(row -> row.record().name().raw()).findFirst().orElse("");
  }

  /** A valid id before one that is not; the number itself never. */
  public static String maskedId(List<CitizenIdReading> readings) {
    Optional<String> valid =
        readings.stream()
            .map(CitizenIdReading::idOrNull)
            .filter(Objects::nonNull)
            .map(CitizenId::masked)
            .findFirst();
    return valid.or(() -> invalid(readings).findFirst().map(CitizenId::mask)).orElse("");
  }

  private static Stream<String> invalid(List<CitizenIdReading> readings) {
    return readings.stream()
        .filter(CitizenIdReading.Invalid.class::isInstance)
        .map(reading -> ((CitizenIdReading.Invalid) reading).cleaned());
  }

  private static String township(Night night, Person person, Optional<RollRecord> roll) {
    return Home.township(person)
        .orElseGet(() -> roll.map(record -> schoolTownship(night, record)).orElse(""));
  }

  private static String schoolTownship(Night night, RollRecord roll) {
    return night
        .school(roll.schoolCode(), roll.school())
        .map(School::township)
        .filter(township -> !township.isEmpty())
        .orElse(roll.township());
  }

  /** The school of the roll, else the one that another list names; blank if none does. */
  static String school(Night night, Person person) {
    Optional<String> onRoll =
        person
            .enrollment()
            .map(row -> schoolName(night, row.record().schoolCode(), row.record().school()));
    return onRoll
        .or(() -> aidSchool(night, person))
        .or(() -> furtherSchool(night, person))
        .orElse("");
  }

  private static Optional<String> aidSchool(Night night, Person person) {
    return person.aid().stream()
        .map(Row::record)
        .map(aid -> schoolName(night, aid.schoolCode(), aid.school()))
        .filter(school -> !school.isEmpty())
        .findFirst();
  }

  /** Of somebody whom only lists beside roll and aid know. */
  private static Optional<String> furtherSchool(Night night, Person person) {
    return person.further().stream()
        .map(row -> furtherSchool(night, row.record()))
        .filter(school -> !school.isEmpty())
        .findFirst();
  }

  private static String furtherSchool(Night night, ListRecord record) {
    if (record instanceof EnrolledRecord pupil) {
      return schoolName(night, pupil.schoolCode(), pupil.school());
    } else if (record instanceof HardshipRecord pupil) {
      return schoolName(night, pupil.schoolCode(), pupil.school());
    } else if (record instanceof PaymentRecord paid) {
      return schoolName(night, paid.schoolCode(), paid.school());
    } else if (record instanceof RollChangeRecord change) {
      return schoolName(night, change.schoolCode(), change.school());
    } else if (record instanceof PlacementRecord placed) {
      return schoolName(night, placed.schoolCode(), placed.school());
    }
    return record instanceof AttendanceRecord checked
        ? schoolName(night, checked.schoolCode(), checked.school())
        : "";
  }

  private static @Nullable Grade grade(Person person) {
    Stream<@Nullable Grade> grades =
        Stream.of(
                person.enrollment().stream().map(row -> row.record().grade()),
                person.aid().stream().map(Row::record).map(AidRecord::grade),
                person.households().stream().map(Row::record).map(HouseholdRecord::schooling),
                person.further(RollChangeRecord.class).stream().map(row -> row.record().grade()),
                person.further(PopulationRecord.class).stream().map(row -> row.record().grade()))
            .flatMap(stream -> stream);
    return grades.filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** No person. */
  @Override
  public String toString() {
    return "Portrait[" + stage() + "]";
  }
}
