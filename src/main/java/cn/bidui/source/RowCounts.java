package cn.bidui.source;

/**
 * How the rows of a file came out. Every row from the first after the header to the last is in one.
 */
public record RowCounts(int accepted, int rejected, int blank, int duplicate, int note) {

  /** No rows. */
  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

  /** All of them. */
  public int rows() {
    return accepted + rejected + blank + duplicate + note;
  }

  /** Both together. */
  public RowCounts plus(RowCounts other) {
    return new RowCounts(
        accepted + other.accepted,
        rejected + other.rejected,
        blank + other.blank,
        duplicate + other.duplicate,
        note + other.note);
  }
}
