package cn.bidui.ledger;

import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The key of a file's control totals: a digest of its whole content. Whoever has the file can make
 * it again, on any machine; whoever has only the report cannot, for the digest published there is
 * another one.
 */
public final class TotalsKey {

  private static final byte[] PURPOSE = "bidui control total".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;

  private TotalsKey(byte[] key) {
    this.key = key;
  }

  /** The key of the file with this content. */
  public static TotalsKey of(byte[] content) {
    MessageDigest digest = digest();
    return new TotalsKey(digest.digest(content));
  }

  /** The key of the file with these bytes, which are read once. */
  public static TotalsKey of(Content file) throws IOException {
    MessageDigest digest = digest();
    Sha256.update(digest, file);
    return new TotalsKey(digest.digest());
  }

  /** The key that {@link #bytes} gave, for a file that is gone. */
  public static TotalsKey recorded(byte[] key) {
    return new TotalsKey(key.clone());
  }

  /** To be kept beside what stands in for the file: whoever has it could as well have the file. */
  public byte[] bytes() {
    return key.clone();
  }

  /** A hash for the rows of the file; not for use by several threads at once. */
  public RowHash rowHash() {
    return new RowHash(key);
  }

  private static MessageDigest digest() {
    MessageDigest digest = Sha256.digest();
    digest.update(PURPOSE);
    return digest;
  }
}
