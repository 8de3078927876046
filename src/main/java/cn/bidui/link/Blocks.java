package cn.bidui.link;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Some rows by a number that they have in common, without an object per row. */
final class Blocks {

  /** Below this a second thread costs more than it saves. */
  private static final int LARGE = 50_000;

  private final RowPairs pairs;
  private final RowIndex index;

  /** Of rows with their numbers; a row may stand under several. */
  Blocks(RowPairs pairs) {
    this.pairs = pairs;
    index = new RowIndex(pairs.keys());
  }

  /** Of all rows whose number is not 0. */
  static Blocks of(int size, IntToLongFunction number) {
    return new Blocks(
        Parts.find(
            size,
            (from, to, found) -> {
              for (int row = from; row < to; row++) {
                long key = number.applyAsLong(row);
                if (key != 0) {
                  found.add(key, row);
                }
              }
            }));
  }

  /** Of rows whose number some other row has too, and perhaps of a few more. */
  static Blocks ofRepeated(int size, IntToLongFunction number) {
    int mask = Math.max(1 << 10, Integer.highestOneBit(Math.max(1, size)) << 5) - 1;
    long[] seen = new long[mask / Long.SIZE + 1];
    long[] again = new long[seen.length];
    int halves = size < LARGE ? 1 : 2;
    IntStream.range(0, halves)
        .parallel()
        .forEach(half -> mark(size, number, seen, again, (mask + 1) / halves, half));
    return of(
        size,
        row -> {
          long key = number.applyAsLong(row);
          int bit = bit(key, mask);
          return (again[bit >> 6] & (1L << bit)) == 0 ? 0 : key;
        });
  }

  /** Sets the bits of one share of the numbers, so that no two threads write the same word. */
  private static void mark(
      int size, IntToLongFunction number, long[] seen, long[] again, int share, int half) {
    int mask = seen.length * Long.SIZE - 1;
    for (int row = 0; row < size; row++) {
      long key = number.applyAsLong(row);
      int bit = bit(key, mask);
      if (key != 0 && (bit & share) == half * share) {
        again[bit >> 6] |= seen[bit >> 6] & (1L << bit);
        seen[bit >> 6] |= 1L << bit;
      }
    }
  }

  private static int bit(long key, int mask) {
    return (int) (Keys.mix(key) >>> 20) & mask;
  }

  /** How many entries: rows, each as often as it has numbers. */
  int size() {
    return pairs.size();
  }

  /** Whether the entry is the first of several with its number. */
  boolean leads(int entry) {
    return pairs.key(entry) != 0 && index.leads(entry);
  }

  /** The number of an entry. */
  long key(int entry) {
    return pairs.key(entry);
  }

  /** The first entry with a number; -1 for none. */
  int first(long key) {
    return index.first(key);
  }

  /** The next entry with the same number; -1 for none. */
  int next(int entry) {
    return index.next(entry);
  }

  /** How many entries have the number of the entry that leads, up to {@code most}. */
  int count(int entry, int most) {
    return index.count(entry, most);
  }

  /** The row of an entry. */
  int row(int entry) {
    return pairs.row(entry);
  }

  /** The rows with that number, in the order of the entries. */
  int[] rows(long key) {
    int[] rows = index.all(key);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = pairs.row(rows[i]);
    }
    return rows;
  }
}
