package cn.bidui.link;

import java.util.BitSet;

/**
 * Names that so many rows have that they are nobody's: what a program writes where it has none.
 * Nobody is looked for by them.
 */
final class NoNames {

  /** So many blocks of the largest size: no city has as many people of one name on its lists. */
  private static final long BLOCKS = 4;

  private final int[] counts;
  private final BitSet codes = new BitSet();
  private final boolean none;

  NoNames(Columns columns, LinkLimits limits) {
    int most = 0;
    for (int code : columns.name) {
      most = Math.max(most, code);
    }
    counts = new int[most + 1];
    for (int code : columns.name) {
      counts[code]++;
    }
    for (int code = 1; code < counts.length; code++) {
      if (counts[code] > BLOCKS * limits.blockRows().value()) {
        codes.set(code);
      }
    }
    none = codes.isEmpty();
  }

  /** Whether the name of a code, which may be 0 for none, is nobody's. */
  boolean has(int code) {
    return code == 0 || (!none && codes.get(code));
  }

  void report(Matching matching) {
    codes.stream().forEach(code -> matching.tooLarge("name", counts[code]));
  }
}
