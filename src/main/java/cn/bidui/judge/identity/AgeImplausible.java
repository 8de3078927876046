package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 学段与年龄不符: a pupil in school is younger or older on 1 September than pupils of the stage are.
 * Bounds are wide: an early or a late start and two repeated grades fit in.
 */
final class AgeImplausible implements Rule {

  private static final String WHY = "9月1日的周岁；按6岁入学、六三三学制，放宽到常见的早入学、晚入学和留级。";
  private static final String SOURCE = "义务教育法 第十一条；年龄上下限参照防返贫监测数据核查口径";

  /** Years of age on 1 September; higher education has no upper bound. */
  private static final Map<Stage, long[]> BOUNDS =
      Map.of(
          Stage.PRESCHOOL, new long[] {2, 7},
          Stage.PRIMARY, new long[] {6, 14},
          Stage.JUNIOR, new long[] {12, 17},
          Stage.SENIOR, new long[] {15, 20},
          Stage.VOCATIONAL, new long[] {15, 20});

  @Override
  public RuleCard card() {
    Map<String, Limit> limits = new TreeMap<>();
    BOUNDS.forEach(
        (stage, bounds) -> {
          limits.put(youngest(stage), new Limit(bounds[0], "years", WHY, SOURCE));
          limits.put(oldest(stage), new Limit(bounds[1], "years", WHY, SOURCE));
        });
    return RuleCard.of("age-implausible", Severity.LOW, ListKind.ROLL).with(limits);
  }

  private static String youngest(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT) + "-youngest";
  }

  private static String oldest(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT) + "-oldest";
  }

  @Override
  public Matter matter() {
    return Matter.ROLL;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Optional<Row<RollRecord>> schooling = person.schooling();
    @Nullable Grade grade = schooling.map(row -> row.record().grade()).orElse(null);
    if (grade != null && BOUNDS.containsKey(grade.stage())) {
      night
          .birth(person)
          .ifPresent(
              birth -> {
                inquiry.compared();
                int age = night.year().ageAtStart(birth);
                look(night, inquiry, person, grade, age);
              });
    }
  }

  private static void look(Night night, Inquiry inquiry, Person person, Grade grade, int age) {
    long youngest = inquiry.limit(youngest(grade.stage()));
    long oldest = inquiry.limit(oldest(grade.stage()));
    if (age < youngest || age > oldest) {
      inquiry.ask(
          Question.about(night, inquiry, person)
              .outcome(Outcome.TO_CHECK)
              .found(grade.label())
              .fact(night.birth(person).map(Object::toString).orElse(""))
              .evidence(person.roll())
              .says(
                  age < youngest ? "young" : "old",
                  grade.label(),
                  Integer.toString(age),
                  grade.stage().label(),
                  Long.toString(youngest),
                  Long.toString(oldest)));
    }
  }
}
