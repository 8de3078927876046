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

/**
 * 标准错用: the amount of another term, stage or boarding of the same program. Such a grant is not also
 * underpaid or overpaid.
 */
final class WrongStandard implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("wrong-standard", Severity.MEDIUM, ListKind.AID, ListKind.ROLL);
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
        Amounts.Verdict.OTHER_STANDARD,
        Outcome.STANDARD_MISAPPLIED,
        AmountQuestion::otherWords);
  }
}
