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

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Below this a second thread costs more than it saves. */
  private static final int LARGE = 50_000;

  /** So many entries are put at once: their heads are fetched from memory side by side. */
  private static final int BATCH = 256;

  /** In {@link #next}: another entry is followed by this one. */
  private static final int FOLLOWS = 1 << 31;

  private final long[] keys;

  /**
   * The first entries by the hashes of their numbers, plus one; 0 is free. The bits that no entry
   * needs hold those of the hash, so that the number of another is hardly ever looked up.
   */
  private final int[][] heads;

  /** Which bits of a head tell the entry. */
  private final int entryBits;

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
    entryBits = (int) ((1L << (Integer.SIZE - Integer.numberOfLeadingZeros(keys.length))) - 1);
    int share = count() / tables;
    IntStream.range(0, tables).parallel().forEach(table -> fill(table, share));
  }

  private int count() {
    int count = 0;
    for (long key : keys) {
      count += key == 0 ? 0 : 1;
    }
    return count;
  }

  /**
   * At most half of a table is full if the numbers are spread evenly; and were they all in one of
   * two tables, there is still room: it has more than twice the slots of its share.
   */
  private void fill(int table, int share) {
    heads[table] = new int[Math.max(16, Integer.highestOneBit(1 + share) << 2)];
    int[] batch = new int[BATCH];
    for (int end = keys.length; end > 0; end -= BATCH) {
      int count = collect(table, Math.max(0, end - BATCH), end, batch);
      fetch(heads[table], batch, count);
      for (int i = 0; i < count; i++) {
        put(heads[table], keys[batch[i]], batch[i]);
      }
    }
  }

  /** The entries of a table from {@code end} down; without a branch, as nothing foretells it. */
  private int collect(int table, int from, int end, int[] batch) {
    int count = 0;
    for (int entry = end - 1; entry >= from; entry--) {
      long key = keys[entry];
      batch[count] = entry;
      count += (int) ((key | -key) >>> 63) & (1 ^ table ^ table(key));
    }
    return count;
  }

  /**
   * Nothing waits for what is read here, so that the memory is asked for all of it at once; the
   * quick compiler leaves such reads in.
   */
  private int fetch(int[] table, int[] batch, int count) {
    int all = 0;
    for (int i = 0; i < count; i++) {
      all += table[spread(keys[batch[i]]) & (table.length - 1)];
    }
    return all;
  }

  private void put(int[] table, long key, int entry) {
    int slot = slot(table, key);
    int after = table[slot] & entryBits;
    if (after != 0) {
      next[entry] = after;
      next[after - 1] |= FOLLOWS;
    }
    table[slot] = (spread(key) & ~entryBits) | (entry + 1);
  }

  private int table(long key) {
    return (int) ((key * SPREAD) >>> 63) & (heads.length - 1);
  }

  /** The lowest bits tell the slot, the highest stand in the head. */
  private static int spread(long key) {
    return (int) ((key * SPREAD) >>> 31);
  }

  private int slot(int[] table, long key) {
    int mask = table.length - 1;
    int spread = spread(key);
    int slot = spread & mask;
    while (table[slot] != 0 && !is(table[slot], spread, key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean is(int head, int spread, long key) {
    return ((head ^ spread) & ~entryBits) == 0 && keys[(head & entryBits) - 1] == key;
  }

  /** The first entry with {@code key}, or -1. */
  int first(long key) {
    if (key == 0) {
      return NONE;
    }
    int[] table = heads[table(key)];
    return (table[slot(table, key)] & entryBits) - 1;
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
