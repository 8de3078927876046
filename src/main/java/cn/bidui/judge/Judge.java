package cn.bidui.judge;

import cn.bidui.judge.cohort.Census;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.KeptSnapshots;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.judge.night.Snapshots;
import cn.bidui.judge.score.Measured;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.judge.sheet.Sheets;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
    Night night = night(county);
    Sheets sheets = new Sheets(night);
    List<Inquiry> inquiries =
        Rules.inOrder().stream()
            .map(rule -> new Inquiry(rule, plans, policies, county))
            .filter(Inquiry::on)
            .toList();
    Census census = new Census(night);
    List<Inquiry> evaluated = inquiries.stream().filter(Inquiry::evaluated).toList();
    for (int number = 0; number < night.persons(); number++) {
      Person person = night.person(number);
      evaluated.forEach(inquiry -> inquiry.rule().judge(night, inquiry, person));
      sheets.add(person);
      census.count(person);
    }
    evaluated.forEach(inquiry -> inquiry.rule().judge(night, inquiry));
    List<Finding> findings =
        evaluated.stream().flatMap(inquiry -> inquiry.findings().stream()).toList();
    return new Judgement(
        findings,
        inquiries.stream().map(Inquiry::tally).toList(),
        Scoreboard.of(inquiries.stream().map(Judge::measured).toList()),
        sheets.lines(findings),
        census.population());
  }

  /**
   * What tonight's lists say of the categories of persons: to be kept for the nights on which they
   * will have been replaced. The first of two calls that a night makes; see {@link #standings}.
   *
   * @param dataDates of the effective lists of tonight; a list without one is not kept
   */
  public List<Snapshot> snapshots(County county, Map<ListKind, LocalDate> dataDates) {
    return Snapshots.taken(night(county), dataDates);
  }

  /**
   * Of each list and term the snapshot that stands nearest to the first day of the term. {@link
   * KeptSnapshots#all} is what to keep, and the whole is what tonight's {@link County} is judged
   * by.
   *
   * @param kept of earlier nights
   * @param tonight what {@link #snapshots} took
   */
  public KeptSnapshots standings(Collection<Snapshot> kept, List<Snapshot> tonight) {
    return new KeptSnapshots(kept, tonight, identifiedGrace());
  }

  /**
   * Whether a list of that data date can speak for the present term: only then is it worth a
   * snapshot.
   */
  public boolean inTime(LocalDate dataDate, LocalDate asOf) {
    Term present = Term.of(asOf);
    return !dataDate.isAfter(present.firstDay().plusDays(identifiedGrace()));
  }

  /** The numbers by which the rule of that code asks, by name; none of a rule that is gone. */
  public static SortedMap<String, Long> limits(
      String code, AidPolicies policies, Map<String, RulePlan> plans) {
    SortedMap<String, Long> limits = new TreeMap<>();
    Rules.inOrder().stream()
        .filter(rule -> rule.card().code().equals(code))
        .forEach(
            rule ->
                rule.card()
                    .limits()
                    .keySet()
                    .forEach(name -> limits.put(name, Inquiry.limit(rule, name, plans, policies))));
    return limits;
  }

  private static Measured measured(Inquiry inquiry) {
    RuleTally tally = inquiry.tally();
    return new Measured(tally.rule(), tally.needs(), inquiry.counts());
  }

  private Night night(County county) {
    return new Night(county, policies, identifiedGrace());
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
