package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A household's child of compulsory age (适龄儿童) who has no place on a roll of the county, and why
 * that may be. Age goes by the cohorts of the school year, not by today.
 *
 * @param entering whether the child is of the youngest cohort, which enters this year
 */
record OffRoll(
    Person person, HouseholdRecord member, LocalDate birth, Where where, boolean entering) {

  /** Where the child may be, as far as the lists tell. */
  enum Where {
    /** The household list says that it goes to school: outside the county, it seems. */
    ELSEWHERE,
    /** The roll says that it was transferred away. */
    TRANSFERRED,
    /** The roll says that it left or finished, and no roll has it since. */
    LEFT,
    /** On no roll, and nobody says that it goes to school. */
    NOWHERE
  }

  private static final int LEAVING_AGE = 15;
  private static final Pattern FINISHED = Pattern.compile("初中|高中|中专|中职|大专|本科");

  /**
   * Whether a household has a child of compulsory age here, in a stage of which there are rolls.
   */
  static boolean ofAge(Night night, Person person) {
    return !person.households().isEmpty()
        && night.birth(person).filter(birth -> compared(night, birth)).isPresent();
  }

  private static boolean compared(Night night, LocalDate birth) {
    Stage expected = night.year().ageAtStart(birth) < 12 ? Stage.PRIMARY : Stage.JUNIOR;
    return night.year().compulsory(birth) && night.rollHas(expected);
  }

  /** Empty for a child who has a place, has finished or has died, and for one not of age. */
  static Optional<OffRoll> of(Night night, Person person) {
    Optional<LocalDate> birth = night.birth(person).filter(day -> compared(night, day));
    if (birth.isEmpty() || person.onRoll() || person.has(RollStatus.DECEASED)) {
      return Optional.empty();
    }
    HouseholdRecord member = person.households().get(0).record();
    if (finished(night, member, birth.get())) {
      return Optional.empty();
    }
    boolean entering = !new SchoolYear(night.year().start() - 1).compulsory(birth.get());
    return Optional.of(new OffRoll(person, member, birth.get(), where(person, member), entering));
  }

  /** 已初中毕业: the household list says so, and the child has the age for it. */
  private static boolean finished(Night night, HouseholdRecord member, LocalDate birth) {
    return ChronoUnit.YEARS.between(birth, night.asOf()) >= LEAVING_AGE
        && FINISHED.matcher(member.education()).find();
  }

  private static Where where(Person person, HouseholdRecord member) {
    if (attends(member)) {
      return Where.ELSEWHERE;
    }
    if (person.roll().isEmpty()) {
      return Where.NOWHERE;
    }
    return person.has(RollStatus.TRANSFERRED) ? Where.TRANSFERRED : Where.LEFT;
  }

  /** Whether the household list names a school grade; a kindergarten is none. */
  static boolean attends(HouseholdRecord member) {
    @Nullable Grade schooling = member.schooling();
    return schooling != null
        && schooling.stage() != Stage.PRESCHOOL
        && member.notInSchoolReason().isEmpty();
  }

  /** No person. */
  @Override
  public String toString() {
    return "OffRoll[" + where + "]";
  }
}
