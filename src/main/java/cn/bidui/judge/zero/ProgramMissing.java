package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.plan.AidStandard;
import cn.bidui.plan.Attendance;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.School;
import cn.bidui.source.Term;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 百分之百② 项目漏纳入: policies make a program due to pupils of a school this term, and the aid list has
 * nothing of it at that school. Asked once per school, program and term, after payment is due; who
 * of the pupils goes without is {@code unfunded-eligible}.
 */
final class ProgramMissing implements Rule {

  private static final String PAID_WITHIN = "paid-within";

  @Override
  public RuleCard card() {
    return RuleCard.of("program-missing", Severity.MEDIUM, ListKind.ROLL, ListKind.AID)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY)
        .with(Map.of(PAID_WITHIN, Numbers.PAID_WITHIN));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public List<ListKind> missing(County county) {
    return Needs.judgedTerms(county, Rule.super.missing(county));
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    SchoolPrograms programs = inquiry.notes(SchoolPrograms.class, SchoolPrograms::new);
    night.funding(person).grants().forEach(grant -> granted(night, programs, grant));
    person
        .schooling()
        .map(row -> row.record())
        .ifPresent(
            roll ->
                night
                    .school(roll.schoolCode(), roll.school())
                    .ifPresent(school -> due(night, inquiry, person, roll, school)));
  }

  /** A grant counts for the school that the row names, and for the one where the pupil is now. */
  private static void granted(Night night, SchoolPrograms programs, Grant grant) {
    @Nullable Program program = grant.program();
    if (program != null && !grant.counted().isEmpty()) {
      schools(night, grant).forEach(school -> programs.granted(school, program, grant.term()));
    }
  }

  private static Stream<School> schools(Night night, Grant grant) {
    return Stream.concat(
            grant.counted().stream()
                .map(row -> night.school(row.record().schoolCode(), row.record().school())),
            grant.person().enrollment().stream()
                .map(row -> night.school(row.record().schoolCode(), row.record().school())))
        .flatMap(Optional::stream);
  }

  private static void due(
      Night night, Inquiry inquiry, Person person, RollRecord roll, School school) {
    SchoolPrograms programs = inquiry.notes(SchoolPrograms.class, SchoolPrograms::new);
    for (Term term : night.judgedTerms()) {
      if (term.firstDay().plusDays(inquiry.limit(PAID_WITHIN)).isBefore(night.asOf())) {
        for (Program program : night.policies().programs()) {
          due(night, person, roll, program, term)
              .ifPresent(due -> programs.due(school, program, term, due.source()));
        }
      }
    }
  }

  private static Optional<AidStandard> due(
      Night night, Person person, RollRecord roll, Program program, Term term) {
    boolean asked =
        program.due()
            && program.payer() == Program.Payer.SCHOOL
            && (roll.fullTime() || !program.fullTimeOnly())
            && oldEnough(night, person, program, term)
            && !night.funding(person).precludes(program, term)
            && !waived(night, person, program, term);
    @Nullable Grade grade = roll.grade();
    return asked && grade != null
        ? night
            .policies()
            .due(
                program,
                new Attendance(term, grade, roll.boarding()),
                Recognition.demanding(night, person, term))
        : Optional.empty();
  }

  private static boolean oldEnough(Night night, Person person, Program program, Term term) {
    return program.leastAge() == 0
        || night
            .birth(person)
            .filter(day -> ChronoUnit.YEARS.between(day, term.firstDay()) >= program.leastAge())
            .isPresent();
  }

  private static boolean waived(Night night, Person person, Program program, Term term) {
    return night.funding(person).of(term).stream()
        .anyMatch(grant -> grant.waived() && (grant.of(program) || grant.program() == null));
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    inquiry
        .notes(SchoolPrograms.class, SchoolPrograms::new)
        .due()
        .forEach(
            (item, pupils) -> {
              inquiry.compared();
              if (pupils.granted()) {
                inquiry.right(Site.of(item.school()));
              } else {
                ask(night, inquiry, item, pupils);
              }
            });
  }

  private static void ask(
      Night night, Inquiry inquiry, SchoolPrograms.Item item, SchoolPrograms.Pupils pupils) {
    inquiry.ask(
        Question.about(night, inquiry, item.school())
            .outcome(Outcome.MISSING_THERE)
            .aid(item.program(), item.term())
            .says(
                "sentence",
                item.term().label(),
                item.program().name(),
                Integer.toString(pupils.number()),
                pupils.source()),
        Site.of(item.school()));
  }
}
