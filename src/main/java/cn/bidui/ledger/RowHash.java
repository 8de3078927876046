package cn.bidui.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Keyed 64-bit hash of a row's natural key: where it stands and the name and id as they were read,
 * before any normalization. Made with a {@link TotalsKey}; not for use by several threads at once.
 */
public final class RowHash {

  private final byte[] key;
  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);

  RowHash(byte[] key) {
    this.key = key;
  }

  /**
   * The row's share of a control total, 0 … 10^10 − 1.
   *
   * @param row the number that Excel shows
   * @param name the text of the name cell as read; blank if the sheet has none
   * @param id the text of the id cell as read; blank if the sheet has none
   */
  public long of(String sheet, int row, String name, String id) {
    digest.update(key);
    number(row);
    text(sheet);
    text(name);
    text(id);
    long hash = ByteBuffer.wrap(digest.digest()).getLong();
    return Long.remainderUnsigned(hash, HashTotals.MODULUS);
  }

  /** With its length, so that no two rows can lend each other characters. */
  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(int value) {
    digest.update(number.putInt(0, value).array());
  }
}
