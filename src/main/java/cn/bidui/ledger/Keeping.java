package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Purged;
import cn.bidui.ledger.Entry.Replaced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the retention rules have removed, and what no certificate tells of yet. */
public final class Keeping {

  private final List<Replaced> uncertified = new ArrayList<>();
  private final List<Purged> purged = new ArrayList<>();
  private final Set<String> items = new HashSet<>();

  Keeping() {}

  void add(Replaced replaced) {
    if (replaced.why() == Replaced.Why.OVER_AGE) {
      uncertified.add(replaced);
    }
  }

  void add(Purged done) {
    uncertified.clear();
    purged.add(done);
    items.addAll(done.items());
  }

  /** Files that were removed since the last certificate, in order. */
  public List<Replaced> uncertified() {
    return List.copyOf(uncertified);
  }

  /** Whether a certificate tells of that removal: {@code report:2026-09-01}, {@code blob:…}. */
  public boolean certified(String item) {
    return items.contains(item);
  }

  /** Everything that certificates tell of besides files. */
  public Set<String> items() {
    return Set.copyOf(items);
  }

  /** All removals, in order. */
  public List<Purged> purged() {
    return List.copyOf(purged);
  }

  /** The day of the last removal. */
  public Optional<Purged> last() {
    return purged.isEmpty() ? Optional.empty() : Optional.of(purged.get(purged.size() - 1));
  }
}
