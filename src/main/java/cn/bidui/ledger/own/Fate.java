package cn.bidui.ledger.own;

import cn.bidui.ledger.Entry;
import java.util.List;

/** What became of a row of the ledger: each is exactly one of these. */
public sealed interface Fate {

  /** The row. */
  OwnRow row();

  /**
   * It is an answer to a finding.
   *
   * @param answered without the digest of its note, which is not archived yet
   * @param note the words of the row; blank if it has none
   */
  record Taken(OwnRow row, Entry.Answered answered, String note) implements Fate {

    /** The same, its note archived. */
    public Entry.Answered kept(String digest) {
      return new Entry.Answered(
          answered.findingId(),
          answered.outcome(),
          answered.by(),
          answered.until(),
          digest,
          answered.facts(),
          answered.asOf(),
          answered.proof());
    }

    boolean saysTheSame(Taken other) {
      return answered.outcome().equals(other.answered.outcome())
          && java.util.Objects.equals(answered.until(), other.answered.until());
    }
  }

  /**
   * It was not taken.
   *
   * @param words for {@link Reason#action}
   */
  record Left(OwnRow row, Reason reason, List<String> words) implements Fate {
    public Left {
      words = List.copyOf(words);
    }

    static Left of(OwnRow row, Reason reason, String... words) {
      return new Left(row, reason, List.of(words));
    }
  }
}
