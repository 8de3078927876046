package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of an aid policy (资助标准): what a program pays, to whom, from which term to which.
 *
 * @param program the program's code
 * @param to the last term; null while it goes on
 * @param years the grades of the stage that it covers; empty for all
 * @param boarding null where it makes no difference
 * @param province null where it makes no difference
 * @param entered when the pupils must have begun the stage
 * @param everyone whether every pupil whom it covers is due it, of whatever category
 * @param eligible the categories that are due it; empty where the document names none
 */
public record AidPolicy(
    String program,
    Term from,
    @Nullable Term to,
    Set<Stage> stages,
    Set<Integer> years,
    @Nullable Boarding boarding,
    @Nullable Province province,
    Entered entered,
    boolean everyone,
    Set<Category> eligible,
    AidStandard standard) {

  public AidPolicy {
    stages = Set.copyOf(stages);
    years = Set.copyOf(years);
    eligible = Set.copyOf(eligible);
  }

  /** Whether it is in force in {@code term}. */
  public boolean inForce(Term term) {
    return from.compareTo(term) <= 0 && (to == null || to.compareTo(term) >= 0);
  }

  /**
   * Whether it covers pupils who attend so, and pays in that term. A grade of which only the stage
   * is known is not covered by a row for certain grades or entry terms; an unknown boarding or
   * province is covered by rows for either only.
   */
  public boolean covers(Attendance pupil) {
    return inForce(pupil.term())
        && standard.payment().paidIn(pupil.term())
        && stages.contains(pupil.grade().stage())
        && (years.isEmpty() || years.contains(pupil.grade().year()))
        && (boarding == null || boarding == pupil.boarding())
        && (province == null || province == pupil.province())
        && entered.holds(pupil.entered());
  }

  /** Whether it is due to everyone, or names one of {@code categories}. */
  public boolean isFor(Set<Category> categories) {
    return everyone || !Collections.disjoint(eligible, categories);
  }
}
