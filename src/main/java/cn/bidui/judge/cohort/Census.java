package cn.bidui.judge.cohort;

import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.score.Place;
import cn.bidui.person.Stage;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts children by place and cohort, person by person (学龄人口统计). */
public final class Census {

  /** The nine compulsory cohorts, and those that enter in the next six autumns. */
  private static final int OLDEST = -8;

  private static final int YOUNGEST = 6;
  private static final int UNKNOWN_BEFORE = -1;
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final Night night;
  private final Map<Place, Map<Integer, Count>> cohorts = new TreeMap<>();
  private final Map<Rate, Map<Place, Count>> rates = new EnumMap<>(Rate.class);
  private final boolean knowsChildren;

  /** A number of children, and of how many of them something is so. */
  private static final class Count {
    private int of;
    private int right;

    void add(boolean belongs, boolean is) {
      of += belongs ? 1 : 0;
      right += is ? 1 : 0;
    }
  }

  public Census(Night night) {
    this.night = night;
    knowsChildren =
        night.has(ListKind.POPULATION)
            || night.has(ListKind.HOUSEHOLDS)
            || night.has(ListKind.ROLL);
    for (Rate rate : Rate.values()) {
      if (rate.needs(night).isEmpty()) {
        rates.put(rate, new TreeMap<>());
      }
    }
  }

  /** Looks at one person of the night; adults and people without a birth date count nowhere. */
  public void count(Person person) {
    Optional<LocalDate> birth = night.birth(person);
    if (!knowsChildren || (birth.isEmpty() && !person.onRoll())) {
      return;
    }
    Child child = new Child(night, person);
    int entry = birth.map(Child::entry).orElse(UNKNOWN);
    int cohort = entry == UNKNOWN ? UNKNOWN : entry - night.year().start();
    Set<Place> places = places(child, cohort);
    if (places.isEmpty()) {
      return;
    }
    places.forEach(place -> countCohort(child, place, entry, cohort));
    rates.forEach((rate, counts) -> countRate(child, cohort, rate, counts, places));
  }

  /** Adults are many: their township is not looked up. */
  private static Set<Place> places(Child child, int cohort) {
    boolean young = cohort > OLDEST - Stage.SENIOR.years() - 1;
    if (!young && !child.onRoll()) {
      return Set.of();
    }
    Set<Place> places = new TreeSet<>(Set.of(Place.COUNTY));
    String township = child.township();
    if (!township.isEmpty()) {
      places.add(Place.township(township));
    }
    return places;
  }

  private void countCohort(Child child, Place place, int entry, int cohort) {
    if (cohort >= OLDEST && cohort <= YOUNGEST && child.counted()) {
      cohorts
          .computeIfAbsent(place, none -> new TreeMap<>())
          .computeIfAbsent(entry, none -> new Count())
          .add(true, child.onRoll());
    }
  }

  private static void countRate(
      Child child, int cohort, Rate rate, Map<Place, Count> counts, Set<Place> places) {
    boolean of = rate.of(child, cohort);
    boolean right = rate.right(child, cohort);
    if (of || right) {
      places.forEach(place -> counts.computeIfAbsent(place, none -> new Count()).add(of, right));
    }
  }

  /** What was counted so far. */
  public Population population() {
    List<Cohort> all = new ArrayList<>();
    cohorts.forEach(
        (place, entries) ->
            entries.forEach(
                (entry, count) ->
                    all.add(new Cohort(place, entry, count.of, count.right, UNKNOWN_BEFORE))));
    return new Population(all, indicators());
  }

  private List<Indicator> indicators() {
    List<Indicator> all = new ArrayList<>();
    for (Rate rate : Rate.values()) {
      Map<Place, Count> counts = rates.getOrDefault(rate, Map.of());
      counts.forEach(
          (place, count) -> {
            if (count.of > 0) {
              all.add(indicator(rate, place, count));
            }
          });
      if (all.stream().noneMatch(indicator -> indicator.code().equals(rate.code()))) {
        all.add(notCompared(rate));
      }
    }
    // The sort is stable: within a place the rates keep their order.
    all.sort(Comparator.comparing(Indicator::place));
    return all;
  }

  private static Indicator indicator(Rate rate, Place place, Count count) {
    return new Indicator(rate.code(), place, true, count.right, count.of, rate.target(), List.of());
  }

  /** A list that has none of the rate's children is as good as missing. */
  private Indicator notCompared(Rate rate) {
    List<ListKind> needs = rate.needs(night);
    return new Indicator(
        rate.code(),
        Place.COUNTY,
        false,
        0,
        0,
        rate.target(),
        needs.isEmpty() ? List.of(rate.anyOf().get(0)) : needs);
  }
}
