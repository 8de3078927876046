package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of tonight's persons, and what is new about them. */
public final class PersonKeys {

  private PersonKeys() {}

  /** Gives each person of {@code links} the key that its handles are known by, or mints one. */
  public static PersonKeys assign(
      LinkResult links, Map<ListKind, RecordTable> tables, KnownKeys known, HandleHash hash) {
    return new PersonKeys();
  }

  /** The key of {@code person}. */
  public PersonKey key(int person) {
    return new PersonKey(person + 1L);
  }

  /** The person of tonight that goes by {@code key} or had it as an alias; -1 if nobody does. */
  public int person(PersonKey key) {
    return -1;
  }

  /** The key by which a row of an earlier night (not in tonight's tables) is known, or null. */
  public @Nullable PersonKey keyOf(RecordTable earlier, int row) {
    return null;
  }

  /** What to journal, in canonical order. */
  public List<KeyChange> changes() {
    return List.of();
  }
}
