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
    AmountQuestion.ask(
        night,
        inquiry,
        person,
        Amounts.Verdict.SHORT,
        Outcome.AMOUNT_DIFFERS,
        AmountQuestion::words);
  }
}
