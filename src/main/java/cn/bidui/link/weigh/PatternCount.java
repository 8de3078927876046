package cn.bidui.link.weigh;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Counts patterns: in a table of all of them where there are few, else in a table of those seen.
 */
final class PatternCount {

  /** So many counts lie close enough together to be reached fast. */
  private static final int FEW = 1 << 18;

  private final boolean few;
  private long[] counts;

  /** Patterns plus one by slot, where not all have their place; 0 is free. At most half full. */
  private long[] slots;

  private int used;

  /**
   * @param patterns one more than the highest
   */
  PatternCount(long patterns) {
    few = patterns <= FEW;
    counts = new long[few ? (int) patterns : 4096];
    slots = new long[few ? 0 : 4096];
  }

  /** Counts the first {@code length} of {@code patterns}. */
  void count(long[] patterns, int length) {
    if (few) {
      long[] table = counts;
      for (int i = 0; i < length; i++) {
        table[(int) patterns[i]]++;
      }
    } else {
      for (int i = 0; i < length; i++) {
        add(patterns[i], 1);
      }
    }
  }

  private void add(long pattern, long count) {
    if (few) {
      counts[(int) pattern] += count;
      return;
    }
    int slot = slot(pattern);
    if (slots[slot] == 0) {
      slots[slot] = pattern + 1;
      used++;
    }
    counts[slot] += count;
    if (used * 2 > slots.length) {
      grow();
    }
  }

  private int slot(long pattern) {
    int mask = slots.length - 1;
    int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != pattern + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldSlots = slots;
    long[] oldCounts = counts;
    slots = new long[oldSlots.length * 2];
    counts = new long[slots.length];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != 0) {
        int slot = slot(oldSlots[i] - 1);
        slots[slot] = oldSlots[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Adds what another has counted. */
  void add(PatternCount other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] != 0) {
        add(other.few ? i : other.slots[i] - 1, other.counts[i]);
      }
    }
  }

  /** What was counted. */
  Patterns counted() {
    long[] patterns =
        LongStream.range(0, counts.length)
            .filter(i -> counts[(int) i] != 0)
            .map(i -> few ? i : slots[(int) i] - 1)
            .sorted()
            .toArray();
    long[] ofThem =
        Arrays.stream(patterns)
            .map(pattern -> counts[few ? (int) pattern : slot(pattern)])
            .toArray();
    return new Patterns(patterns, ofThem);
  }
}
