package cn.bidui.link;

import java.util.Arrays;

/** Different numbers, 0 left out: an open-addressing table that grows. */
final class LongBag {

  private long[] slots = new long[1 << 10];

  /** A bit for each number, eight times as many as slots: most questions end here. */
  private long[] bits = new long[slots.length / 8];

  private int size;

  void add(long key) {
    if (key == 0) {
      return;
    }
    int slot = slot(key);
    if (slots[slot] == 0) {
      slots[slot] = key;
      mark(key);
      size++;
      if (size * 2 > slots.length) {
        grow();
      }
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    bits = new long[slots.length / 8];
    for (long key : old) {
      if (key != 0) {
        slots[slot(key)] = key;
        mark(key);
      }
    }
  }

  /** Keys are spread already, but ids are not. */
  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void mark(long key) {
    long spread = key * 0x9E3779B97F4A7C15L;
    bits[(int) (spread >>> 38) & (bits.length - 1)] |= 1L << (spread >>> 32);
  }

  boolean has(long key) {
    long spread = key * 0x9E3779B97F4A7C15L;
    long word = bits[(int) (spread >>> 38) & (bits.length - 1)];
    return (word & (1L << (spread >>> 32))) != 0 && key != 0 && slots[slot(key)] == key;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** All numbers, ascending. */
  long[] sorted() {
    return Arrays.stream(slots).filter(key -> key != 0).sorted().toArray();
  }
}
