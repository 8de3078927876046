package cn.bidui.judge.night;

import cn.bidui.judge.night.Due.Hold;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.plan.Attendance;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person attends school in one term, as it matters to who pays (就读情况).
 *
 * @param elsewhere on no roll of this county; the household list says that the child is a pupil
 */
record Schooled(Attendance pupil, Hold hold, boolean fullTime, boolean elsewhere) {

  /** Empty where no list says at which stage the person is. */
  static Optional<Schooled> of(Night night, Person person, Term term, Program.Payer payer) {
    Optional<Schooled> here = here(night, person, term);
    boolean gone = here.isEmpty() || here.get().hold == Hold.LEFT;
    if (payer == Program.Payer.HUKOU) {
      return gone ? away(person, term).or(() -> here) : here;
    }
    return here.isPresent() ? here : outOfCounty(night, person, term);
  }

  private static Optional<Schooled> here(Night night, Person person, Term term) {
    Optional<RollRecord> roll = person.enrollment().map(Row::record);
    @Nullable Grade grade = roll.map(RollRecord::grade).orElse(null);
    if (roll.isEmpty() || grade == null) {
      return Optional.empty();
    }
    Hold hold = backLater(night, person, term) ? Hold.ON_LEAVE : hold(roll.get().status());
    Attendance pupil = new Attendance(term, grade, roll.get().boarding());
    return Optional.of(new Schooled(pupil, hold, roll.get().fullTime(), false));
  }

  private static Hold hold(RollStatus status) {
    if (status.inSchool()) {
      return Hold.NONE;
    }
    return status.onRoll() ? Hold.ON_LEAVE : Hold.LEFT;
  }

  /** Whether the pupil came back from leave (复学) after the term had begun. */
  private static boolean backLater(Night night, Person person, Term term) {
    return later(person, Change.RETURN, night.start(term));
  }

  /** Whether the pupil came from another school (转入) after the term had begun. */
  static boolean movedIn(Night night, Person person, Term term) {
    return later(person, Change.TRANSFER_IN, night.start(term));
  }

  private static boolean later(Person person, Change kind, TermStart start) {
    return person.further(RollChangeRecord.class).stream()
        .map(Row::record)
        .filter(change -> change.change() == kind && change.progress() != Progress.REFUSED)
        .map(RollChangeRecord::day)
        .filter(Objects::nonNull)
        .anyMatch(day -> day.isAfter(start.latest()));
  }

  private static Optional<Schooled> away(Person person, Term term) {
    return person.households().stream()
        .map(Row::record)
        .map(HouseholdRecord::schooling)
        .filter(Objects::nonNull)
        .findFirst()
        .map(grade -> new Schooled(new Attendance(term, grade, null), Hold.NONE, true, true));
  }

  private static Optional<Schooled> outOfCounty(Night night, Person person, Term term) {
    if (!night.has(ListKind.ROLL)
        || !person.roll().isEmpty()
        || night.maybeOnRoll(person)
        || night.maybeSentBack(ListKind.ROLL, person)) {
      return Optional.empty();
    }
    return away(person, term)
        .filter(one -> night.rollHas(one.pupil().grade().stage()))
        .map(one -> new Schooled(one.pupil(), Hold.OUT_OF_COUNTY, true, true));
  }
}
