package cn.bidui.link;

import java.util.stream.IntStream;

/**
 * Finds the entries that have the same number, without an object per entry: open-addressing tables
 * of the first entries of the different numbers, and a chain through the entries of each,
 * ascending. Each table holds its share of the numbers, so that as many threads as there are tables
 * fill them.
 */
final class RowIndex {

  private static final int NONE = -1;

  /** Below this a second thread costs more than it saves. */
  private static final int LARGE = 50_000;

  /** In {@link #next}: another entry is followed by this one. */
  private static final int FOLLOWS = 1 << 31;

  private final long[] keys;

  /** The first entries by the hashes of their numbers, plus one; 0 is free. At most half full. */
  private final int[][] heads;

  /** By entry the one that follows it, plus one; 0 is none. */
  private final int[] next;

  /**
   * Of entries 0 … {@code keyOfEntry.length - 1}; those with the number 0 are left out.
   *
   * @param keyOfEntry not copied; may not change any more
   */
  RowIndex(long[] keyOfEntry) {
    int tables = keyOfEntry.length < LARGE ? 1 : 2;
    keys = keyOfEntry;
    heads = new int[tables][];
    next = new int[keys.length];
    IntStream.range(0, tables).parallel().forEach(this::fill);
  }

  private void fill(int table) {
    heads[table] = new int[Math.max(16, Integer.highestOneBit(1 + count(table)) << 2)];
    for (int entry = keys.length - 1; entry >= 0; entry--) {
      long key = keys[entry];
      if (key != 0 && table(key) == table) {
        put(heads[table], key, entry);
      }
    }
  }

  private int count(int table) {
    int count = 0;
    for (long key : keys) {
      count += key != 0 && table(key) == table ? 1 : 0;
    }
    return count;
  }

  private void put(int[] table, long key, int entry) {
    int slot = slot(table, key);
    int after = table[slot];
    if (after != 0) {
      next[entry] = after;
      next[after - 1] |= FOLLOWS;
    }
    table[slot] = entry + 1;
  }

  private int table(long key) {
    return heads.length == 1 ? 0 : (int) ((key * 0x9E3779B97F4A7C15L) >>> 63);
  }

  private int slot(int[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 31) & mask;
    while (table[slot] != 0 && keys[table[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The first entry with {@code key}, or -1. */
  int first(long key) {
    if (key == 0) {
      return NONE;
    }
    int[] table = heads[table(key)];
    return table[slot(table, key)] - 1;
  }

  /** The entry after {@code entry} with the same number, or -1. */
  int next(int entry) {
    return (next[entry] & ~FOLLOWS) - 1;
  }

  /** Whether {@code entry}, whose number is not 0, is the first of several with its number. */
  boolean leads(int entry) {
    return next[entry] > 0;
  }

  /** How many entries follow {@code entry} in its chain, itself included; no more than most. */
  int count(int entry, int most) {
    int count = 0;
    for (int at = entry; at >= 0 && count < most; at = next(at)) {
      count++;
    }
    return count;
  }

  /** All entries with {@code key}, ascending. */
  int[] all(long key) {
    int first = first(key);
    int[] entries = new int[count(first, Integer.MAX_VALUE)];
    int at = 0;
    for (int entry = first; entry >= 0; entry = next(entry)) {
      entries[at++] = entry;
    }
    return entries;
  }
}
