package cn.bidui.link.frame;

import java.util.Arrays;

/** Different valid ids, numbered from 1 in the order in which they come. */
final class IdNumbers {

  private long[] ids = new long[1 << 6];

  /** Numbers by hash, at most half full; 0 is free. */
  private int[] slots = new int[1 << 7];

  private int size;

  /** The number of {@code id}, new if it was not there. */
  int number(long id) {
    int slot = slot(id);
    if (slots[slot] == 0) {
      if (size == ids.length) {
        grow();
        slot = slot(id);
      }
      ids[size++] = id;
      slots[slot] = size;
    }
    return slots[slot];
  }

  private int slot(long id) {
    int mask = slots.length - 1;
    int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    ids = Arrays.copyOf(ids, size * 2);
    slots = new int[size * 4];
    for (int i = 0; i < size; i++) {
      slots[slot(ids[i])] = i + 1;
    }
  }

  /** No id comes any more: what finds those that were there is forgotten. */
  void close() {
    slots = new int[0];
    ids = Arrays.copyOf(ids, size);
  }

  /** The id of {@code number}. */
  long id(int number) {
    return ids[number - 1];
  }
}
