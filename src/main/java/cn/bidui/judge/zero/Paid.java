package cn.bidui.judge.zero;

import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the payment list that stands for money, as far as it says what it was for.
 *
 * @param term null where the list does not say
 * @param program null where no policy knows the spelling, or there is none
 */
record Paid(@Nullable Term term, @Nullable Program program, Row<PaymentRecord> row) {

  /** The largest first: it says most about what it was for. No order of rows enters. */
  static final Comparator<Paid> LARGEST_FIRST =
      Comparator.comparing(Paid::amount)
          .reversed()
          .thenComparing(paid -> paid.day().orElse(LocalDate.MIN))
          .thenComparing(paid -> paid.row().record().transaction())
          .thenComparing(paid -> paid.row().record().program());

  Yuan amount() {
    return row.record().paid();
  }

  /** The day of payment, or the last of its month. */
  Optional<LocalDate> day() {
    PaymentRecord record = row.record();
    return Optional.ofNullable(record.paidOn())
        .or(() -> Optional.ofNullable(record.month()).map(month -> month.atEndOfMonth()));
  }

  /** What the row calls its program, by the code where a policy knows it. */
  String code() {
    return program == null ? row.record().program() : program.code();
  }

  /** Whether the row says that it is for that grant. */
  boolean names(Grant grant) {
    return grant.term().equals(term) && grant.code().equals(code());
  }

  /** Whether nothing that the row says speaks against it. */
  boolean mayBeFor(Grant grant) {
    return (term == null || term.equals(grant.term())) && (program == null || grant.of(program));
  }

  /** No person. */
  @Override
  public String toString() {
    return "Paid[" + row + "]";
  }
}
