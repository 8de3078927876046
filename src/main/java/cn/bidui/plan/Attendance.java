package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.source.Term;
import org.jspecify.annotations.Nullable;

/**
 * How a pupil attends in one term (就读情况): what an aid standard depends on.
 *
 * @param boarding null if no list says
 */
public record Attendance(Term term, Grade grade, @Nullable Boarding boarding) {

  Attendance as(Boarding known) {
    return new Attendance(term, grade, known);
  }
}
