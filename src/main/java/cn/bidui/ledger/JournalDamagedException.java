package cn.bidui.ledger;

import java.io.IOException;

/**
 * The journal was changed since it was written, so nothing may be built on it or added to it. A
 * backup has the lines as they were.
 */
public final class JournalDamagedException extends IOException {

  private final transient Verdict verdict;

  JournalDamagedException(Verdict verdict) {
    super("the journal is not as it was written after line " + verdict.sound().seq());
    this.verdict = verdict;
  }

  /** Where and how. */
  public Verdict verdict() {
    return verdict;
  }
}
