package cn.bidui.judge.night;

import cn.bidui.normalize.PaymentRecord;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All payments to one person for the judged terms, by term and program; those of which the list
 * does not say for which term come first.
 */
public record Payments(List<Payment> all) {

  public Payments {
    all = List.copyOf(all);
  }

  public static Payments of(Night night, Person person) {
    Map<Written, List<Row<PaymentRecord>>> grouped = new TreeMap<>();
    for (Row<PaymentRecord> row : person.further(PaymentRecord.class)) {
      PaymentRecord paid = row.record();
      @Nullable Term term = paid.term();
      if (term == null || night.judgedTerms().contains(term)) {
        Written written = Written.of(night, person, term, paid.program(), paid.grade());
        grouped.computeIfAbsent(written, key -> new ArrayList<>()).add(row);
      }
    }
    List<Payment> all = new ArrayList<>();
    grouped.forEach(
        (key, rows) -> all.add(new Payment(person, key.program(), key.name(), key.term(), rows)));
    return new Payments(all);
  }

  /** Those for {@code term}. */
  public List<Payment> of(Term term) {
    return all.stream().filter(payment -> term.equals(payment.term())).toList();
  }

  /** Those of which the list does not say for which term. */
  public List<Payment> undated() {
    return all.stream().filter(payment -> payment.term() == null).toList();
  }

  /** What paid the grant: its term and its program, or what both lists call alike. */
  public Optional<Payment> of(Grant grant) {
    return of(grant.term()).stream()
        .filter(payment -> payment.code().equals(grant.code()))
        .findFirst();
  }

  /** The sum paid for the grant; empty if the list has nothing of it. */
  public Optional<Yuan> paid(Grant grant) {
    return of(grant).map(Payment::total);
  }
}
