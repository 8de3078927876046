package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.GradeSteps;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.School;
import cn.bidui.source.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 学校或年级不一致: the aid list has the pupil at another school, or in another grade, than every roll row
 * does. Only the latest judged term is compared, since pupils move between terms; a spelling of
 * which the registry knows no school is no difference.
 */
final class SchoolOrGradeDiffers implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("school-or-grade-differs", Severity.MEDIUM, ListKind.AID, ListKind.ROLL);
  }

  @Override
  public Matter matter() {
    return Matter.ROLL;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (night.judgedTerms().isEmpty() || !person.onRoll()) {
      return;
    }
    Term latest = night.judgedTerms().last();
    List<Row<AidRecord>> rows = rows(night, person, latest);
    inquiry.compared(rows.isEmpty() ? 0 : 1);
    List<Row<AidRecord>> differing =
        rows.stream().filter(row -> differs(night, person, row.record())).toList();
    if (!differing.isEmpty()) {
      ask(night, inquiry, person, latest, differing);
    }
  }

  private static List<Row<AidRecord>> rows(Night night, Person person, Term term) {
    return night.funding(person).of(term).stream()
        .filter(grant -> paidBySchool(grant.program()))
        .flatMap(grant -> grant.counted().stream())
        .toList();
  }

  private static boolean paidBySchool(@Nullable Program program) {
    return program == null || program.payer() == Program.Payer.SCHOOL;
  }

  private static boolean differs(Night night, Person person, AidRecord aid) {
    return otherSchool(night, person, aid) || otherGrade(person, aid);
  }

  private static boolean otherSchool(Night night, Person person, AidRecord aid) {
    Optional<School> paid = night.school(aid.schoolCode(), aid.school());
    return paid.isPresent()
        && person.roll().stream()
            .map(row -> night.school(row.record().schoolCode(), row.record().school()))
            .allMatch(place -> place.isPresent() && !place.equals(paid));
  }

  private static boolean otherGrade(Person person, AidRecord aid) {
    @Nullable Grade paid = aid.grade();
    return paid != null
        && person.roll().stream()
            .map(Row::record)
            .filter(roll -> roll.status().onRoll())
            .map(RollRecord::grade)
            .allMatch(grade -> grade != null && GradeSteps.between(paid, grade) > 0);
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, Term term, List<Row<AidRecord>> differing) {
    String aid = place(night, differing.get(0).record());
    String roll = person.enrollment().map(row -> place(night, row.record())).orElse("");
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .term(person, term)
            .found(aid)
            .fact(roll)
            .evidence(person.roll())
            .evidence(differing)
            .says("sentence", term.label(), aid, roll));
  }

  private static String place(Night night, AidRecord aid) {
    return Portrait.schoolName(night, aid.schoolCode(), aid.school()) + grade(aid.grade());
  }

  private static String place(Night night, RollRecord roll) {
    return Portrait.schoolName(night, roll.schoolCode(), roll.school()) + grade(roll.grade());
  }

  private static String grade(@Nullable Grade grade) {
    return grade == null ? "" : " " + grade.label();
  }
}
