package cn.bidui.link;

import cn.bidui.link.Handles.Plain;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of tonight's persons, and what is new about them. */
public final class PersonKeys implements NightKeys {

  private final HandleTable handles;
  private final KeyAwards awards;
  private final KnownKeys known;
  private final HandleHash hash;
  private final Map<PersonKey, Integer> persons = new HashMap<>();

  /** Handles of people who stand on earlier lists only and had no key yet. */
  private final Map<String, PersonKey> earlierOnly = new HashMap<>();

  private final List<KeyChange> changes;

  private PersonKeys(HandleTable handles, KnownKeys known, HandleHash hash) {
    this.handles = handles;
    this.known = known;
    this.hash = hash;
    awards = new KeyAwards(handles, known);
    for (int person = 0; person < handles.persons(); person++) {
      persons.put(awards.key(person), person);
    }
    changes = awards.changes();
  }

  /**
   * Gives each person of {@code links} the key that its handles are known by, or mints one.
   *
   * <p>A key goes to the person who has most in common with it. Who has several keeps the oldest;
   * the others become its aliases, unless somebody else has a claim to them. Numbers are minted in
   * the order of persons. If some of the changes had been journaled already, the keys are the same.
   */
  public static PersonKeys assign(
      LinkResult links, Map<ListKind, RecordTable> tables, KnownKeys known, HandleHash hash) {
    return assign(links, tables, List.of(), known, hash);
  }

  /**
   * As above, and gives keys to those on {@code earlier} lists who have none: lists of an earlier
   * term that arrive together with tonight's.
   */
  public static PersonKeys assign(
      LinkResult links,
      Map<ListKind, RecordTable> tables,
      List<RecordTable> earlier,
      KnownKeys known,
      HandleHash hash) {
    PersonKeys keys = new PersonKeys(new HandleTable(links, tables, hash), known, hash);
    for (RecordTable table : earlier) {
      for (int row = 0; row < table.size(); row++) {
        keys.mintIfUnknown(table, row);
      }
    }
    return keys;
  }

  private void mintIfUnknown(RecordTable earlier, int row) {
    if (keyOf(earlier, row) != null) {
      return;
    }
    PersonKey key = awards.mint();
    List<String> own = new ArrayList<>();
    for (Plain plain : Handles.plain(earlier, row)) {
      String handle = plain.hashed(hash);
      if (handles.holders(handle).length == 0 && known.key(handle) == null) {
        own.add(handle);
        earlierOnly.putIfAbsent(handle, key);
      }
    }
    changes.add(new KeyChange.Known(key, own));
  }

  @Override
  public PersonKey key(int person) {
    return awards.key(person);
  }

  @Override
  public int person(PersonKey key) {
    return persons.getOrDefault(current(key), -1);
  }

  private PersonKey current(PersonKey key) {
    PersonKey before = known.current(key);
    return awards.merged.getOrDefault(before, before);
  }

  /** The key by which a row of an earlier night (not in tonight's tables) is known, or null. */
  public @Nullable PersonKey keyOf(RecordTable earlier, int row) {
    KeyMatches matches = new KeyMatches();
    for (Plain plain : Handles.plain(earlier, row)) {
      add(matches, plain.kind(), plain.hashed(hash));
    }
    return matches.best();
  }

  /** Who holds a handle tonight comes before who held it earlier. */
  private void add(KeyMatches matches, Handles.Kind kind, String handle) {
    int[] holders = handles.holders(handle);
    for (int person : holders) {
      matches.add(key(person), kind, holders.length == 1);
    }
    if (holders.length == 0) {
      PersonKey key = known.key(handle);
      PersonKey minted = earlierOnly.get(handle);
      if (key != null) {
        matches.add(current(key), kind, true);
      } else if (minted != null) {
        matches.add(minted, kind, true);
      }
    }
  }

  @Override
  public String handle(String kind, String text) {
    return hash.hash(kind + ":" + text);
  }

  /** What to journal, in canonical order. */
  public List<KeyChange> changes() {
    return List.copyOf(changes);
  }
}
