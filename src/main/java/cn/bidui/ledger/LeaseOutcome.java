package cn.bidui.ledger;

/** What came of asking for the work folder. */
public sealed interface LeaseOutcome {

  /** It is ours until the lease is closed or the process ends. */
  record Held(Lease lease) implements LeaseOutcome {}

  /** Another run has it (exit code 75). */
  record Busy(Holder holder) implements LeaseOutcome {}

  /**
   * Who has it.
   *
   * @param pid process number on that host; blank if it could not be read
   * @param since the instant at which it was taken, ISO-8601
   */
  record Holder(String pid, String host, String since) {}
}
