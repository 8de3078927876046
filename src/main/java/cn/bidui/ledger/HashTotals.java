package cn.bidui.ledger;

/**
 * Control totals over the natural keys of a file's rows: sums of keyed 64-bit hashes modulo 10^10,
 * by bucket, and over the file as it was read. They balance exactly when no row was lost, doubled
 * or changed between reading and reporting; keyed by the file's content, they tell nothing of an
 * id.
 */
public record HashTotals(
    long read, long accepted, long rejected, long blank, long duplicate, long note) {

  /** The modulus. */
  public static final long MODULUS = 10_000_000_000L;

  /** No rows. */
  public static final HashTotals NONE = new HashTotals(0, 0, 0, 0, 0, 0);

  /** Whether the buckets add up to what was read. */
  public boolean balanced() {
    return (accepted + rejected + blank + duplicate + note) % MODULUS == read;
  }
}
