package cn.bidui.link;

import org.jspecify.annotations.Nullable;

/** The person keys that the journal holds so far; read by several threads at once. */
public interface KnownKeys {

  /**
   * The key that {@code handle} (a {@link HandleHash}) was journaled for, aliases followed; or
   * null.
   */
  @Nullable PersonKey key(String handle);

  /** The highest number minted so far; 0 if none. */
  long lastNumber();

  /** The key that {@code key} was merged into, or {@code key} itself. */
  default PersonKey current(PersonKey key) {
    return key;
  }
}
