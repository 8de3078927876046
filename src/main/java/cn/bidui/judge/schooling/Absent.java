package cn.bidui.judge.schooling;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.AttendanceRecord;
import cn.bidui.normalize.AttendanceRecord.Presence;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 在籍不在校: in school by the roll, and away without an excuse by the last check of attendance. Leave,
 * internship and teaching at home are excuses; a kindergarten may be missed.
 */
final class Absent implements Rule {

  private static final String SUSPECTED_AFTER = "suspected-after";
  private static final String DROPPED_OUT_AFTER = "dropped-out-after";

  @Override
  public RuleCard card() {
    return RuleCard.of("absent", Severity.HIGH, ListKind.ATTENDANCE, ListKind.ROLL)
        .with(
            Map.of(
                SUSPECTED_AFTER,
                new Limit(7, "days", "无正当理由未到校超过一周，列为疑似辍学。", "各地控辍保学通行做法"),
                DROPPED_OUT_AFTER,
                new Limit(30, "days", "疑似辍学超过一个月仍未返校，按辍学劝返。", "各地控辍保学通行做法")));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Optional<Absence> absence = Absence.of(night, person);
    if (absence.isPresent() && person.schooling().isPresent()) {
      inquiry.compared();
      sentence(inquiry, absence.get())
          .map(sentence -> ofAge(night, person, sentence))
          .filter(sentence -> !kindergarten(person))
          .ifPresent(sentence -> ask(night, inquiry, person, absence.get(), sentence));
    }
  }

  private static Optional<String> sentence(Inquiry inquiry, Absence absence) {
    if (absence.presence() == Presence.ELSEWHERE) {
      return Optional.of("elsewhere");
    }
    if (absence.presence() == Presence.DROPPED_OUT) {
      return Optional.of("dropped-out");
    }
    if (absence.presence() != Presence.ABSENT || absence.days() <= inquiry.limit(SUSPECTED_AFTER)) {
      return Optional.empty();
    }
    return Optional.of(absence.days() > inquiry.limit(DROPPED_OUT_AFTER) ? "month" : "sentence");
  }

  /** Only where school is compulsory is being away for long a step to dropping out. */
  private static String ofAge(Night night, Person person, String sentence) {
    boolean away = sentence.equals("sentence") || sentence.equals("month");
    return away && !Compulsory.is(night, person) ? "not-compulsory" : sentence;
  }

  private static boolean kindergarten(Person person) {
    @Nullable Grade grade = person.schooling().map(row -> row.record().grade()).orElse(null);
    return grade != null && grade.stage() == Stage.PRESCHOOL;
  }

  private static void ask(
      Night night, Inquiry inquiry, Person person, Absence absence, String sentence) {
    RollRecord roll = person.schooling().orElseThrow().record();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(outcome(night, person, sentence))
            .found(absence.presence().label())
            .fact(sentence)
            .fact(roll.school())
            .evidence(person.roll())
            .evidence(person.households())
            .evidence(person.further(AttendanceRecord.class))
            .says(
                sentence,
                absence.checkedOn().toString(),
                Long.toString(absence.days()),
                absence.reasonGiven(),
                Portrait.schoolName(night, roll.schoolCode(), roll.school()),
                Long.toString(inquiry.limit(limit(inquiry, absence)))));
  }

  /** The number that the absence has passed. */
  private static String limit(Inquiry inquiry, Absence absence) {
    boolean passed = absence.days() > inquiry.limit(DROPPED_OUT_AFTER);
    return passed ? DROPPED_OUT_AFTER : SUSPECTED_AFTER;
  }

  /** Where school is not compulsory nobody drops out of it. */
  private static Outcome outcome(Night night, Person person, String sentence) {
    if (sentence.equals("elsewhere")) {
      return Outcome.OUT_OF_COUNTY;
    }
    return Compulsory.is(night, person) ? Outcome.SUSPECTED_DROPOUT : Outcome.TO_CHECK;
  }
}
