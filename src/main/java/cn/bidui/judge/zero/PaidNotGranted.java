package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.plan.Limit;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * 零误差③ 已发未录: the payment list has a payment and the aid list no grant that it is for. Asked once
 * per program and term; payments that say neither are asked about together, for they may be of
 * another grant or no aid at all.
 */
final class PaidNotGranted implements Rule {

  private static final String RECORDED_WITHIN = "recorded-within";

  @Override
  public RuleCard card() {
    return RuleCard.of("paid-not-granted", Severity.HIGH, ListKind.AID, ListKind.PAYMENTS)
        .with(Map.of(RECORDED_WITHIN, new Limit(30, "days", "发放后一个月内在资助系统补录；此前没有记录的不提问。", "自定")));
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
    if (!concerned(night, person)) {
      return;
    }
    Settlement settlement = Settlement.of(night, person);
    settlement.compared().stream()
        .filter(one -> !one.untouched())
        .forEach(one -> inquiry.compared());
    unrecorded(night, inquiry, person, settlement.unrecorded());
    unclear(night, inquiry, person, settlement.unclear());
  }

  /** Whether payments for this person are of the county's aid, and are not looked at elsewhere. */
  private static boolean concerned(Night night, Person person) {
    if (!person.roll().isEmpty() || !person.aid().isEmpty()) {
      return true;
    }
    List<Row<PaymentRecord>> rows = person.further(PaymentRecord.class);
    return !rows.isEmpty() && rows.stream().noneMatch(PaymentBook.of(night)::toGuardian);
  }

  private record Item(Term term, Program program) {
    static final Comparator<Item> ORDER =
        Comparator.comparing(Item::term).thenComparing(item -> item.program().code());
  }

  private static void unrecorded(
      Night night, Inquiry inquiry, Person person, List<Paid> unrecorded) {
    Map<Item, List<Paid>> items = new TreeMap<>(Item.ORDER);
    for (Paid paid : unrecorded) {
      if (!fresh(night, inquiry, paid)) {
        Item item =
            new Item(Objects.requireNonNull(paid.term()), Objects.requireNonNull(paid.program()));
        items.computeIfAbsent(item, key -> new ArrayList<>()).add(paid);
      }
    }
    items.forEach((item, paid) -> ask(night, inquiry, person, item, paid));
  }

  private static boolean fresh(Night night, Inquiry inquiry, Paid paid) {
    LocalDate recorded = night.asOf().minusDays(inquiry.limit(RECORDED_WITHIN));
    return paid.day().filter(day -> !day.isBefore(recorded)).isPresent();
  }

  private static void ask(Night night, Inquiry inquiry, Person person, Item item, List<Paid> paid) {
    inquiry.compared();
    boolean doubtful = doubtful(night, person, item);
    boolean sentBack = night.maybeSentBack(ListKind.AID, person);
    Yuan sum = sum(paid);
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(doubtful || sentBack ? Outcome.TO_CHECK : Outcome.PAYMENT_DIFFERS)
            .aid(person, item.program(), item.term())
            .found(sum.toString())
            .evidence(person.roll())
            .evidence(rows(paid))
            .says(
                doubtful ? "to-check" : sentBack ? "sent-back" : "sentence",
                item.term().label(),
                item.program().name(),
                sum.toString()),
        Site.of(night, person));
  }

  /** A grant of a spelling that no policy knows, or of somebody who may be this person. */
  private static boolean doubtful(Night night, Person person, Item item) {
    return night.funding(person).unclear(item.term())
        || night.mayBe(person).stream()
            .anyMatch(other -> night.funding(other).answers(item.program(), item.term()));
  }

  private static void unclear(Night night, Inquiry inquiry, Person person, List<Paid> all) {
    List<Paid> unclear =
        all.stream().filter(paid -> aid(person, paid) && !fresh(night, inquiry, paid)).toList();
    if (!unclear.isEmpty()) {
      inquiry.compared();
      Yuan sum = sum(unclear);
      String rows = Integer.toString(unclear.size());
      inquiry.ask(
          Question.about(night, inquiry, person)
              .outcome(Outcome.TO_CHECK)
              .year(night.year())
              .found(sum.toString())
              .fact(rows)
              .evidence(person.roll())
              .evidence(rows(unclear))
              .says("unclear", rows, sum.toString()));
    }
  }

  /**
   * A bank's list may hold other subsidies: of those who are no pupils, only known programs count.
   */
  private static boolean aid(Person person, Paid paid) {
    return paid.program() != null || !person.roll().isEmpty() || !person.aid().isEmpty();
  }

  private static Yuan sum(List<Paid> paid) {
    return paid.stream().map(Paid::amount).reduce(Yuan.ZERO, Yuan::plus);
  }

  private static List<Row<PaymentRecord>> rows(List<Paid> paid) {
    return paid.stream().map(Paid::row).toList();
  }
}
