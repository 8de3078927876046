package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.plan.AidStandard;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.Yuan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 重复资助: one program twice in a term, or two programs that exclude each other. Boarders' and day
 * pupils' allowances are one program. Rows that together are exactly the standard are instalments;
 * rows that the bank returned do not count.
 */
final class DuplicateAid implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("duplicate-aid", Severity.HIGH, ListKind.AID);
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    List<Grant> grants = night.funding(person).grants();
    inquiry.compared(grants.size());
    grants.stream()
        .filter(grant -> Amounts.doubled(night, grant))
        .forEach(grant -> twice(night, inquiry, grant));
    pairs(night, inquiry, grants);
  }

  private static void twice(Night night, Inquiry inquiry, Grant grant) {
    String rows = Integer.toString(grant.counted().size());
    inquiry.ask(
        question(night, inquiry, grant)
            .aid(grant)
            .due(Amounts.standard(night, grant).flatMap(AidStandard::expected))
            .found(grant.total())
            .fact(rows)
            .evidence(grant.rows())
            .says("twice", grant.term().label(), grant.written(), rows, sum(grant)));
  }

  private static void pairs(Night night, Inquiry inquiry, List<Grant> grants) {
    for (int i = 0; i < grants.size(); i++) {
      for (int j = i + 1; j < grants.size(); j++) {
        if (excluded(grants.get(i), grants.get(j))) {
          both(night, inquiry, grants.get(i), grants.get(j));
        }
      }
    }
  }

  private static boolean excluded(Grant one, Grant other) {
    @Nullable Program first = one.program();
    @Nullable Program second = other.program();
    return first != null
        && second != null
        && one.term().equals(other.term())
        && first.excludes(second)
        && !one.counted().isEmpty()
        && !other.counted().isEmpty();
  }

  private static void both(Night night, Inquiry inquiry, Grant one, Grant other) {
    inquiry.ask(
        question(night, inquiry, one)
            .aid(
                one.person(),
                one.code() + "+" + other.code(),
                one.written() + "、" + other.written(),
                one.term())
            .found(one.total().flatMap(sum -> other.total().map(sum::plus)))
            .evidence(one.rows())
            .evidence(other.rows())
            .says("excluded", one.term().label(), one.written(), other.written()));
  }

  private static Question question(Night night, Inquiry inquiry, Grant grant) {
    return Question.about(night, inquiry, grant.person())
        .outcome(Outcome.DUPLICATE_AID)
        .evidence(grant.person().roll())
        .evidence(grant.person().households());
  }

  private static String sum(Grant grant) {
    Optional<Yuan> total = grant.total();
    return total.map(Yuan::toString).orElse("");
  }
}
