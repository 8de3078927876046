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
import java.util.Optional;
import java.util.Set;

/**
 * 疑似失学: of compulsory age, on no roll, and neither household nor village says that the child goes
 * to school. Children of the entering cohort are only to be checked until the autumn lag is over,
 * and those whose identity with somebody on the roll is undecided until it is decided.
 */
final class NeverEnrolled implements Rule {

  private static final String ROLL_LAG = "roll-lag";

  /** Sentences that leave open whether the child is on a roll. */
  private static final Set<String> OPEN = Set.of("to-check", "sent-back", "entering");

  @Override
  public RuleCard card() {
    return RuleCard.of("never-enrolled", Severity.HIGH, ListKind.ROLL)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.POPULATION)
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
    Optional<Told> telling = child.telling();
    String reason = telling.map(Told::reason).orElse("");
    String sentence = sentence(night, inquiry, child);
    inquiry.ask(
        Question.about(night, inquiry, child.person())
            .outcome(outcome(sentence, telling))
            .found(telling.map(Told::text).orElse(""))
            .fact(child.birth().toString())
            .fact(reason)
            .evidence(child.person().roll())
            .evidence(child.person().households())
            .evidence(child.population())
            .says(
                sentence,
                Integer.toString(night.year().ageAtStart(child.birth())),
                night.year().label(),
                sentence.equals("registered") ? telling.map(Told::text).orElse("") : reason,
                sentence.equals("sentence")
                    ? Told.lists(child.told())
                    : telling.map(Told::list).orElse("")));
  }

  private static String sentence(Night night, Inquiry inquiry, OffRoll child) {
    if (night.maybeOnRoll(child.person())) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.ROLL, child.person())) {
      return "sent-back";
    }
    if (child.where() == OffRoll.Where.LEFT) {
      return "left";
    }
    if (child.entering() && night.autumnLag(inquiry.limit(ROLL_LAG))) {
      return "entering";
    }
    return child.telling().map(NeverEnrolled::sentence).orElse("sentence");
  }

  private static String sentence(Told telling) {
    if (!telling.reason().isEmpty()) {
      return "reason";
    }
    return telling.out() ? "registered" : "sentence";
  }

  private static Outcome outcome(String sentence, Optional<Told> telling) {
    if (OPEN.contains(sentence)) {
      return Outcome.TO_CHECK;
    }
    boolean left =
        sentence.equals("left")
            || telling.filter(one -> one.schooling() == Told.Schooling.DROPPED_OUT).isPresent();
    return left ? Outcome.SUSPECTED_DROPOUT : Outcome.NEVER_ENROLLED;
  }
}
