package cn.bidui.link;

import java.util.Arrays;

/** Different numbers, 0 left out: an open-addressing table that grows. */
final class LongBag {

  private long[] slots = new long[1 << 10];
  private int size;

  void add(long key) {
    if (key == 0) {
      return;
    }
    int slot = slot(key);
    if (slots[slot] == 0) {
      slots[slot] = key;
      size++;
      if (size * 2 > slots.length) {
        grow();
      }
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long key : old) {
      if (key != 0) {
        slots[slot(key)] = key;
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

  boolean has(long key) {
    return key != 0 && slots[slot(key)] == key;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** All numbers, ascending. */
  long[] sorted() {
    return Arrays.stream(slots).filter(key -> key != 0).sorted().toArray();
  }
}
