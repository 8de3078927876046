package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.source.ListKind;
import cn.bidui.source.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 零误差③ 已审未发: the aid list has a grant and the payment list no payment of it, or one of another
 * amount. Where the payment list names other programs and never this one, its part of the payments
 * may not have been handed in: then it is a question and no error. Not asked before payment is due,
 * of terms of which the payment list has nothing yet, and of what is settled with the school rather
 * than paid to families.
 */
final class GrantedNotPaid implements Rule {

  private static final String PAID_WITHIN = "paid-within";

  @Override
  public RuleCard card() {
    return RuleCard.of("granted-not-paid", Severity.HIGH, ListKind.AID, ListKind.PAYMENTS)
        .with(Map.of(PAID_WITHIN, Numbers.PAID_WITHIN));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public List<ListKind> missing(County county) {
    return Accounts.missing(county, Rule.super.missing(county));
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    if (person.aid().isEmpty()) {
      return;
    }
    Settlement settlement = Settlement.of(night, person);
    settlement.compared().forEach(one -> compare(night, inquiry, settlement, one));
  }

  private static void compare(Night night, Inquiry inquiry, Settlement settlement, Settled one) {
    if (one.exact()) {
      inquiry.compared();
      inquiry.right(Site.of(night, one.grant().person()));
    } else if (!pending(night, inquiry, one)) {
      inquiry.compared();
      ask(night, inquiry, settlement, one);
    }
  }

  /** What has been paid too much is wrong at once; what is short may yet come. */
  private static boolean pending(Night night, Inquiry inquiry, Settled one) {
    LocalDate paidBy = one.grant().term().firstDay().plusDays(inquiry.limit(PAID_WITHIN));
    return one.rest().compareTo(Yuan.ZERO) >= 0 && !night.asOf().isAfter(paidBy);
  }

  private static void ask(Night night, Inquiry inquiry, Settlement settlement, Settled one) {
    Grant grant = one.grant();
    String sentence = sentence(night, settlement, one);
    String granted = one.granted().map(Yuan::toString).orElse("");
    inquiry.ask(
        Question.about(night, inquiry, grant.person())
            .outcome(outcome(sentence))
            .aid(grant)
            .due(one.granted())
            .found(one.paid().toString())
            .evidence(grant.person().roll())
            .evidence(grant.rows())
            .evidence(one.rows())
            .evidence(settlement.returned(grant))
            .says(sentence, grant.term().label(), grant.written(), granted, one.paid().toString()),
        Site.of(night, grant.person()));
  }

  private static String sentence(Night night, Settlement settlement, Settled one) {
    if (!one.untouched()) {
      return "amount";
    }
    Person person = one.grant().person();
    if (night.mayBe(person).stream().anyMatch(other -> paid(night, other, one.grant()))) {
      return "to-check";
    }
    if (night.maybeSentBack(ListKind.PAYMENTS, person)) {
      return "sent-back";
    }
    if (settlement.unclear().stream().anyMatch(paid -> paid.mayBeFor(one.grant()))) {
      return "unclear";
    }
    if (PaymentBook.of(night).forSeveral(person)) {
      return "guardian";
    }
    if (!settlement.returned(one.grant()).isEmpty()) {
      return "returned";
    }
    return PaymentBook.of(night).names(one.grant().program()) ? "sentence" : "program";
  }

  private static boolean paid(Night night, Person other, Grant grant) {
    return night.payments(other).all().stream()
        .flatMap(
            payment ->
                payment.counted().stream()
                    .map(row -> new Paid(payment.term(), payment.program(), row)))
        .anyMatch(paid -> paid.mayBeFor(grant));
  }

  private static Outcome outcome(String sentence) {
    return switch (sentence) {
      case "amount" -> Outcome.AMOUNT_DIFFERS;
      case "to-check", "sent-back", "unclear", "guardian", "program" -> Outcome.TO_CHECK;
      default -> Outcome.PAYMENT_DIFFERS;
    };
  }
}
