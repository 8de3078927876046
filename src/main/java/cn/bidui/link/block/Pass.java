package cn.bidui.link.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * One way to find pairs: rows that share a key are compared. A key is a hash of a word per part.
 */
final class Pass {

  private final String name;
  private final Part[] parts;
  private final boolean single;

  /** Keys of blocks that are too large to be compared, ascending. */
  private long[] oversized = {};

  /** By row the number of its block, 0 for none; only where a row has at most one. */
  private int[] block = {};

  Pass(String name, List<Part> parts) {
    this.name = name;
    this.parts = parts.toArray(new Part[0]);
    this.single = parts.stream().allMatch(Part::single);
  }

  String name() {
    return name;
  }

  /** Whether each row has at most one key. */
  boolean single() {
    return single;
  }

  void leaveOut(long[] keys) {
    oversized = keys.clone();
    Arrays.sort(oversized);
  }

  /**
   * Takes up which rows are compared.
   *
   * @param blocks all of this pass
   * @param size how many rows there are
   */
  void number(Blocks blocks, int size) {
    if (single) {
      block = blocks.numbers(size);
    }
  }

  /** How many keys a row has. */
  int keys(int row) {
    int count = 1;
    for (Part part : parts) {
      count *= part.count(row);
    }
    return count;
  }

  /** Key {@code i} of a row; never 0. */
  long key(int row, int i) {
    long key = 0;
    int rest = i;
    for (Part part : parts) {
      int count = part.count(row);
      key = mix(key, part.word(row, rest % count));
      rest /= count;
    }
    return key == 0 ? 1 : key;
  }

  /**
   * Drops the pairs that this pass compares.
   *
   * @param rows the partners of {@code left} stand there from {@code start} on
   * @param places those that are left, counted from {@code start}
   * @param count how many they are
   * @return how many are left then
   */
  int drop(int left, int[] rows, int start, int[] places, int count) {
    if (single) {
      return block[left] == 0 ? count : dropBlock(block[left], rows, start, places, count);
    }
    return keep(owner -> owner == 0, left, rows, start, places, count);
  }

  private int dropBlock(int own, int[] rows, int start, int[] places, int count) {
    int[] of = block;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int place = places[i];
      places[kept] = place;
      kept += of[rows[start + place]] == own ? 0 : 1;
    }
    return kept;
  }

  /** Keeps the pairs that are compared under {@code key}, and not under another that they share. */
  int keepOwned(long key, int left, int[] rows, int start, int[] places, int count) {
    return single ? count : keep(owner -> owner == key, left, rows, start, places, count);
  }

  private int keep(LongPredicate owners, int left, int[] rows, int start, int[] places, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      places[kept] = places[i];
      kept += owners.test(owner(left, rows[start + places[i]])) ? 1 : 0;
    }
    return kept;
  }

  /** The one of the keys that two rows share under which they are compared; 0 for none. */
  long owner(int left, int right) {
    return search(left, right, 0, 0, key -> Arrays.binarySearch(oversized, key) < 0);
  }

  private long search(int left, int right, int part, long key, LongPredicate wanted) {
    if (part == parts.length) {
      long whole = key == 0 ? 1 : key;
      return wanted.test(whole) ? whole : 0;
    }
    for (long word : parts[part].shared(left, right)) {
      long found = search(left, right, part + 1, mix(key, word), wanted);
      if (found != 0) {
        return found;
      }
    }
    return 0;
  }

  /** Mixes a word into a key, so that all bits of both count. */
  static long mix(long key, long word) {
    long mixed = (key + 0x9E3779B97F4A7C15L) ^ (word * 0xBF58476D1CE4E5B9L);
    mixed = (mixed ^ (mixed >>> 30)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
