package cn.bidui.judge.score;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many parts of a goal were compared, and how many are right, by place (计数). */
public final class Counts {

  private final SortedMap<Place, Count> counts = new TreeMap<>();

  /**
   * Numerator and denominator.
   *
   * @param of how many were compared
   */
  record Count(long right, long of) {

    Count plus(Count other) {
      return new Count(right + other.right, of + other.of);
    }
  }

  /** Of {@code of} more parts, {@code right} are without error, at each of the places. */
  public void add(Collection<Place> places, long right, long of) {
    places.forEach(place -> add(place, new Count(right, of)));
  }

  private void add(Place place, Count count) {
    counts.merge(place, count, Count::plus);
  }

  /** Adds what another rule counted for the same goal. */
  void add(Counts other) {
    other.counts.forEach(this::add);
  }

  /** By place, from the widest. */
  SortedMap<Place, Count> byPlace() {
    return Collections.unmodifiableSortedMap(counts);
  }
}
