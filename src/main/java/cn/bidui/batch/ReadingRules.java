package cn.bidui.batch;

import cn.bidui.intake.Hint;
import cn.bidui.plan.Settings;
import cn.bidui.plan.Settings.Assume;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed of a file that does not say its term or its data date.
 *
 * @param asOf the day of receipt
 */
record ReadingRules(Settings settings, LocalDate asOf) {

  /**
   * What title rows or file name say, else the day of receipt; null if the office wants to be
   * asked.
   */
  @Nullable LocalDate dataDate(ListKind list, Optional<Hint<LocalDate>> said) {
    if (said.isPresent()) {
      return said.get().value();
    }
    return settings.list(list).dataDate() == Assume.RECEIVED ? asOf : null;
  }

  /**
   * The term of rows that do not name one: as for the list; but autumn's aid may be paid in spring,
   * so of payments only what title rows or file name say.
   */
  @Nullable Term termOfRows(
      ListKind list, Optional<Hint<Term>> said, Optional<Hint<LocalDate>> dataDate) {
    return list == ListKind.PAYMENTS
        ? said.map(Hint::value).orElse(null)
        : term(list, said, dataDate);
  }

  /**
   * What title rows or file name say, else the term of the data date; null if it is to be asked.
   */
  @Nullable Term term(
      ListKind list, Optional<Hint<Term>> said, Optional<Hint<LocalDate>> dataDate) {
    if (said.isPresent()) {
      return said.get().value();
    }
    LocalDate date = dataDate(list, dataDate);
    return settings.list(list).term() == Assume.RECEIVED && date != null ? Term.of(date) : null;
  }
}
