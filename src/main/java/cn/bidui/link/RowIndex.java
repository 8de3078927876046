package cn.bidui.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Finds the entries that have the same number, without an object per entry: open-addressing tables
 * of the different numbers, and a chain through the entries of each, ascending. Each table holds
 * its share of the numbers, so that as many threads as there are tables fill them.
 */
final class RowIndex {

  private static final int NONE = -1;

  /** Below this a second thread costs more than it saves. */
  private static final int LARGE = 50_000;

  private final long[][] keys;
  private final int[][] heads;
  private final int[] next;
  private final BitSet[] followers;

  /** Of entries 0 … {@code keys.length - 1}; those with the number 0 are left out. */
  RowIndex(long[] keyOfEntry) {
    int tables = keyOfEntry.length < LARGE ? 1 : 2;
    keys = new long[tables][];
    heads = new int[tables][];
    next = new int[keyOfEntry.length];
    followers = new BitSet[tables];
    Arrays.fill(next, NONE);
    IntStream.range(0, tables).parallel().forEach(table -> fill(table, keyOfEntry));
  }

  private void fill(int table, long[] keyOfEntry) {
    int share = 1 + keyOfEntry.length / keys.length;
    int capacity = Math.max(16, Integer.highestOneBit(share) << 2);
    keys[table] = new long[capacity];
    heads[table] = new int[capacity];
    followers[table] = new BitSet();
    Arrays.fill(heads[table], NONE);
    for (int entry = keyOfEntry.length - 1; entry >= 0; entry--) {
      long key = keyOfEntry[entry];
      if (key != 0 && table(key) == table) {
        put(table, key, entry);
      }
    }
  }

  private void put(int table, long key, int entry) {
    int slot = slot(table, key);
    keys[table][slot] = key;
    int after = heads[table][slot];
    if (after != NONE) {
      next[entry] = after;
      followers[table].set(after);
    }
    heads[table][slot] = entry;
  }

  private int table(long key) {
    return keys.length == 1 ? 0 : (int) ((key * 0x9E3779B97F4A7C15L) >>> 63);
  }

  private int slot(int table, long key) {
    long[] known = keys[table];
    int[] first = heads[table];
    int mask = first.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 31) & mask;
    while (first[slot] != NONE && known[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The first entry with {@code key}, or -1. */
  int first(long key) {
    if (key == 0) {
      return NONE;
    }
    int table = table(key);
    return heads[table][slot(table, key)];
  }

  /** The entry after {@code entry} with the same number, or -1. */
  int next(int entry) {
    return next[entry];
  }

  /** Whether {@code entry}, whose number is not 0, is the first of several with its number. */
  boolean leads(int entry) {
    if (next[entry] == NONE) {
      return false;
    }
    for (BitSet follower : followers) {
      if (follower.get(entry)) {
        return false;
      }
    }
    return true;
  }

  /** How many entries follow {@code entry} in its chain, itself included; no more than most. */
  int count(int entry, int most) {
    int count = 0;
    for (int at = entry; at >= 0 && count < most; at = next[at]) {
      count++;
    }
    return count;
  }

  /** All entries with {@code key}, ascending. */
  int[] all(long key) {
    int first = first(key);
    int[] entries = new int[count(first, Integer.MAX_VALUE)];
    int at = 0;
    for (int entry = first; entry >= 0; entry = next[entry]) {
      entries[at++] = entry;
    }
    return entries;
  }
}
