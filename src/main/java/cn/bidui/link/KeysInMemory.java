package cn.bidui.link;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known keys, folded from the changes that the journal holds, in their order. */
public final class KeysInMemory implements KnownKeys {

  private final Map<String, PersonKey> keys = new HashMap<>();
  private final Map<PersonKey, PersonKey> kept = new HashMap<>();
  private long lastNumber;

  /** Takes the next change of the journal. */
  public void apply(KeyChange change) {
    if (change instanceof KeyChange.Known known) {
      lastNumber = Math.max(lastNumber, known.key().number());
      known.handles().forEach(handle -> keys.put(handle, known.key()));
    } else if (change instanceof KeyChange.Merged merged) {
      kept.put(merged.alias(), merged.kept());
    }
  }

  @Override
  public @Nullable PersonKey key(String handle) {
    PersonKey key = keys.get(handle);
    return key == null ? null : current(key);
  }

  @Override
  public PersonKey current(PersonKey key) {
    PersonKey at = key;
    while (kept.containsKey(at)) {
      at = kept.getOrDefault(at, at);
    }
    return at;
  }

  @Override
  public long lastNumber() {
    return lastNumber;
  }
}
