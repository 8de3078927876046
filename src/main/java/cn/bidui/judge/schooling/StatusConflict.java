package cn.bidui.judge.schooling;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.GradeSteps;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.PopulationRecord.Attending;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 就学状态不一致: the roll has a pupil in school whom a household or a village has out of school, or in a
 * grade apart. One grade is the lag of the summer's promotions; first graders have until the end of
 * October.
 */
final class StatusConflict implements Rule {

  private static final String ROLL_LAG = "roll-lag";
  private static final String GRADE_STEPS = "grade-steps";

  @Override
  public RuleCard card() {
    return RuleCard.of("status-conflict", Severity.MEDIUM, ListKind.ROLL)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.POPULATION)
        .with(
            Map.of(
                ROLL_LAG,
                Numbers.ROLL_LAG,
                GRADE_STEPS,
                new Limit(1, "grades", "监测户一年走访一次，登记的年级可能是上一学年的。", "自定")));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Optional<Row<RollRecord>> schooling = person.schooling();
    List<Statement> statements = statements(person);
    if (schooling.isPresent() && !statements.isEmpty()) {
      inquiry.compared();
      RollRecord roll = schooling.get().record();
      statements.stream()
          .flatMap(statement -> conflict(night, inquiry, roll, statement).stream())
          .findFirst()
          .ifPresent(conflict -> ask(night, inquiry, person, roll, conflict));
    }
  }

  /** What a list says of the pupil, and whether it says that he is in school. */
  private record Statement(Told told, boolean inSchool) {}

  /** A statement that does not agree with the roll, and the sentence that says so. */
  private record Conflict(Statement statement, String sentence) {}

  /** The household list's before the village's. */
  private static List<Statement> statements(Person person) {
    List<Statement> all = new ArrayList<>();
    person.households().stream()
        .limit(1)
        .map(row -> Told.of(row.record()))
        .map(told -> new Statement(told, told.schooling() == Told.Schooling.AT_SCHOOL))
        .forEach(all::add);
    person.further(PopulationRecord.class).stream()
        .limit(1)
        .map(Row::record)
        .map(child -> new Statement(Told.of(child), inSchool(child)))
        .forEach(all::add);
    return all;
  }

  /** A village that does not say says nothing against the roll. */
  private static boolean inSchool(PopulationRecord child) {
    @Nullable Attending attending = child.attending();
    if (attending == null) {
      return child.notInSchoolReason().isEmpty();
    }
    return attending == Attending.IN_SCHOOL || attending == Attending.TAUGHT_AT_HOME;
  }

  private static Optional<Conflict> conflict(
      Night night, Inquiry inquiry, RollRecord roll, Statement statement) {
    @Nullable Grade grade = roll.grade();
    if (grade == null) {
      return Optional.empty();
    }
    Told told = statement.told();
    if (grade.stage().compulsory() && !statement.inSchool()) {
      return excused(night, inquiry, grade, told)
          ? Optional.empty()
          : Optional.of(new Conflict(statement, out(told)));
    }
    @Nullable Grade there = told.grade();
    return there != null && GradeSteps.between(grade, there) > inquiry.limit(GRADE_STEPS)
        ? Optional.of(new Conflict(statement, "grade"))
        : Optional.empty();
  }

  private static String out(Told told) {
    if (!told.reason().isEmpty()) {
      return "reason";
    }
    return told.text().isEmpty() ? "blank" : "out";
  }

  /** First graders who have just entered, and leavers whom the roll still has in summer. */
  private static boolean excused(Night night, Inquiry inquiry, Grade grade, Told told) {
    boolean lag = night.summer() || night.autumnLag(inquiry.limit(ROLL_LAG));
    boolean entered =
        lag && grade.stage() == Stage.PRIMARY && grade.year() == 1 && told.reason().isEmpty();
    boolean leaver =
        night.summer() && grade.leaving() && told.schooling() == Told.Schooling.FINISHED;
    return entered || leaver;
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, RollRecord roll, Conflict conflict) {
    Told told = conflict.statement().told();
    String onRoll = roll.grade() == null ? "" : roll.grade().label();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.TO_CHECK)
            .found(told.text())
            .fact(conflict.sentence())
            .fact(onRoll)
            .fact(told.reason())
            .evidence(person.roll())
            .evidence(person.households())
            .evidence(person.further(PopulationRecord.class))
            .says(conflict.sentence(), onRoll, words(told), told.reason(), told.list()));
  }

  /** A village has the grade beside its word for the status. */
  private static String words(Told told) {
    @Nullable Grade grade = told.grade();
    return told.schooling() == Told.Schooling.AT_SCHOOL && grade != null && told.village()
        ? grade.label()
        : told.text();
  }
}
