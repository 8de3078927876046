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

  /** Whether this pass compares the two rows. */
  boolean finds(int left, int right) {
    return single ? sharesWords(left, right) && compared(left) : owner(left, right) != 0;
  }

  private boolean sharesWords(int left, int right) {
    for (Part part : parts) {
      int word = part.word(left);
      if (word == 0 || word != part.word(right)) {
        return false;
      }
    }
    return true;
  }

  private boolean compared(int row) {
    return oversized.length == 0 || Arrays.binarySearch(oversized, key(row, 0)) < 0;
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
