package cn.bidui.judge.schooling;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.link.Departed;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Pupils of the last primary grade of an earlier school year (小学毕业年级). */
final class Leavers {

  private Leavers() {}

  /** Whether the roll of tonight, or an earlier one, has the person as such. */
  static boolean is(Night night, Person person) {
    return person.roll().stream().anyMatch(row -> graduated(row.record()))
        || night.departed(person).filter(departed -> is(night.year(), departed)).isPresent();
  }

  /** Whether a pupil who is on no roll tonight was in the last grade before the year turned. */
  static boolean is(SchoolYear year, Departed departed) {
    return lastGrade(departed.last())
        && departed.last().status().onRoll()
        && SchoolYear.of(departed.dataDate()).compareTo(year) < 0;
  }

  /** Whether the roll says that the pupil has finished primary school. */
  static boolean graduated(RollRecord roll) {
    return roll.status() == RollStatus.GRADUATED && lastGrade(roll);
  }

  private static boolean lastGrade(RollRecord roll) {
    @Nullable Grade grade = roll.grade();
    return grade != null && grade.stage() == Stage.PRIMARY && grade.leaving();
  }
}
