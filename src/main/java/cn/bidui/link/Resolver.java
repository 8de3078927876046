package cn.bidui.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides over all candidates of one tier at once, so that no pair wins by coming first: candidates
 * that hang together are accepted as a whole, or left to people as a whole.
 */
final class Resolver {

  private final Matching matching;

  /** What candidates have in common, as it is named where too many have. */
  private final String shared;

  /** Some candidates that hang together, and the groups (by first row, ascending) they join. */
  record Knot(List<Candidate> candidates, List<Integer> groups) {}

  Resolver(Matching matching, String shared) {
    this.matching = matching;
    this.shared = shared;
  }

  /**
   * The knots that are {@code consistent}. The others stay open, but for those of more groups than
   * anybody can look through: they are reported.
   */
  List<Knot> resolve(List<Candidate> candidates, Predicate<Knot> consistent) {
    // All are judged before any is linked: what one knot becomes is no reason for another.
    List<Knot> accepted = new ArrayList<>();
    for (Knot knot : knots(candidates)) {
      if (knot.groups.size() > matching.mostOfOne()) {
        matching.tooLarge(shared, knot.groups.size());
      } else if (consistent.test(knot) && !ruledOut(knot)) {
        accepted.add(knot);
      } else {
        matching.open.addAll(knot.candidates);
      }
    }
    return accepted;
  }

  /** Makes the groups of {@code knot} one person. */
  void link(Knot knot) {
    knot.candidates.forEach(pair -> matching.link(pair.left(), pair.right(), pair.tier()));
  }

  private Collection<Knot> knots(List<Candidate> candidates) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.removeIf(pair -> matching.groups.together(pair.left(), pair.right()));
    sorted.sort(Comparator.comparingInt(Candidate::first).thenComparingInt(Candidate::second));
    Map<Integer, Integer> parents = new HashMap<>();
    for (Candidate pair : sorted) {
      int left = find(parents, matching.groups.of(pair.left()));
      int right = find(parents, matching.groups.of(pair.right()));
      parents.put(Math.max(left, right), Math.min(left, right));
    }
    Map<Integer, List<Candidate>> byKnot = new TreeMap<>();
    for (Candidate pair : sorted) {
      int knot = find(parents, matching.groups.of(pair.left()));
      byKnot.computeIfAbsent(knot, none -> new ArrayList<>()).add(pair);
    }
    return byKnot.values().stream().map(this::knot).toList();
  }

  private static int find(Map<Integer, Integer> parents, int group) {
    int at = group;
    while (parents.getOrDefault(at, at) != at) {
      at = parents.getOrDefault(at, at);
    }
    return at;
  }

  private Knot knot(List<Candidate> candidates) {
    List<Integer> groups =
        candidates.stream()
            .flatMap(pair -> java.util.stream.Stream.of(pair.left(), pair.right()))
            .map(matching.groups::of)
            .sorted()
            .distinct()
            .toList();
    return new Knot(candidates, groups);
  }

  private boolean ruledOut(Knot knot) {
    for (int a : knot.groups) {
      for (int b : knot.groups) {
        if (matching.groups.forbidden(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether each list has a say in one group at most, and there is no second valid id. */
  boolean oneToOne(Knot knot) {
    int seen = 0;
    long id = 0;
    for (int group : knot.groups) {
      long theirs = matching.groups.id(group);
      boolean secondId = theirs != 0 && id != 0 && theirs != id;
      if ((seen & matching.groups.lists(group)) != 0 || secondId) {
        return false;
      }
      seen |= matching.groups.lists(group);
      id = theirs != 0 ? theirs : id;
    }
    return true;
  }
}
