package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.plan.AidStandard;
import cn.bidui.plan.Attendance;
import cn.bidui.plan.Category;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 应助未助: in school in this county, of a category that is due the program at the first day of the
 * term, and the aid list has nothing of it. Only programs that the policies mark as due are asked
 * for; a child on no roll of the county is asked about elsewhere, since schools pay.
 */
final class UnfundedEligible implements Rule {

  private static final String IDENTIFIED_GRACE = Numbers.IDENTIFIED_GRACE_NAME;
  private static final String PAID_WITHIN = "paid-within";

  @Override
  public RuleCard card() {
    return RuleCard.of(
            "unfunded-eligible", Severity.HIGH, ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS)
        .with(
            Map.of(
                IDENTIFIED_GRACE, Numbers.IDENTIFIED_GRACE,
                PAID_WITHIN, Numbers.PAID_WITHIN));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  /**
   * An aid list with no row of this school year so far says nothing of it: on its first day the
   * findings of the last year would otherwise count as resolved.
   */
  @Override
  public List<ListKind> missing(County county) {
    List<ListKind> missing = Rule.super.missing(county);
    if (!missing.contains(ListKind.AID) && Night.judgedTerms(county).isEmpty()) {
      missing.add(ListKind.AID);
    }
    return missing;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (!person.households().isEmpty()) {
      person.schooling().ifPresent(row -> ask(night, inquiry, person, row.record()));
    }
  }

  private static void ask(Night night, Inquiry inquiry, Person person, RollRecord roll) {
    @Nullable Grade grade = roll.grade();
    if (grade == null) {
      return;
    }
    for (Term term : night.judgedTerms()) {
      Attendance pupil = new Attendance(term, grade, roll.boarding());
      for (Program program : night.policies().programs()) {
        if (mayHold(night, person, roll, program, term)) {
          night
              .policies()
              .due(program, pupil, night.categories(person, term))
              .ifPresent(due -> ask(night, inquiry, new Case(person, roll, program, pupil, due)));
        }
      }
    }
  }

  private record Case(
      Person person, RollRecord roll, Program program, Attendance pupil, AidStandard due) {}

  private static boolean mayHold(
      Night night, Person person, RollRecord roll, Program program, Term term) {
    return program.due()
        && (roll.fullTime() || !program.fullTimeOnly())
        && oldEnough(night, person, program, term)
        && !night.funding(person).precludes(program, term);
  }

  private static boolean oldEnough(Night night, Person person, Program program, Term term) {
    Optional<LocalDate> birth = night.birth(person);
    return program.leastAge() == 0
        || birth
            .filter(day -> ChronoUnit.YEARS.between(day, term.firstDay()) >= program.leastAge())
            .isPresent();
  }

  private static void ask(Night night, Inquiry inquiry, Case one) {
    inquiry.compared();
    Term term = one.pupil().term();
    if (night.funding(one.person()).answers(one.program(), term)) {
      return;
    }
    Outcome outcome = outcome(night, inquiry, one);
    String categories = Category.labels(night.categories(one.person(), term));
    inquiry.ask(
        Question.about(night, inquiry, one.person())
            .outcome(outcome)
            .aid(one.person(), one.program(), term)
            .due(one.due().expected())
            .found("0.00")
            .fact(one.roll().school())
            .fact(one.pupil().grade().stage().label())
            .fact(one.roll().boarding() == null ? "" : one.roll().boarding().label())
            .evidence(one.person().roll())
            .evidence(one.person().households())
            .says(
                sentence(outcome),
                categories,
                term.label(),
                one.program().name(),
                one.due().source()));
  }

  private static Outcome outcome(Night night, Inquiry inquiry, Case one) {
    Term term = one.pupil().term();
    boolean elsewhere =
        night.mayBe(one.person()).stream()
            .anyMatch(other -> night.funding(other).answers(one.program(), term));
    if (elsewhere || night.funding(one.person()).unclear(term)) {
      return Outcome.UNFUNDED_TO_CHECK;
    }
    LocalDate paidBy = term.firstDay().plusDays(inquiry.limit(PAID_WITHIN));
    return night.asOf().isAfter(paidBy) ? Outcome.UNFUNDED_CONFIRMED : Outcome.PAYMENT_PENDING;
  }

  private static String sentence(Outcome outcome) {
    return switch (outcome) {
      case UNFUNDED_TO_CHECK -> "to-check";
      case PAYMENT_PENDING -> "pending";
      default -> "confirmed";
    };
  }
}
