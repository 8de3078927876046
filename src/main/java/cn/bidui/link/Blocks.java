package cn.bidui.link;

import java.util.Arrays;
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
    int bits = Math.max(1 << 10, Integer.highestOneBit(Math.max(1, size)) << 4);
    int parts = size < LARGE ? 1 : 2;
    Seen[] seen = new Seen[parts];
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              seen[part] = new Seen(bits);
              int to = (int) ((long) size * (part + 1) / parts);
              for (int row = (int) ((long) size * part / parts); row < to; row++) {
                seen[part].add(number.applyAsLong(row));
              }
            });
    Seen all = Arrays.stream(seen).reduce(Seen::and).orElseThrow();
    return of(
        size,
        row -> {
          long key = number.applyAsLong(row);
          return all.again(key) ? key : 0;
        });
  }

  /** Which numbers were seen, and which again, by their hashes. */
  private static final class Seen {
    private final long[] once;
    private final long[] again;

    Seen(int bits) {
      once = new long[bits / Long.SIZE];
      again = new long[once.length];
    }

    void add(long key) {
      if (key != 0) {
        int word = word(key);
        again[word] |= once[word] & (1L << key);
        once[word] |= 1L << key;
      }
    }

    boolean again(long key) {
      return (again[word(key)] & (1L << key)) != 0;
    }

    /** The bit within is told by the lowest bits of the number itself, the word by all. */
    private int word(long key) {
      return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (once.length - 1);
    }

    Seen and(Seen other) {
      for (int word = 0; word < once.length; word++) {
        again[word] |= other.again[word] | (once[word] & other.once[word]);
        once[word] |= other.once[word];
      }
      return this;
    }
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
