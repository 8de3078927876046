package cn.bidui.judge.night;

import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The snapshots of lists that are kept from night to night: of each list and term the one that
 * stands nearest to the first day of the term, whatever the order in which they came.
 */
public final class KeptSnapshots implements Standings {

  private final Map<Snapshot.About, Snapshot> nearest = new TreeMap<>();
  private final Set<Snapshot.About> tonights = new TreeSet<>();
  private final long graceDays;

  /**
   * @param kept of earlier nights
   * @param tonight of tonight's lists; of the same data date as a kept one they are a correction
   */
  public KeptSnapshots(Collection<Snapshot> kept, List<Snapshot> tonight, long graceDays) {
    this.graceDays = graceDays;
    for (Snapshot one : tonight) {
      nearest.put(one.about(), one);
      tonights.add(one.about());
    }
    for (Snapshot one : kept) {
      if (one.nearer(nearest.get(one.about()), graceDays)) {
        nearest.put(one.about(), one);
        tonights.remove(one.about());
      }
    }
  }

  /** Those to be kept for the nights to come, by list and term. */
  public List<Snapshot> all() {
    return List.copyOf(nearest.values());
  }

  /**
   * Only a list of the term's own time speaks for it. One that came later says no more than
   * tonight's, whose corrections would else not count.
   */
  @Override
  public Optional<Snapshot> earlier(ListKind list, Term term) {
    Snapshot.About about = new Snapshot.About(list, term);
    return tonights.contains(about)
        ? Optional.empty()
        : Optional.ofNullable(nearest.get(about)).filter(one -> one.inTime(graceDays));
  }
}
