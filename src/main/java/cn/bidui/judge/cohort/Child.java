package cn.bidui.judge.cohort;

import cn.bidui.judge.night.Home;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.PlacementRecord;
import cn.bidui.normalize.PlacementRecord.Placement;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.PopulationRecord.Attending;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.ListKind;
import cn.bidui.source.School;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counting needs to know of one person. */
record Child(Night night, Person person) {

  private static final Set<Placement> TAUGHT =
      EnumSet.of(
          Placement.TAUGHT_AT_HOME,
          Placement.REGULAR_CLASS,
          Placement.SPECIAL_SCHOOL,
          Placement.SPECIAL_CLASS,
          Placement.REMOTE);

  /**
   * Whether the county counts the person among its own children: those of the population list where
   * it is there, else those of households and rolls; nobody who has died or moved away.
   */
  boolean counted() {
    boolean listed =
        night.has(ListKind.POPULATION)
            ? !population().isEmpty()
            : !person.households().isEmpty() || onRoll();
    return listed && !gone();
  }

  /** Died or moved away. */
  boolean gone() {
    return person.has(RollStatus.DECEASED)
        || attends(Attending.GONE)
        || person.further(RollChangeRecord.class).stream()
            .map(Row::record)
            .anyMatch(change -> change.change() == Change.DEATH && stands(change));
  }

  /** The autumn in which a child born on {@code birth} is to enter: six by 31 August. */
  static int entry(LocalDate birth) {
    boolean late = birth.getMonthValue() >= Month.SEPTEMBER.getValue();
    return birth.getYear() + (late ? 7 : 6);
  }

  /** Where the person lives, else where the school is; blank if no list says. */
  String township() {
    return Home.township(person)
        .or(() -> person.enrollment().map(row -> township(row.record())))
        .orElse("");
  }

  private String township(RollRecord roll) {
    return night
        .school(roll.schoolCode(), roll.school())
        .map(School::township)
        .filter(township -> !township.isEmpty())
        .orElse(roll.township());
  }

  boolean onRoll() {
    return person.onRoll();
  }

  boolean onRoll(Stage stage) {
    return person.roll().stream()
        .map(Row::record)
        .filter(roll -> roll.status().onRoll())
        .map(RollRecord::grade)
        .anyMatch(grade -> is(grade, stage));
  }

  private static boolean is(@Nullable Grade grade, Stage stage) {
    return grade != null && grade.stage() == stage;
  }

  /** On a roll of the county, or recorded as going to school elsewhere. */
  boolean schooled() {
    return onRoll()
        || attends(Attending.ELSEWHERE)
        || person.has(RollStatus.TRANSFERRED)
        || person.further(RollChangeRecord.class).stream()
            .map(Row::record)
            .anyMatch(change -> change.change() == Change.TRANSFER_OUT && stands(change));
  }

  /** Finished junior school: the roll or the village says so. */
  boolean finished() {
    return attends(Attending.GRADUATED)
        || person.roll().stream()
            .map(Row::record)
            .anyMatch(
                roll -> roll.status() == RollStatus.GRADUATED && is(roll.grade(), Stage.JUNIOR));
  }

  boolean disabled() {
    return person.further(DisabilityRecord.class).stream().anyMatch(row -> row.record().stands())
        || person.households().stream().anyMatch(row -> row.record().disabled());
  }

  /** Taught in one of the ways that count as school (随班就读、特教学校、送教上门). */
  boolean placed() {
    return person.further(PlacementRecord.class).stream()
        .map(Row::record)
        .anyMatch(placement -> TAUGHT.contains(placement.placement()) && current(placement));
  }

  private boolean current(PlacementRecord placement) {
    @Nullable LocalDate to = placement.to();
    return to == null || !to.isBefore(night.asOf());
  }

  private static boolean stands(RollChangeRecord change) {
    return change.progress() == null || change.progress() == Progress.DONE;
  }

  private boolean attends(Attending attending) {
    return population().stream().anyMatch(row -> row.record().attending() == attending);
  }

  private List<Row<PopulationRecord>> population() {
    return person.further(PopulationRecord.class);
  }

  /** No person. */
  @Override
  public String toString() {
    return "Child[" + person.number() + "]";
  }
}
