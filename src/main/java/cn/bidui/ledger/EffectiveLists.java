package cn.bidui.ledger;

import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import cn.bidui.source.Scope;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of all batches ever taken tonight's comparison rests on (生效名单). Of two batches that speak
 * for the same list, source system, unit and term, the one with the later data date holds, then the
 * one received later. A partial list replaces the rows of exactly its unit in the county-wide list
 * before it, until a later county-wide list that has rows of that unit replaces both.
 *
 * <p>Rows that came back corrected replace nothing: they hold exactly while the list holds that
 * they amend, and are replaced where its rows are.
 */
public final class EffectiveLists {

  private static final Comparator<Batch> AGE =
      Comparator.comparing(Batch::dataDate).thenComparingLong(Batch::receivedOrder);

  private EffectiveLists() {}

  /**
   * A batch that holds.
   *
   * @param batch a list, or corrected rows of one
   * @param exceptUnits units whose rows in it are replaced by later partial lists
   */
  public record Effective(Batch batch, Set<String> exceptUnits) {
    public Effective {
      exceptUnits = java.util.Collections.unmodifiableSet(new TreeSet<>(exceptUnits));
    }
  }

  /** What replaces what: grants speak for a term, snapshots for the newest one only. */
  private record Series(ListKind list, String system, @Nullable Term term) {
    static Series of(Batch batch) {
      boolean byTerm = batch.list() == ListKind.AID || batch.list() == ListKind.PAYMENTS;
      return new Series(batch.list(), batch.system(), byTerm ? batch.term() : null);
    }
  }

  /**
   * The batches that hold among all that were accepted, in order of list, file and receipt.
   *
   * @param covers whether a county-wide list has rows of a unit: one that has none does not speak
   *     for it, so that unit's own list goes on
   */
  public static List<Effective> of(List<Batch> accepted, BiPredicate<Batch, String> covers) {
    Map<Series, Map<Scope, Batch>> newest = new HashMap<>();
    for (Batch batch : lists(accepted)) {
      newest
          .computeIfAbsent(Series.of(batch), series -> new HashMap<>())
          .merge(batch.scope(), batch, (a, b) -> AGE.compare(a, b) >= 0 ? a : b);
    }
    List<Effective> effective = new ArrayList<>();
    for (Map<Scope, Batch> byScope : newest.values()) {
      effective.addAll(ofSeries(byScope, covers));
    }
    effective.addAll(amending(accepted, effective));
    effective.sort(
        Comparator.comparing((Effective e) -> e.batch().list())
            .thenComparing(e -> e.batch().file())
            .thenComparingLong(e -> e.batch().receivedOrder()));
    return List.copyOf(effective);
  }

  private static List<Batch> lists(List<Batch> accepted) {
    return accepted.stream().filter(batch -> batch.amends() == null).toList();
  }

  private static List<Effective> amending(List<Batch> accepted, List<Effective> lists) {
    List<Effective> amending = new ArrayList<>();
    for (Batch batch : accepted) {
      // Looked for only where there is something to find: thousands of lists may hold.
      if (batch.amends() != null) {
        list(batch.amends(), lists)
            .ifPresent(list -> amending.add(new Effective(batch, list.exceptUnits())));
      }
    }
    return amending;
  }

  /** The list among {@code effective} that {@code amends} speaks of; empty if it does not hold. */
  public static Optional<Effective> list(@Nullable Amends amends, List<Effective> effective) {
    return effective.stream()
        .filter(holding -> holding.batch().amends() == null)
        .filter(holding -> amends != null && amends.belongsTo(holding.batch().file()))
        .findFirst();
  }

  private static List<Effective> ofSeries(
      Map<Scope, Batch> byScope, BiPredicate<Batch, String> covers) {
    @Nullable Batch county = byScope.get(Scope.COUNTY);
    List<Effective> holding = new ArrayList<>();
    Set<String> replaced = new TreeSet<>();
    for (Map.Entry<Scope, Batch> entry : byScope.entrySet()) {
      String unit = entry.getKey().unit();
      boolean newer = county == null || AGE.compare(entry.getValue(), county) > 0;
      boolean partial = !entry.getKey().countyWide();
      if (partial && (newer || !(county != null && covers.test(county, unit)))) {
        holding.add(new Effective(entry.getValue(), Set.of()));
        replaced.add(unit);
      }
    }
    if (county != null) {
      holding.add(new Effective(county, replaced));
    }
    return holding;
  }

  /** Whether the two speak for the same list, source system, unit and, where it counts, term. */
  public static boolean sameSlot(Batch one, Batch other) {
    return Series.of(one).equals(Series.of(other)) && one.scope().equals(other.scope());
  }

  /** The batch that {@code candidate} would replace as a whole among {@code effective}, if any. */
  public static @Nullable Batch replacedBy(Batch candidate, List<Effective> effective) {
    for (Effective holding : effective) {
      Batch batch = holding.batch();
      if (batch.amends() == null && sameSlot(batch, candidate)) {
        return AGE.compare(candidate, batch) >= 0 ? batch : null;
      }
    }
    return null;
  }
}
