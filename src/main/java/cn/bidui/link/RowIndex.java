package cn.bidui.link;

import java.util.Arrays;

/**
 * Finds the entries that have the same number, without an object per entry: an open-addressing
 * table of the different numbers, and a chain through the entries of each, ascending.
 */
final class RowIndex {

  private static final int NONE = -1;

  private final long[] keys;
  private final int[] heads;
  private final int[] next;
  private final int mask;

  /** Of entries 0 … {@code keys.length - 1}; those with the number 0 are left out. */
  RowIndex(long[] keyOfEntry) {
    int capacity = Math.max(16, Integer.highestOneBit(keyOfEntry.length) << 2);
    keys = new long[capacity];
    heads = new int[capacity];
    next = new int[keyOfEntry.length];
    mask = capacity - 1;
    Arrays.fill(heads, NONE);
    for (int entry = keyOfEntry.length - 1; entry >= 0; entry--) {
      next[entry] = NONE;
      if (keyOfEntry[entry] != 0) {
        put(keyOfEntry[entry], entry);
      }
    }
  }

  private void put(long key, int entry) {
    int slot = slot(key);
    keys[slot] = key;
    next[entry] = heads[slot];
    heads[slot] = entry;
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (heads[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The first entry with {@code key}, or -1. */
  int first(long key) {
    return key == 0 ? NONE : heads[slot(key)];
  }

  /** The entry after {@code entry} with the same number, or -1. */
  int next(int entry) {
    return next[entry];
  }

  /** All entries with {@code key}, ascending. */
  int[] all(long key) {
    int count = 0;
    for (int entry = first(key); entry >= 0; entry = next[entry]) {
      count++;
    }
    int[] entries = new int[count];
    int at = 0;
    for (int entry = first(key); entry >= 0; entry = next[entry]) {
      entries[at++] = entry;
    }
    return entries;
  }
}
