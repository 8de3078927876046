package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which list a header belongs to. */
sealed interface Recognition {

  /** One list and nothing else. */
  record Known(ProfileMatch match) implements Recognition {}

  /** It is nearest to one list, but lacks what that cannot be read without. */
  record Incomplete(ProfileMatch nearest, List<ProfileMatch> others) implements Recognition {}

  /** Two lists or more are within reach. */
  record Ambiguous(List<ProfileMatch> candidates) implements Recognition {}

  /** Fewest columns missing first, then most columns explained, then by name. */
  Comparator<ProfileMatch> NEAREST =
      Comparator.<ProfileMatch>comparingInt(match -> match.missing().size())
          .thenComparing(match -> -match.explained().size())
          .thenComparing(match -> match.profile().id());

  /** Decides among all profiles. */
  static Recognition of(ColumnProfiles profiles, HeaderLine line) {
    Map<ListKind, List<ProfileMatch>> byKind = new EnumMap<>(ListKind.class);
    for (ColumnProfile profile : profiles.all()) {
      byKind
          .computeIfAbsent(profile.list(), kind -> new ArrayList<>())
          .add(new ProfileMatch(profile, line));
    }
    byKind.values().forEach(matches -> matches.sort(NEAREST));
    List<ProfileMatch> possible = new ArrayList<>();
    for (Map.Entry<ListKind, List<ProfileMatch>> kind : byKind.entrySet()) {
      if (!contradicted(kind, byKind)) {
        possible.add(kind.getValue().get(0));
      }
    }
    return choose(possible, byKind.values().stream().map(matches -> matches.get(0)).toList());
  }

  private static Recognition choose(List<ProfileMatch> possible, List<ProfileMatch> all) {
    List<ProfileMatch> complete =
        possible.stream().filter(match -> match.missing().isEmpty()).toList();
    if (complete.size() == 1) {
      return new Known(complete.get(0));
    }
    List<ProfileMatch> candidates = complete.isEmpty() ? possible : complete;
    candidates = new ArrayList<>(candidates.isEmpty() ? all : candidates);
    candidates.sort(NEAREST);
    boolean nearest =
        complete.isEmpty()
            && !possible.isEmpty()
            && (candidates.size() == 1 || nearer(candidates.get(0), candidates.get(1)));
    return nearest
        ? new Incomplete(candidates.get(0), candidates.subList(1, candidates.size()))
        : new Ambiguous(candidates);
  }

  private static boolean nearer(ProfileMatch one, ProfileMatch other) {
    return one.missing().size() < other.missing().size()
        || (one.missing().size() == other.missing().size()
            && one.explained().size() > other.explained().size());
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
