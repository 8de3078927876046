package cn.bidui.notify;

/** A message was not taken; says why by a message key, and never by what a server said. */
public final class NotSentException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final boolean passing;

  /**
   * A failure.
   *
   * @param key of the {@code notify} catalog
   * @param passing whether it may go away by itself
   */
  public NotSentException(String key, boolean passing) {
    super(key);
    this.key = key;
    this.passing = passing;
  }

  /** The message key. */
  public String key() {
    return key;
  }

  /** Whether trying again may help. */
  public boolean passing() {
    return passing;
  }
}
