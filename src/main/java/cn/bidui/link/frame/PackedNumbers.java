package cn.bidui.link.frame;

import java.util.Arrays;

/** Long numbers, each with a place, in the order in which they are first seen. */
final class PackedNumbers {

  private long[] all = new long[512];
  private int size;

  /** Places in {@code all} plus one; 0 is free. At most half full. */
  private int[] slots = new int[1024];

  /** The place of {@code packed}, new if it was not there. */
  int number(long packed) {
    int slot = slot(packed);
    if (slots[slot] == 0) {
      add(packed, slot);
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private void add(long packed, int slot) {
    if (size == all.length) {
      all = Arrays.copyOf(all, size * 2);
    }
    all[size++] = packed;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(all[i])] = i + 1;
    }
  }

  private int slot(long packed) {
    int mask = slots.length - 1;
    int slot = (int) ((packed * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && all[slots[slot] - 1] != packed) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** All of them, by their places. */
  long[] all() {
    return Arrays.copyOf(all, size);
  }
}
