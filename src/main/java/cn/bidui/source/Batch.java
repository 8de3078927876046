package cn.bidui.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One list that was taken whole (批次): what it says, for whom, for which term, as of which day. Of
 * two batches with the same {@link #slot()} only one is effective; rows that came back corrected
 * are a batch of their own file, and stand or fall with the list that they amend.
 *
 * @param file the file that holds it
 * @param list its kind
 * @param system the source system, named by the column profile
 * @param term the term it speaks of; for aid lists whose rows name their own terms, null
 * @param dataDate the day up to which its data is right (数据截止日期)
 * @param receivedOrder the journal number of its receipt: later replaces earlier
 * @param amends the list of which these are corrected rows; null for a list of its own
 */
public record Batch(
    SourceFile file,
    ListKind list,
    String system,
    Scope scope,
    @Nullable Term term,
    LocalDate dataDate,
    long receivedOrder,
    @Nullable Amends amends) {

  /** A list of its own. */
  public Batch(
      SourceFile file,
      ListKind list,
      String system,
      Scope scope,
      @Nullable Term term,
      LocalDate dataDate,
      long receivedOrder) {
    this(file, list, system, scope, term, dataDate, receivedOrder, null);
  }

  /** What a batch is the answer to; two batches of one slot replace each other. */
  public Slot slot() {
    return new Slot(list, system, scope, term);
  }

  /** Kind, source system, unit and term. */
  public record Slot(ListKind list, String system, Scope scope, @Nullable Term term) {}
}
