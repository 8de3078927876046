package cn.bidui.plan;

import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All column profiles of an installation, in the order of their names. */
public final class ColumnProfiles {

  /** What was read last, for a process that reads the same files again and again. */
  private static volatile Read last = new Read(Map.of(), new ColumnProfiles(List.of()));

  private final List<ColumnProfile> profiles;

  private ColumnProfiles(List<ColumnProfile> profiles) {
    this.profiles = profiles.stream().sorted(Comparator.comparing(ColumnProfile::id)).toList();
  }

  /** Files without mistakes, and what they say. */
  private record Read(Map<String, String> texts, ColumnProfiles profiles) {}

  /**
   * Reads the files of {@code jobs/columns}; the same texts as the last time are not read again.
   *
   * @param texts file name → its text
   * @param mistakes receives every mistake of every file; profiles with mistakes are left out
   */
  public static ColumnProfiles read(Map<String, String> texts, Mistakes mistakes) {
    Read before = last;
    if (before.texts().equals(texts)) {
      return before.profiles();
    }
    int already = mistakes.all().size();
    ColumnProfiles read = readAnew(texts, mistakes);
    if (mistakes.all().size() == already) {
      last = new Read(Map.copyOf(texts), read);
    }
    return read;
  }

  private static ColumnProfiles readAnew(Map<String, String> texts, Mistakes mistakes) {
    List<ColumnProfile> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      int before = mistakes.all().size();
      Yaml file = Yaml.read(text.getKey(), text.getValue(), mistakes);
      Optional<ColumnProfile> profile = new ProfileReading(file).profile();
      if (profile.isPresent() && !ids.add(profile.get().id())) {
        file.at("profile").mistake("plan.profile-twice", profile.get().id());
      }
      boolean faultless = mistakes.all().size() == before;
      profile.filter(one -> faultless).ifPresent(read::add);
    }
    return new ColumnProfiles(read);
  }

  /** All of them, by name. */
  public List<ColumnProfile> all() {
    return profiles;
  }

  /** Those of {@code kind}, by name. */
  public List<ColumnProfile> of(ListKind kind) {
    return profiles.stream().filter(profile -> profile.list() == kind).toList();
  }

  /** The profile of that name. */
  public Optional<ColumnProfile> named(String id) {
    return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }
}
