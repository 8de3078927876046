package cn.bidui.judge.schooling;

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
import cn.bidui.normalize.RollChangeRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.source.ListKind;
import java.util.Optional;
import java.util.Set;

/**
 * 县外就读待核: of compulsory age, on no roll of the county, but household or village say that the child
 * goes to school, or the roll that it was transferred away. Its aid is paid where it goes to
 * school, so it is not asked about as unfunded; of a recorded transfer only the monitored are asked
 * about.
 */
final class OutOfCounty implements Rule {

  /** Sentences that leave open whether the child is on a roll of the county. */
  private static final Set<String> OPEN = Set.of("to-check", "sent-back");

  @Override
  public RuleCard card() {
    return RuleCard.of("out-of-county", Severity.LOW, ListKind.ROLL)
        .withOneOf(ListKind.HOUSEHOLDS, ListKind.POPULATION);
  }

  @Override
  public Matter matter() {
    return Matter.SCHOOLING;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (OffRoll.ofAge(night, person)) {
      inquiry.compared();
      OffRoll.of(night, person).filter(OutOfCounty::away).ifPresent(c -> ask(night, inquiry, c));
    }
  }

  private static boolean away(OffRoll child) {
    return child.where() == OffRoll.Where.ELSEWHERE
        || (child.where() == OffRoll.Where.TRANSFERRED && !child.person().households().isEmpty());
  }

  private static void ask(Night night, Inquiry inquiry, OffRoll child) {
    Optional<Row<RollChangeRecord>> moved = Changes.of(child.person()).transferred();
    String sentence = sentence(night, child, moved);
    Optional<Told> telling = child.telling();
    Question question =
        Question.about(night, inquiry, child.person())
            .outcome(OPEN.contains(sentence) ? Outcome.TO_CHECK : Outcome.OUT_OF_COUNTY)
            .found(telling.map(Told::text).orElse(""))
            .evidence(child.person().roll())
            .evidence(child.person().households())
            .evidence(child.population());
    if (sentence.equals("moved")) {
      question
          .evidence(moved.stream().toList())
          .says(sentence, moved.map(Row::record).map(OutOfCounty::to).orElse(""));
    } else {
      question.says(
          sentence, telling.map(Told::text).orElse(""), telling.map(Told::list).orElse(""));
    }
    inquiry.ask(question);
  }

  private static String sentence(
      Night night, OffRoll child, Optional<Row<RollChangeRecord>> moved) {
    if (night.maybeOnRoll(child.person())) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.ROLL, child.person())) {
      return "sent-back";
    }
    if (child.where() == OffRoll.Where.ELSEWHERE) {
      return "sentence";
    }
    boolean named = moved.map(row -> !to(row.record()).isEmpty()).orElse(false);
    return named && !child.person().has(RollStatus.TRANSFERRED) ? "moved" : "transferred";
  }

  /** The school that the transfer goes to, else the place; blank if the list names neither. */
  private static String to(RollChangeRecord change) {
    return change.toSchool().isEmpty() ? change.toPlace() : change.toSchool();
  }
}
