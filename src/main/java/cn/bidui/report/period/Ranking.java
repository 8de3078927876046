package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Schools compared (学校排名): each is placed by each measure that it has; the mean of its places
 * decides. Equals share a place, and the next one counts all before it: 1, 2, 2, 4.
 */
final class Ranking {

  /** What schools are compared by. */
  enum Measure {
    ON_TIME,
    ERRORS,
    DAYS,
    REPEATED
  }

  /**
   * A school's place.
   *
   * @param place 0 where nothing of it could be measured
   */
  record Ranked(String school, int place, Map<Measure, Fraction> measures) {
    Optional<Fraction> by(Measure measure) {
      return Optional.ofNullable(measures.get(measure));
    }
  }

  private Ranking() {}

  /** The schools in order of place and name; those that could not be measured come last. */
  static List<Ranked> of(PeriodFigures figures) {
    SortedMap<String, Map<Measure, Fraction>> schools = new TreeMap<>();
    for (String school : PlaceRows.schools(figures)) {
      schools.put(school, measures(figures, Place.school(school)));
    }
    return of(schools);
  }

  static List<Ranked> of(SortedMap<String, Map<Measure, Fraction>> schools) {
    Map<String, List<Integer>> places = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      SortedMap<String, Fraction> having = new TreeMap<>();
      schools.forEach(
          (school, own) -> {
            if (own.containsKey(measure)) {
              having.put(school, own.get(measure));
            }
          });
      places(having)
          .forEach(
              (school, place) ->
                  places.computeIfAbsent(school, name -> new ArrayList<>()).add(place));
    }
    SortedMap<String, Fraction> means = new TreeMap<>();
    places.forEach((school, own) -> means.put(school, mean(own)));
    Map<String, Integer> overall = places(means);
    return schools.entrySet().stream()
        .map(
            each ->
                new Ranked(each.getKey(), overall.getOrDefault(each.getKey(), 0), each.getValue()))
        .sorted(
            Comparator.comparing((Ranked each) -> each.place() == 0)
                .thenComparing(Ranked::place)
                .thenComparing(Ranked::school))
        .toList();
  }

  private static Fraction mean(List<Integer> places) {
    return new Fraction(places.stream().mapToInt(Integer::intValue).sum(), places.size());
  }

  /** Less is better. */
  private static Map<String, Integer> places(SortedMap<String, Fraction> values) {
    Map<String, Integer> places = new TreeMap<>();
    values.forEach(
        (school, own) ->
            places.put(
                school,
                1 + (int) values.values().stream().filter(one -> one.compareTo(own) < 0).count()));
    return places;
  }

  /** What can be measured of a school; less is better in all of them. */
  static Map<Measure, Fraction> measures(PeriodFigures figures, Place place) {
    Map<Measure, Fraction> measures = new EnumMap<>(Measure.class);
    long asked = PlaceRows.asked(figures, place);
    put(measures, Measure.ON_TIME, asked, of -> of - PlaceRows.onTime(figures, place));
    long rows = PlaceRows.compared(figures, place);
    put(measures, Measure.ERRORS, rows, of -> figures.figures().of(place, "quality", "open"));
    figures
        .find(place, CaseTally.ALL, "days-tenths")
        .ifPresent(days -> measures.put(Measure.DAYS, new Fraction(days, 10)));
    put(
        measures,
        Measure.REPEATED,
        rows,
        of -> figures.figures().of(place, CaseTally.REPEATED, "count"));
    return measures;
  }

  private static void put(
      Map<Measure, Fraction> measures, Measure measure, long of, Function<Long, Long> part) {
    if (of > 0) {
      measures.put(measure, new Fraction(part.apply(of), of));
    }
  }
}
