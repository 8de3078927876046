package cn.bidui.judge;

import cn.bidui.judge.cohort.Population;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Measured;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.RulePlan;
import java.util.List;
import java.util.Map;

/**
 * Asks every rule about a night. Pure: the same county, policies and plans give the same findings
 * under the same ids.
 */
public final class Judge {

  private final AidPolicies policies;
  private final Map<String, RulePlan> plans;

  /**
   * @param plans by rule code: rules that are off, and numbers other than the rules' own
   */
  public Judge(AidPolicies policies, Map<String, RulePlan> plans) {
    this.policies = policies;
    this.plans = Map.copyOf(plans);
  }

  /**
   * The findings of the night, and for each rule that is on how much it compared. A rule whose
   * lists are missing is told as not evaluated; a rule that is off is not told.
   */
  public Judgement judge(County county) {
    Night night = new Night(county, policies, identifiedGrace());
    List<Inquiry> inquiries =
        Rules.inOrder().stream()
            .map(rule -> new Inquiry(rule, plans, policies, county))
            .filter(Inquiry::on)
            .toList();
    List<Inquiry> evaluated = inquiries.stream().filter(Inquiry::evaluated).toList();
    for (int number = 0; number < night.persons(); number++) {
      Person person = night.person(number);
      evaluated.forEach(inquiry -> inquiry.rule().judge(night, inquiry, person));
    }
    evaluated.forEach(inquiry -> inquiry.rule().judge(night, inquiry));
    return new Judgement(
        evaluated.stream().flatMap(inquiry -> inquiry.findings().stream()).toList(),
        inquiries.stream().map(Inquiry::tally).toList(),
        Scoreboard.of(inquiries.stream().map(Judge::measured).toList()),
        List.of(),
        Population.EMPTY);
  }

  private static Measured measured(Inquiry inquiry) {
    RuleTally tally = inquiry.tally();
    return new Measured(tally.rule(), tally.needs(), inquiry.counts());
  }

  /** Categories are judged alike by every rule. */
  private long identifiedGrace() {
    return Rules.inOrder().stream()
        .filter(rule -> rule.card().limits().containsKey(Numbers.IDENTIFIED_GRACE_NAME))
        .findFirst()
        .map(rule -> Inquiry.limit(rule, Numbers.IDENTIFIED_GRACE_NAME, plans, policies))
        .orElse(Numbers.IDENTIFIED_GRACE.value());
  }
}
