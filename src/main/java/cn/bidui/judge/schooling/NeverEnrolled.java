package cn.bidui.judge.schooling;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.source.ListKind;
import java.util.Map;

/**
 * 疑似失学: of compulsory age, on no roll, and the household list does not say that the child goes to
 * school. Children of the entering cohort are only to be checked until the autumn lag is over, and
 * those whose identity with somebody on the roll is undecided until it is decided.
 */
final class NeverEnrolled implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  @Override
  public RuleCard card() {
    return RuleCard.of("never-enrolled", Severity.HIGH, ListKind.HOUSEHOLDS, ListKind.ROLL)
        .with(Map.of(ROLL_LAG, Numbers.ROLL_LAG));
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (OffRoll.ofAge(night, person)) {
      inquiry.compared();
      OffRoll.of(night, person).ifPresent(child -> ask(night, inquiry, child));
    }
  }

  private static void ask(Night night, Inquiry inquiry, OffRoll child) {
    if (child.where() != OffRoll.Where.NOWHERE && child.where() != OffRoll.Where.LEFT) {
      return;
    }
    String sentence = sentence(night, inquiry, child);
    inquiry.ask(
        Question.about(night, inquiry, child.person())
            .outcome(outcome(sentence))
            .found(child.member().schoolingText())
            .fact(child.birth().toString())
            .fact(child.member().notInSchoolReason())
            .evidence(child.person().roll())
            .evidence(child.person().households())
            .says(
                sentence,
                Integer.toString(night.year().ageAtStart(child.birth())),
                night.year().label(),
                child.member().notInSchoolReason()));
  }

  private static String sentence(Night night, Inquiry inquiry, OffRoll child) {
    if (night.maybeOnRoll(child.person())) {
      return "to-check";
    }
    if (child.where() == OffRoll.Where.LEFT) {
      return "left";
    }
    if (child.entering() && night.autumnLag(inquiry.limit(ROLL_LAG))) {
      return "entering";
    }
    return child.member().notInSchoolReason().isEmpty() ? "sentence" : "reason";
  }

  private static Outcome outcome(String sentence) {
    return switch (sentence) {
      case "to-check", "entering" -> Outcome.TO_CHECK;
      case "left" -> Outcome.SUSPECTED_DROPOUT;
      default -> Outcome.NEVER_ENROLLED;
    };
  }
}
