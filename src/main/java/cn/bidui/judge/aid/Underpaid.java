package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.source.ListKind;

/** 资助金额不足: less than the least that the standard allows. */
final class Underpaid implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("underpaid", Severity.HIGH, ListKind.AID);
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Amounts.all(night, person)
        .forEach(
            one -> {
              inquiry.compared();
              if (one.verdict() == Amounts.Verdict.SHORT) {
                inquiry.ask(
                    AmountQuestion.of(night, inquiry, one)
                        .outcome(Outcome.AMOUNT_DIFFERS)
                        .says("sentence", AmountQuestion.words(one)));
              }
            });
  }
}
