package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.source.RowCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in for received content that is gone. A file with the same content that is dropped
 * again is a file like any other, unless a person asked for the deletion: then what was deleted
 * stays deleted until another list names the person.
 */
public final class Replacements {

  private final Map<String, Replaced> last = new HashMap<>();
  private final Map<String, RowCounts> left = new HashMap<>();
  private final Set<String> obsolete = new HashSet<>();
  private final Set<String> again = new HashSet<>();

  Replacements() {}

  void add(Replaced replaced) {
    Replaced before = last.put(replaced.sha256(), replaced);
    if (before != null && !before.rows().isEmpty() && !before.rows().equals(replaced.rows())) {
      obsolete.add(before.rows());
    }
    obsolete.remove(replaced.rows());
    left.merge(replaced.sha256(), replaced.left(), RowCounts::plus);
    again.remove(replaced.sha256());
  }

  void received(String sha256) {
    Replaced replaced = last.get(sha256);
    if (replaced != null && replaced.why() == Replaced.Why.OVER_AGE) {
      if (!replaced.rows().isEmpty()) {
        obsolete.add(replaced.rows());
      }
      last.remove(sha256);
      left.remove(sha256);
      again.add(sha256);
    }
  }

  /** What stands in for the content of that digest; empty if the content itself still counts. */
  public Optional<Replaced> of(String sha256) {
    return Optional.ofNullable(last.get(sha256));
  }

  /** The digest of what is to be read for {@code sha256}: its own, unless something stands in. */
  public String standIn(String sha256) {
    return of(sha256).map(Replaced::rows).filter(rows -> !rows.isEmpty()).orElse(sha256);
  }

  /** Whether the content of that digest is gone and nothing stands in for it. */
  public boolean removed(String sha256) {
    return of(sha256).filter(replaced -> replaced.rows().isEmpty()).isPresent();
  }

  /** How many of its rows stand no more in what stands in for it. */
  public RowCounts left(String sha256) {
    return left.getOrDefault(sha256, RowCounts.NONE);
  }

  /** Whether the same content was received once more after it had been removed. */
  public boolean again(String sha256) {
    return again.contains(sha256);
  }

  /** The digests of what stood in once, and does no more. */
  public Set<String> obsolete() {
    return Set.copyOf(obsolete);
  }

  /** The digests for which something stands in, or nothing any more. */
  public Set<String> all() {
    return Set.copyOf(last.keySet());
  }
}
