package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which list a header belongs to. */
sealed interface Recognition {

  /** One list and nothing else. */
  record Known(ProfileMatch match) implements Recognition {}

  /** It is nearest to one list, but lacks what that cannot be read without. */
  record Incomplete(ProfileMatch nearest, List<ProfileMatch> others) implements Recognition {}

  /** Two lists or more are within reach. */
  record Ambiguous(List<ProfileMatch> candidates) implements Recognition {}

  /**
   * Decides among all profiles, unless a person has decided about this very header.
   *
   * @param caption title rows, sheet name and file name: their words decide where columns do not
   */
  static Recognition of(HeaderFinder headers, HeaderLine line, String caption) {
    Optional<ProfileMatch> remembered =
        headers.memory().of(line.fingerprint()).flatMap(told -> match(headers, line, told));
    if (remembered.isPresent()) {
      ProfileMatch match = remembered.get();
      return match.missing().isEmpty() ? new Known(match) : new Incomplete(match, List.of());
    }
    return among(matches(headers, line, caption), caption);
  }

  /** Nothing if the profile is gone since. */
  private static Optional<ProfileMatch> match(
      HeaderFinder headers, HeaderLine line, RememberedHeader told) {
    return headers
        .profiles()
        .named(told.profile())
        .map(profile -> new ProfileMatch(profile, line, told));
  }

  private static Map<ListKind, List<ProfileMatch>> matches(
      HeaderFinder headers, HeaderLine line, String caption) {
    Map<ListKind, List<ProfileMatch>> byKind = new EnumMap<>(ListKind.class);
    for (ColumnProfile profile : headers.profiles().all()) {
      if (profile.titles().allow(caption)) {
        byKind
            .computeIfAbsent(profile.list(), kind -> new ArrayList<>())
            .add(new ProfileMatch(profile, line));
      }
    }
    byKind.values().forEach(matches -> matches.sort(nearest(caption)));
    return byKind;
  }

  /**
   * Fewest columns missing first, then most columns explained, then those that the caption names,
   * then by name; but before all, lists that have columns of their own and of which not one is
   * there come last.
   */
  static Comparator<ProfileMatch> nearest(String caption) {
    return Comparator.comparing(ProfileMatch::undecided)
        .thenComparingInt(match -> match.missing().size())
        .thenComparing(match -> -match.explained().size())
        .thenComparing(match -> !match.profile().titles().names(caption))
        .thenComparing(match -> !match.profile().titles().in(caption))
        .thenComparing(match -> match.profile().id());
  }

  private static Recognition among(Map<ListKind, List<ProfileMatch>> byKind, String caption) {
    List<ProfileMatch> possible = new ArrayList<>();
    for (Map.Entry<ListKind, List<ProfileMatch>> kind : byKind.entrySet()) {
      if (!contradicted(kind, byKind)) {
        possible.add(kind.getValue().get(0));
      }
    }
    List<ProfileMatch> all = byKind.values().stream().map(matches -> matches.get(0)).toList();
    return choose(possible, all, caption);
  }

  private static Recognition choose(
      List<ProfileMatch> possible, List<ProfileMatch> all, String caption) {
    List<ProfileMatch> complete = decided(titled(complete(possible), caption));
    if (complete.size() == 1) {
      return new Known(complete.get(0));
    }
    if (!complete.isEmpty() || possible.isEmpty()) {
      List<ProfileMatch> any = complete.isEmpty() ? complete(all) : complete;
      return new Ambiguous(any.isEmpty() ? withinReach(all, caption) : sorted(any, caption));
    }
    List<ProfileMatch> candidates = withinReach(possible, caption);
    boolean nearest = candidates.size() == 1 || nearer(candidates.get(0), candidates.get(1));
    return nearest
        ? new Incomplete(candidates.get(0), candidates.subList(1, candidates.size()))
        : new Ambiguous(candidates);
  }

  private static List<ProfileMatch> complete(List<ProfileMatch> matches) {
    return matches.stream().filter(match -> match.missing().isEmpty()).toList();
  }

  /** Those that have a column of their own, or all where none has: 户号 is no list's own. */
  private static List<ProfileMatch> decided(List<ProfileMatch> matches) {
    List<ProfileMatch> decided = matches.stream().filter(match -> !match.undecided()).toList();
    return decided.isEmpty() ? matches : decided;
  }

  /** Those that the caption names, or all where it names none. */
  private static List<ProfileMatch> titled(List<ProfileMatch> matches, String caption) {
    List<ProfileMatch> named =
        matches.stream().filter(match -> match.profile().titles().in(caption)).toList();
    return named.isEmpty() ? matches : named;
  }

  /** The nearest, and all that lack no more columns than it. */
  private static List<ProfileMatch> withinReach(List<ProfileMatch> matches, String caption) {
    List<ProfileMatch> sorted = sorted(matches, caption);
    return sorted.stream().filter(match -> asNear(match, sorted.get(0))).toList();
  }

  private static List<ProfileMatch> sorted(List<ProfileMatch> matches, String caption) {
    return matches.stream().sorted(nearest(caption)).toList();
  }

  private static boolean asNear(ProfileMatch one, ProfileMatch nearest) {
    return one.undecided() == nearest.undecided()
        && one.missing().size() == nearest.missing().size();
  }

  private static boolean nearer(ProfileMatch one, ProfileMatch other) {
    return one.explained().size() > other.explained().size();
  }

  /**
   * Whether the header has columns that speak for another kind and mean nothing in this one: such
   * as only the other has, or all that the other needs.
   */
  private static boolean contradicted(
      Map.Entry<ListKind, List<ProfileMatch>> kind, Map<ListKind, List<ProfileMatch>> byKind) {
    Set<Integer> explained = new HashSet<>();
    kind.getValue().forEach(match -> explained.addAll(match.explained()));
    for (Map.Entry<ListKind, List<ProfileMatch>> other : byKind.entrySet()) {
      if (other.getKey() != kind.getKey() && speaksAgainst(other.getValue(), explained)) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaksAgainst(List<ProfileMatch> others, Set<Integer> explained) {
    for (ProfileMatch other : others) {
      boolean complete = other.missing().isEmpty();
      if (!explained.containsAll(other.deciding())
          || (complete && !explained.containsAll(other.required()))) {
        return true;
      }
    }
    return false;
  }
}
