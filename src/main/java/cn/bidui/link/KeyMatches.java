package cn.bidui.link;

import cn.bidui.link.Handles.Kind;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys that one person's (or one row's) handles lead to, and how strongly. */
final class KeyMatches {

  private final SortedMap<PersonKey, Match> byKey = new TreeMap<>();

  /** What leads to one key. */
  static final class Match {
    final PersonKey key;
    private int points;
    private boolean strong;
    private boolean named;
    private boolean weak;

    Match(PersonKey key) {
      this.key = key;
    }

    int points() {
      return points;
    }

    /** Whether it is enough where nothing stronger is in common. */
    boolean weak() {
      return weak;
    }
  }

  /**
   * Counts one handle.
   *
   * @param unique whether nobody else holds the handle tonight
   */
  void add(PersonKey key, Kind kind, boolean unique) {
    Match match = byKey.computeIfAbsent(key, Match::new);
    match.points += kind.points;
    match.strong |= kind.strong();
    match.named |= !kind.strong();
    match.weak |= kind.weak() && unique;
  }

  /**
   * Whether the match with {@code key} can decide: by a number, unless a name leads to another key
   * and none to this one. A number that went over to somebody else must not take his key along.
   */
  boolean decides(PersonKey key) {
    Match match = byKey.get(key);
    boolean anyNamed = byKey.values().stream().anyMatch(each -> each.named);
    return match != null && match.strong && (match.named || !anyNamed);
  }

  /** Whether a handle that nobody else has leads to {@code key}, and is enough by itself. */
  boolean weak(PersonKey key) {
    Match match = byKey.get(key);
    return match != null && match.weak;
  }

  int points(PersonKey key) {
    Match match = byKey.get(key);
    return match == null ? 0 : match.points;
  }

  /** All matches, by key. */
  Collection<Match> all() {
    return byKey.values();
  }

  /** The key with the most points among those that decide, else among the weak; or null. */
  @Nullable PersonKey best() {
    PersonKey decided = best(true);
    return decided == null ? best(false) : decided;
  }

  private @Nullable PersonKey best(boolean deciding) {
    Match best = null;
    for (Match match : byKey.values()) {
      boolean counts = deciding ? decides(match.key) : match.weak;
      if (counts && (best == null || match.points > best.points)) {
        best = match;
      }
    }
    return best == null ? null : best.key;
  }
}
