package cn.bidui.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which person keeps which known key. Nothing here depends on what this night adds to the
 * known keys: if only a part of it had been journaled before a crash, the result is the same.
 */
final class KeyAwards {

  private final HandleTable handles;
  private final KnownKeys known;
  private final KeyMatches[] matches;
  private final @Nullable PersonKey[] keys;

  /** Everybody whose handles lead to a key, by key. */
  private final TreeMap<PersonKey, List<Integer>> claimants = new TreeMap<>();

  /** Keys that become aliases, with the key that is kept. */
  final TreeMap<PersonKey, PersonKey> merged = new TreeMap<>();

  private long lastNumber;

  KeyAwards(HandleTable handles, KnownKeys known) {
    this.handles = handles;
    this.known = known;
    this.lastNumber = known.lastNumber();
    keys = new PersonKey[handles.persons()];
    matches = new KeyMatches[handles.persons()];
    // Nobody's matches depend on another's, and looking them up is most of the work here.
    IntStream.range(0, keys.length).parallel().forEach(person -> matches[person] = matches(person));
    claim();
    claimants.forEach(this::award);
    for (int person = 0; person < keys.length; person++) {
      awardByWeakHandle(person);
    }
    for (int person = 0; person < keys.length; person++) {
      if (keys[person] == null) {
        keys[person] = mint();
      }
    }
  }

  private KeyMatches matches(int person) {
    KeyMatches found = new KeyMatches();
    for (int entry = handles.start(person); entry < handles.end(person); entry++) {
      PersonKey key = known.key(handles.text(entry));
      if (key != null) {
        found.add(key, handles.kind(entry), !handles.shared(entry));
      }
    }
    PersonKey last = known.lastNumber() == 0 ? null : known.key(handles.nth(person));
    if (last != null) {
      found.add(last, Handles.Kind.NTH, true);
    }
    return found;
  }

  private void claim() {
    for (int person = 0; person < keys.length; person++) {
      for (KeyMatches.Match match : matches[person].all()) {
        claimants.computeIfAbsent(match.key, none -> new ArrayList<>()).add(person);
      }
    }
  }

  /** Keys come in the order of their age, so the oldest is kept where one person has several. */
  private void award(PersonKey key, List<Integer> persons) {
    List<Integer> deciding =
        persons.stream().filter(person -> matches[person].decides(key)).toList();
    deciding.stream()
        .filter(person -> keys[person] == null)
        .min(Comparator.comparingInt(person -> -matches[person].points(key)))
        .ifPresentOrElse(person -> keys[person] = key, () -> merge(key, persons, deciding));
  }

  /** A key that leads to nobody else, and whose person has an older one, becomes an alias. */
  private void merge(PersonKey key, List<Integer> persons, List<Integer> deciding) {
    if (persons.size() == 1 && deciding.size() == 1) {
      PersonKey kept = keys[deciding.get(0)];
      if (kept != null) {
        merged.put(key, kept);
      }
    }
  }

  private void awardByWeakHandle(int person) {
    for (KeyMatches.Match match : matches[person].all()) {
      boolean alone = claimants.getOrDefault(match.key, List.of()).size() == 1;
      if (keys[person] == null && match.weak() && alone) {
        keys[person] = match.key;
      }
    }
  }

  /** The next new key. */
  PersonKey mint() {
    lastNumber++;
    return new PersonKey(lastNumber);
  }

  /** The key of {@code person}. */
  PersonKey key(int person) {
    PersonKey key = keys[person];
    if (key == null) {
      throw new IllegalStateException("every person has a key");
    }
    return key;
  }

  /** What to journal about tonight's persons, in canonical order. */
  List<KeyChange> changes() {
    Map<PersonKey, List<PersonKey>> aliases = new TreeMap<>();
    merged.forEach(
        (alias, kept) -> aliases.computeIfAbsent(kept, none -> new ArrayList<>()).add(alias));
    List<KeyChange> changes = new ArrayList<>();
    for (int person = 0; person < keys.length; person++) {
      PersonKey key = key(person);
      aliases
          .getOrDefault(key, List.of())
          .forEach(alias -> changes.add(new KeyChange.Merged(key, alias)));
      List<String> further = further(person, key);
      if (!further.isEmpty()) {
        changes.add(new KeyChange.Known(key, further));
      }
    }
    return changes;
  }

  /** Handles that are this person's alone and known for nobody yet. */
  private List<String> further(int person, PersonKey key) {
    List<String> further = new ArrayList<>();
    KeyMatches after = new KeyMatches();
    for (int entry = handles.start(person); entry < handles.end(person); entry++) {
      PersonKey holder = known.key(handles.text(entry));
      boolean own = !handles.shared(entry);
      if (own && holder == null) {
        further.add(handles.text(entry));
        after.add(key, handles.kind(entry), true);
      } else if (holder != null) {
        after.add(holder, handles.kind(entry), own);
      }
    }
    boolean minted = key.number() > known.lastNumber();
    // A new key must be found again by what is journaled for it, or it would be minted twice.
    if (minted && !after.decides(key) && !after.weak(key)) {
      further.add(handles.nth(person));
    }
    return further;
  }
}
