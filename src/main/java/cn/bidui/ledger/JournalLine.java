package cn.bidui.ledger;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param seq its number: 1, 2, 3 … without a gap
 * @param epoch the lease under which it was written
 * @param at when; order is told by {@code seq}, never by the clock
 * @param hash SHA-256 over everything before it in the line, the hash of the line before included
 */
public record JournalLine(long seq, long epoch, Instant at, Entry entry, String hash) {

  /** The head of the journal that ends with this line. */
  public Head head() {
    return new Head(seq, hash);
  }

  /**
   * How far a journal goes: its last number and that line's hash. Kept elsewhere, it proves later
   * that nothing before it was changed or cut off.
   */
  public record Head(long seq, String hash) {

    /** An empty journal. */
    public static final Head NONE = new Head(0, Chain.GENESIS);

    /** {@code 128:9f86…}, as it stands in {@code run.json}. */
    public String text() {
      return seq + ":" + hash;
    }

    /** Reads what {@link #text()} wrote. */
    public static Head parse(String text) {
      int colon = text.indexOf(':');
      return new Head(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }
  }
}
