package cn.bidui.normalize;

/** Where a row of a file was put (去向): every row is in exactly one. */
public enum Bucket {
  ACCEPTED('A'),
  REJECTED('R'),
  BLANK('B'),
  /** Identical to an earlier row of the same list of persons. */
  DUPLICATE('D'),
  /** Totals, signatures, repeated headers. */
  NOTE('N');

  private final char code;

  Bucket(char code) {
    this.code = code;
  }

  /** One letter, as it is kept. */
  public char code() {
    return code;
  }

  /** The bucket of that letter. */
  public static Bucket of(char code) {
    for (Bucket bucket : values()) {
      if (bucket.code == code) {
        return bucket;
      }
    }
    throw new IllegalArgumentException("no such bucket: " + code);
  }
}
