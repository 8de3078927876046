package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A child of compulsory age (适龄儿童) who has no place on a roll of the county, and why that may be.
 * Age goes by the cohorts of the school year, not by today.
 *
 * @param entering whether the child is of the youngest cohort, which enters this year
 * @param told what households and villages told of its schooling
 */
record OffRoll(Person person, LocalDate birth, Where where, boolean entering, List<Told> told) {

  /** Where the child may be, as far as the lists tell. */
  enum Where {
    /** A list says that it goes to school: outside the county, it seems. */
    ELSEWHERE,
    /** The roll, or its changes, say that it was transferred away. */
    TRANSFERRED,
    /** It finished primary school: {@code no-progression} asks. */
    LEAVER,
    /** It is disabled and placements are known: {@code disabled-unplaced} asks. */
    DISABLED,
    /** The roll says that it left or finished, and no roll has it since. */
    LEFT,
    /** On no roll, and nobody says that it goes to school. */
    NOWHERE
  }

  /** On 1 September; the oldest of the nine cohorts. */
  private static final int LEAVING_AGE = 14;

  OffRoll {
    told = List.copyOf(told);
  }

  /**
   * Whether a household or a village has a child of compulsory age here, in a stage of which there
   * are rolls.
   */
  static boolean ofAge(Night night, Person person) {
    return (!person.households().isEmpty() || !person.further(PopulationRecord.class).isEmpty())
        && compared(night, person);
  }

  /** Whether the person is of compulsory age, in a stage of which there are rolls. */
  static boolean compared(Night night, Person person) {
    return night.birth(person).filter(birth -> compared(night, birth)).isPresent();
  }

  private static boolean compared(Night night, LocalDate birth) {
    Stage expected = night.year().ageAtStart(birth) < 12 ? Stage.PRIMARY : Stage.JUNIOR;
    return night.year().compulsory(birth) && night.rollHas(expected);
  }

  /**
   * Empty for a child who has a place, has finished, has moved away or died, whose transfer is
   * under way, and for one not of age.
   */
  static Optional<OffRoll> of(Night night, Person person) {
    Optional<LocalDate> birth = night.birth(person).filter(day -> compared(night, day));
    if (birth.isEmpty() || person.onRoll() || explained(night, person, birth.get())) {
      return Optional.empty();
    }
    List<Told> told = Told.of(person);
    boolean entering = !new SchoolYear(night.year().start() - 1).compulsory(birth.get());
    Where where = where(night, person, told);
    return Optional.of(new OffRoll(person, birth.get(), where, entering, told));
  }

  private static boolean explained(Night night, Person person, LocalDate birth) {
    Changes changes = Changes.of(person);
    return person.has(RollStatus.DECEASED)
        || changes.gone()
        || changes.underWay().isPresent()
        || changes.onLeave()
        || finished(night, person, birth)
        || Placements.placed(night, person)
        || told(person, Told.Schooling.EXPLAINED);
  }

  /** Whether a disabled child with a placement is accounted for all the same. */
  static boolean accounted(Night night, Person person) {
    Changes changes = Changes.of(person);
    return person.has(RollStatus.DECEASED)
        || person.has(RollStatus.TRANSFERRED)
        || changes.settle()
        || Told.gone(person)
        || night.birth(person).filter(birth -> finished(night, person, birth)).isPresent()
        || (Told.of(person).stream().noneMatch(Told::out)
            && Told.of(person).stream().anyMatch(told -> told.atSchoolSince(Stage.PRIMARY)));
  }

  /** 已初中毕业: the roll says so, or another list does and the child has the age for it. */
  private static boolean finished(Night night, Person person, LocalDate birth) {
    return person.roll().stream().anyMatch(row -> beyondJunior(row.record()))
        || (night.year().ageAtStart(birth) >= LEAVING_AGE
            && (Told.of(person).stream().anyMatch(Told::finished)
                || Changes.of(person).latestIs(Change.GRADUATION)));
  }

  private static boolean beyondJunior(RollRecord roll) {
    @Nullable Grade grade = roll.grade();
    return grade != null
        && (grade.stage().compareTo(Stage.JUNIOR) > 0
            || (grade.stage() == Stage.JUNIOR && roll.status() == RollStatus.GRADUATED));
  }

  private static boolean told(Person person, Told.Schooling schooling) {
    return Told.of(person).stream().anyMatch(told -> told.schooling() == schooling);
  }

  private static Where where(Night night, Person person, List<Told> told) {
    boolean leaver = Leavers.is(night, person);
    Stage since = leaver ? Stage.JUNIOR : Stage.PRIMARY;
    if (told.stream().noneMatch(Told::out)
        && told.stream().anyMatch(one -> one.atSchoolSince(since))) {
      return Where.ELSEWHERE;
    }
    if (person.has(RollStatus.TRANSFERRED) || Changes.of(person).transferred().isPresent()) {
      return Where.TRANSFERRED;
    }
    if (leaver) {
      return Where.LEAVER;
    }
    if (Placements.compared(night, person)) {
      return Where.DISABLED;
    }
    return person.roll().isEmpty() ? Where.NOWHERE : Where.LEFT;
  }

  /** What a sentence repeats: that the child does not go to school, else whatever is said first. */
  Optional<Told> telling() {
    return told.stream()
        .filter(Told::out)
        .findFirst()
        .or(() -> told.stream().filter(one -> !one.text().isEmpty()).findFirst())
        .or(() -> told.stream().findFirst());
  }

  /** The rows that say so. */
  List<Row<PopulationRecord>> population() {
    return person.further(PopulationRecord.class);
  }

  /** No person. */
  @Override
  public String toString() {
    return "OffRoll[" + where + "]";
  }
}
