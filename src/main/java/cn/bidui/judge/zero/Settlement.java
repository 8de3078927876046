package cn.bidui.judge.zero;

import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Payment;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.person.Grade;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grants of one person in the judged terms set against the payments (账实核对): first by what the
 * rows say of term and program, then, of rows that do not say it, by the amount and what is open.
 */
final class Settlement {

  private final Night night;
  private final Person person;
  private final PaymentBook book;
  private final List<Settled> settled = new ArrayList<>();
  private final List<Paid> unrecorded = new ArrayList<>();
  private final List<Paid> unclear = new ArrayList<>();
  private final List<Row<PaymentRecord>> returned = new ArrayList<>();

  private Settlement(Night night, Person person) {
    this.night = night;
    this.person = person;
    book = PaymentBook.of(night);
  }

  static Settlement of(Night night, Person person) {
    Settlement settlement = new Settlement(night, person);
    Set<Term> terms = night.once(Terms.class, Terms::of).spoken();
    night.funding(person).grants().stream()
        .filter(grant -> terms.contains(grant.term()))
        .map(Settled::new)
        .forEach(settlement.settled::add);
    settlement.settle();
    return settlement;
  }

  /** The terms of which the payment list speaks, worked out once. */
  private record Terms(Set<Term> spoken) {
    static Terms of(Night night) {
      return new Terms(PaymentBook.terms(night.county()));
    }
  }

  /** Every grant that stands for money and is paid out to families, with its payments. */
  List<Settled> compared() {
    return settled.stream()
        .filter(one -> !one.grant().counted().isEmpty() && book.speaksOf(one.grant().program()))
        .toList();
  }

  /** Payments that say for what they are, and the aid list has nothing of it. */
  List<Paid> unrecorded() {
    return List.copyOf(unrecorded);
  }

  /** Payments of which nobody can tell for which grant they are. */
  List<Paid> unclear() {
    return List.copyOf(unclear);
  }

  /** Payments that came back (退回) and name that grant or nothing. */
  List<Row<PaymentRecord>> returned(Grant grant) {
    return returned.stream().filter(row -> paid(row).mayBeFor(grant)).toList();
  }

  private void settle() {
    List<Paid> loose = new ArrayList<>();
    for (Paid paid : all()) {
      Optional<Settled> named = settled.stream().filter(one -> paid.names(one.grant())).findFirst();
      if (named.isPresent()) {
        named.get().pay(paid);
      } else if (paid.term() != null && paid.program() != null) {
        unrecorded.add(paid);
      } else if (recent(paid)) {
        loose.add(paid);
      }
    }
    loose.stream().sorted(Paid.LARGEST_FIRST).forEach(this::fit);
  }

  private List<Paid> all() {
    List<Paid> all = new ArrayList<>();
    for (Payment payment : night.payments(person).all()) {
      payment.counted().forEach(row -> all.add(new Paid(payment.term(), payment.program(), row)));
      returned.addAll(payment.sentBack());
    }
    book.forOnly(person).stream().map(this::paid).filter(this::judged).forEach(all::add);
    return all;
  }

  private boolean judged(Paid paid) {
    return paid.term() == null || night.judgedTerms().contains(paid.term());
  }

  /** A row of a guardian, or one that came back, read as the child's. */
  private Paid paid(Row<PaymentRecord> row) {
    String written = row.record().program();
    @Nullable Grade grade = person.enrollment().map(roll -> roll.record().grade()).orElse(null);
    Optional<Program> program =
        grade == null
            ? night.policies().program(written)
            : night.policies().program(written, grade.stage());
    return new Paid(row.record().term(), program.orElse(null), row);
  }

  /** What was paid before the judged terms began is of an earlier one. */
  private boolean recent(Paid paid) {
    return paid.term() != null
        || night.judgedTerms().isEmpty()
        || paid.day()
            .map(day -> !day.isBefore(night.judgedTerms().first().firstDay()))
            .orElse(true);
  }

  private void fit(Paid paid) {
    List<Settled> open =
        settled.stream().filter(one -> one.open() && paid.mayBeFor(one.grant())).toList();
    Optional<Settled> exact =
        open.stream().filter(one -> one.rest().equals(paid.amount())).findFirst();
    Yuan rest = open.stream().map(Settled::rest).reduce(Yuan.ZERO, Yuan::plus);
    if (exact.isPresent()) {
      exact.get().pay(paid);
    } else if (!open.isEmpty() && rest.equals(paid.amount())) {
      open.forEach(one -> one.pay(paid, one.rest()));
    } else if (open.size() == 1 && paid.term() != null) {
      open.get(0).pay(paid);
    } else {
      unclear.add(paid);
    }
  }
}
