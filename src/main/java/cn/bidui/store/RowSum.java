package cn.bidui.store;

import java.util.List;

/**
 * How many rows there are and what they add up to: the same in whatever order they come, another if
 * any of them changes. It is there to notice damage, not to resist an attacker.
 */
final class RowSum {

  /** Short enough for the sum over 134 million rows to fit into 63 bits. */
  private static final int HASH_BITS = 36;

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long rows;
  private long total;

  RowSum() {
    this(0, 0);
  }

  RowSum(long rows, long total) {
    this.rows = rows;
    this.total = total;
  }

  /** The hash of one row of a file. */
  static long hash(int sheet, int row, String text) {
    return folded(mixed(mixed(start(sheet), row), text));
  }

  /** The hash of several texts in their order. */
  static long hash(List<String> texts) {
    long hash = FNV_START;
    for (String text : texts) {
      hash = mixed(mixed(hash, text.length()), text);
    }
    return folded(hash);
  }

  private static long start(int number) {
    return mixed(FNV_START, number);
  }

  private static long mixed(long hash, long number) {
    return (hash ^ number) * FNV_PRIME;
  }

  private static long mixed(long before, String text) {
    long hash = before;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The last characters reach the upper bits only by a final stir. */
  private static long folded(long hash) {
    long stirred = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
    return stirred >>> (Long.SIZE - HASH_BITS);
  }

  void add(long hash) {
    rows++;
    total += hash;
  }

  /** Takes a row out again. */
  void remove(long hash) {
    rows--;
    total -= hash;
  }

  long rows() {
    return rows;
  }

  long total() {
    return total;
  }

  boolean same(RowSum other) {
    return rows == other.rows && total == other.total;
  }
}
