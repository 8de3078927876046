package cn.bidui.ledger;

/**
 * Adds up the control totals of one file: each row once when it is read, and once in the bucket in
 * which it ended. The two are counted at different places on purpose.
 */
public final class ControlTotals {

  /** Where a row can end. */
  public enum Bucket {
    ACCEPTED,
    REJECTED,
    BLANK,
    DUPLICATE,
    NOTE
  }

  private final long[] buckets = new long[Bucket.values().length];
  private long read;

  /** A row was read. */
  public void read(long rowHash) {
    read = sum(read, rowHash);
  }

  /** A row ended in {@code bucket}. */
  public void ended(Bucket bucket, long rowHash) {
    buckets[bucket.ordinal()] = sum(buckets[bucket.ordinal()], rowHash);
  }

  /** The totals so far. */
  public HashTotals totals() {
    return new HashTotals(
        read,
        buckets[Bucket.ACCEPTED.ordinal()],
        buckets[Bucket.REJECTED.ordinal()],
        buckets[Bucket.BLANK.ordinal()],
        buckets[Bucket.DUPLICATE.ordinal()],
        buckets[Bucket.NOTE.ordinal()]);
  }

  private static long sum(long left, long right) {
    return (left + right) % HashTotals.MODULUS;
  }
}
