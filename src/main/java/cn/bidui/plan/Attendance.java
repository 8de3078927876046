package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a pupil attends in one term (就读情况): what an aid standard depends on.
 *
 * @param boarding null if no list says
 * @param province null if no list says; it matters in colleges only
 */
public record Attendance(
    Term term, Grade grade, @Nullable Boarding boarding, @Nullable Province province) {

  /** Of a pupil of whom no list says whether the school lies in the province. */
  public Attendance(Term term, Grade grade, @Nullable Boarding boarding) {
    this(term, grade, boarding, null);
  }

  /**
   * The term in which the pupil began this stage, reckoned from grade and term: in the third grade
   * in {@code 2026春}, {@code 2023秋}. Empty if only the stage is known.
   */
  public Optional<Term> entered() {
    return grade.year() == 0
        ? Optional.empty()
        : Optional.of(new Term(term.schoolYear().start() - grade.year() + 1, Season.AUTUMN));
  }

  Attendance as(Boarding known) {
    return new Attendance(term, grade, known, province);
  }

  Attendance in(Province known) {
    return new Attendance(term, grade, boarding, known);
  }
}
