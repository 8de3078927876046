package cn.bidui.report.period;

import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that the last night of a period rested on, and how old its data was.
 *
 * @param unit who sent it; blank where it lay in the inbox itself
 * @param term blank where rows name their own terms
 * @param dataDate as {@code 2026-10-08}
 */
public record ListDate(ListKind list, String unit, String term, String dataDate)
    implements Comparable<ListDate> {

  private static final Comparator<ListDate> ORDER =
      Comparator.comparing(ListDate::list)
          .thenComparing(ListDate::unit)
          .thenComparing(ListDate::term)
          .thenComparing(ListDate::dataDate);

  @Override
  public int compareTo(ListDate other) {
    return ORDER.compare(this, other);
  }

  /** The lists that a night rested on; corrected rows go with theirs. */
  public static List<ListDate> of(List<Batch> effective) {
    return effective.stream()
        .filter(batch -> batch.amends() == null)
        .map(ListDate::of)
        .distinct()
        .sorted()
        .toList();
  }

  private static ListDate of(Batch batch) {
    @Nullable Term term = batch.term();
    String unit = batch.file().unit().replaceAll("[\\p{Cntrl}]+", " ");
    return new ListDate(
        batch.list(), unit, term == null ? "" : term.label(), batch.dataDate().toString());
  }
}
