package cn.bidui.collect;

/**
 * A file that stays in the inbox for now.
 *
 * @param unit the folders between inbox and file, joined with {@code /}; blank for none
 * @param bytes its length when it was seen; 0 if that could not be told
 * @param modifiedMillis its time stamp when it was seen
 */
public record Waiting(String name, String unit, long bytes, long modifiedMillis, Reason reason) {

  /** Why it stays. */
  public enum Reason {
    /** It changed between two looks, or while it was copied. */
    CHANGING("changing"),
    /** An office program has marked it as open. */
    BEING_EDITED("being-edited"),
    /** Its container has no end yet. */
    INCOMPLETE("incomplete"),
    /** It cannot be opened at the moment. */
    UNREADABLE("unreadable"),
    /** It is a link, a device or the like, which is never followed. */
    NOT_A_FILE("not-a-file"),
    /** It was taken and answered, but cannot be removed from the inbox. */
    TAKEN("taken"),
    /** No file: the inbox itself could not be looked into, and whatever lies there stays. */
    INBOX_AWAY("inbox-away");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The sentence for its owner, in the message catalog. */
    public String key() {
      return "ledger.waiting." + code;
    }
  }

  /** Whether time alone may end the waiting; else a person has to do something. */
  public boolean passing() {
    return reason == Reason.CHANGING || reason == Reason.INCOMPLETE;
  }

  /** What the next run compares with. */
  public Sighting sighting() {
    return new Sighting(name, unit, bytes, modifiedMillis);
  }
}
