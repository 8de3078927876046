package cn.bidui.link;

/**
 * Keyed hash of a natural key (HMAC), so that the journal can name a person without an id or a name
 * in it. The same text gives the same hash in one work folder and tells nothing without its key.
 */
@FunctionalInterface
public interface HandleHash {

  /** Lower-case hex, at least 128 bits. */
  String hash(String text);
}
