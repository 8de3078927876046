package cn.bidui.report.city;

import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counties side by side, in the order of their names.
 *
 * @param asOf the day that the totals are of; null if no county tells a day
 */
record City(@Nullable LocalDate asOf, List<County> counties) {

  City {
    counties = counties.stream().sorted(Comparator.comparing(County::name)).toList();
  }

  /**
   * Compares the nights with each other.
   *
   * @param wanted the day that the totals are to be of; null for the newest that a county has
   */
  static City of(List<County> read, @Nullable LocalDate wanted) {
    LocalDate day = wanted == null ? newest(read) : wanted;
    Map<String, SortedSet<String>> twins = twins(read);
    List<County> counties =
        read.stream().map(county -> dated(county, day)).map(each -> told(each, twins)).toList();
    return new City(day, counties);
  }

  private static @Nullable LocalDate newest(List<County> counties) {
    return nights(counties)
        .map(night -> night.run().asOf())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static County dated(County county, @Nullable LocalDate day) {
    return county
        .figures()
        .map(night -> night.run().asOf())
        .filter(its -> !its.equals(day))
        .map(its -> county.with(Remark.of(Fault.OTHER_DATE, its, String.valueOf(day))))
        .orElse(county);
  }

  private static Map<String, SortedSet<String>> twins(List<County> counties) {
    Map<String, SortedSet<String>> names = new HashMap<>();
    for (County county : counties) {
      county
          .figures()
          .ifPresent(
              night ->
                  names
                      .computeIfAbsent(night.run().mark(), mark -> new TreeSet<>())
                      .add(county.name()));
    }
    return names;
  }

  /** A county is not added up twice because somebody copied the wrong folder. */
  private static County told(County county, Map<String, SortedSet<String>> twins) {
    SortedSet<String> names =
        new TreeSet<>(
            county
                .figures()
                .map(night -> (Set<String>) twins.get(night.run().mark()))
                .orElse(Set.of()));
    names.remove(county.name());
    return names.isEmpty()
        ? county
        : county.with(Remark.of(Fault.SAME_NIGHT, String.join("、", names)));
  }

  List<County> of(Condition condition) {
    return counties.stream().filter(county -> county.condition() == condition).toList();
  }

  /** The nights of all counties in {@code condition}. */
  List<CountyNight> nights(Condition condition) {
    return nights(of(condition)).toList();
  }

  private static Stream<CountyNight> nights(List<County> counties) {
    return counties.stream().flatMap(county -> county.figures().stream());
  }

  /** What all counties in {@code condition} come to. */
  Figures sum(Condition condition) {
    return Figures.sum(nights(condition).stream().map(CountyNight::figures).toList());
  }

  /** The codes of all rules that any county knows, in the order of the runs. */
  Set<String> rules() {
    Set<String> rules = new LinkedHashSet<>();
    nights(counties).forEach(night -> rules.addAll(night.run().rules().keySet()));
    nights(counties).forEach(night -> rules.addAll(night.figures().rules().keySet()));
    return rules;
  }

  /** The counties that a total leaves out; blank if it has all. */
  String leftOut(Messages messages) {
    return leftOut(messages, night -> true);
  }

  /** The same of a total over those counties only that {@code known} holds of. */
  String leftOut(Messages messages, Predicate<CountyNight> known) {
    return named(
        messages,
        counties.stream()
            .filter(each -> each.condition() != Condition.COUNTED || blind(each, known)),
        known);
  }

  /** The counties that are counted, yet {@code known} does not hold of; blank if there are none. */
  String blind(Messages messages, Predicate<CountyNight> known) {
    return named(messages, counties.stream().filter(each -> blind(each, known)), known);
  }

  private static boolean blind(County county, Predicate<CountyNight> known) {
    return county.condition() == Condition.COUNTED && county.figures().filter(known).isEmpty();
  }

  private static String named(
      Messages messages, Stream<County> leftOut, Predicate<CountyNight> known) {
    String names =
        leftOut
            .map(county -> blind(county, known) ? unseen(county, messages) : county.label(messages))
            .collect(Collectors.joining("、"));
    return names.isEmpty() ? "" : messages.text("report.city.left-out", names);
  }

  private static String unseen(County county, Messages messages) {
    return messages.text(
        "report.city.marked", county.name(), messages.text("report.city.not-compared"));
  }

  /** A name that two counties bear; empty if none do. */
  Optional<String> doubled() {
    Set<String> seen = new TreeSet<>();
    return counties.stream().map(County::name).filter(name -> !seen.add(name)).findFirst();
  }
}
