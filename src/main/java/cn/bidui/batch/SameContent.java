package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether two files say the same, row by row, although their bytes differ: a list that was opened
 * and saved again, by another program or under another ending. Blank rows and notes say nothing.
 */
final class SameContent {

  private final RowShelf shelf;

  SameContent(RowShelf shelf) {
    this.shelf = shelf;
  }

  /** Whether {@code one} and {@code other} say the same of the same day and term. */
  boolean same(ShelvedFile one, ShelvedFile other) {
    return one.list() == other.list()
        && one.profile().equals(other.profile())
        && Objects.equals(one.dataDate(), other.dataDate())
        && Objects.equals(one.term(), other.term())
        && rows(one).equals(rows(other))
        && MessageDigest.isEqual(digest(one), digest(other));
  }

  /** Compared first, as counting costs little. */
  private SortedMap<Bucket, Integer> rows(ShelvedFile file) {
    SortedMap<Bucket, Integer> rows = new TreeMap<>(shelf.count(file.sha256()));
    rows.keySet().removeAll(List.of(Bucket.BLANK, Bucket.NOTE));
    return rows;
  }

  private byte[] digest(ShelvedFile file) {
    MessageDigest digest = sha256();
    shelf.recallAll(
        file.sha256(),
        (bucket, sheet, row, values) -> {
          if (bucket != Bucket.BLANK && bucket != Bucket.NOTE) {
            digest.update((byte) bucket.code());
            for (String value : values) {
              digest.update(plain(value).getBytes(StandardCharsets.UTF_8));
              digest.update((byte) 0x1F);
            }
            digest.update((byte) '\n');
          }
        });
    return digest.digest();
  }

  /** Programs write the same rounded number as {@code 9.9E+17} and as {@code 9.9E+017}. */
  private static String plain(String value) {
    return value.replace("E+0", "E+");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
