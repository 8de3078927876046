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
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 就学状态不一致: the roll has a pupil in school whom the household list has out of school, or grades
 * apart. One grade is the lag of the summer's promotions; first graders have until the end of
 * October.
 */
final class StatusConflict implements Rule {

  private static final String ROLL_LAG = "roll-lag";
  private static final String GRADE_STEPS = "grade-steps";

  @Override
  public RuleCard card() {
    return RuleCard.of("status-conflict", Severity.MEDIUM, ListKind.HOUSEHOLDS, ListKind.ROLL)
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
    if (schooling.isPresent() && !person.households().isEmpty()) {
      inquiry.compared();
      RollRecord roll = schooling.get().record();
      HouseholdRecord member = person.households().get(0).record();
      conflict(night, inquiry, roll, member)
          .ifPresent(sentence -> ask(night, inquiry, person, roll, member, sentence));
    }
  }

  private static Optional<String> conflict(
      Night night, Inquiry inquiry, RollRecord roll, HouseholdRecord member) {
    @Nullable Grade grade = roll.grade();
    if (grade == null) {
      return Optional.empty();
    }
    if (grade.stage().compulsory() && !OffRoll.attends(member)) {
      return justEntered(night, inquiry, grade, member)
          ? Optional.empty()
          : Optional.of(out(member));
    }
    @Nullable Grade there = member.schooling();
    return there != null && GradeSteps.between(grade, there) > inquiry.limit(GRADE_STEPS)
        ? Optional.of("grade")
        : Optional.empty();
  }

  private static String out(HouseholdRecord member) {
    if (!member.notInSchoolReason().isEmpty()) {
      return "reason";
    }
    return member.schoolingText().isEmpty() ? "blank" : "out";
  }

  private static boolean justEntered(
      Night night, Inquiry inquiry, Grade grade, HouseholdRecord member) {
    boolean lag = night.summer() || night.autumnLag(inquiry.limit(ROLL_LAG));
    return lag
        && grade.stage() == Stage.PRIMARY
        && grade.year() == 1
        && member.notInSchoolReason().isEmpty();
  }

  private static void ask(
      Night night,
      Inquiry inquiry,
      Person person,
      RollRecord roll,
      HouseholdRecord member,
      String sentence) {
    String onRoll = roll.grade() == null ? "" : roll.grade().label();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.TO_CHECK)
            .found(member.schoolingText())
            .fact(sentence)
            .fact(onRoll)
            .fact(member.notInSchoolReason())
            .evidence(person.roll())
            .evidence(person.households())
            .says(sentence, onRoll, member.schoolingText(), member.notInSchoolReason()));
  }
}
