package cn.bidui.judge.schooling;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.source.ListKind;

/**
 * 县外就读待核: of compulsory age, on no roll of the county, but the household list says that the child
 * goes to school, or the roll that it was transferred away. Its aid is paid where it goes to
 * school, so it is not asked about as unfunded.
 */
final class OutOfCounty implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("out-of-county", Severity.LOW, ListKind.HOUSEHOLDS, ListKind.ROLL);
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
    boolean transferred = child.where() == OffRoll.Where.TRANSFERRED;
    if (!transferred && child.where() != OffRoll.Where.ELSEWHERE) {
      return;
    }
    boolean doubtful = night.maybeOnRoll(child.person());
    inquiry.ask(
        Question.about(night, inquiry, child.person())
            .outcome(doubtful ? Outcome.TO_CHECK : Outcome.OUT_OF_COUNTY)
            .found(child.member().schoolingText())
            .evidence(child.person().roll())
            .evidence(child.person().households())
            .says(
                doubtful ? "to-check" : transferred ? "transferred" : "sentence",
                child.member().schoolingText()));
  }
}
