package cn.bidui.link.block;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import java.util.Arrays;

/** The rows of one pass that share a key with a row they may be compared with, block by block. */
final class Blocks {

  private final Frame frame;
  private final boolean within;
  private int[] rows = new int[64];
  private int[] starts = new int[16];
  private long[] keys = new long[16];
  private int size;
  private int[] largeRows = new int[4];
  private long[] largePairs = new long[4];
  private long[] largeKeys = new long[4];
  private int large;

  private Blocks(Frame frame, boolean within) {
    this.frame = frame;
    this.within = within;
  }

  /** All blocks of a pass; the pass is told which of them are too large. */
  static Blocks of(Frame frame, Pass pass, boolean within, long blockRows) {
    int entries = 0;
    for (int row = 0; row < frame.size(); row++) {
      entries = Math.addExact(entries, pass.keys(row));
    }
    long[] keys = new long[entries];
    int[] rows = new int[entries];
    int at = 0;
    for (int row = 0; row < frame.size(); row++) {
      for (int i = 0; i < pass.keys(row); i++) {
        keys[at] = pass.key(row, i);
        rows[at++] = row;
      }
    }
    KeySort.sort(keys, rows);
    Blocks blocks = new Blocks(frame, within);
    blocks.fill(keys, rows, blockRows);
    pass.leaveOut(Arrays.copyOf(blocks.largeKeys, blocks.large));
    return blocks;
  }

  private void fill(long[] sortedKeys, int[] sortedRows, long blockRows) {
    int from = 0;
    while (from < sortedKeys.length) {
      int to = from + 1;
      while (to < sortedKeys.length && sortedKeys[to] == sortedKeys[from]) {
        to++;
      }
      if (to - from > 1 && comparable(sortedRows[from], sortedRows[to - 1])) {
        if (to - from > blockRows) {
          leaveOut(sortedKeys[from], sortedRows, from, to);
        } else {
          add(sortedKeys[from], sortedRows, from, to);
        }
      }
      from = to;
    }
  }

  private boolean comparable(int first, int last) {
    return within || frame.list(first) != frame.list(last);
  }

  private void add(long key, int[] sortedRows, int from, int to) {
    int end = starts[size];
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, size * 2 + 2);
      keys = Arrays.copyOf(keys, size * 2 + 2);
    }
    if (end + to - from > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(rows.length * 2, end + to - from));
    }
    System.arraycopy(sortedRows, from, rows, end, to - from);
    keys[size++] = key;
    starts[size] = end + to - from;
  }

  private void leaveOut(long key, int[] sortedRows, int from, int to) {
    if (large == largeKeys.length) {
      largeKeys = Arrays.copyOf(largeKeys, large * 2);
      largeRows = Arrays.copyOf(largeRows, large * 2);
      largePairs = Arrays.copyOf(largePairs, large * 2);
    }
    largeKeys[large] = key;
    largeRows[large] = to - from;
    largePairs[large++] = pairs(sortedRows, from, to);
  }

  private long pairs(int[] of, int from, int to) {
    long all = (long) (to - from) * (to - from - 1) / 2;
    for (int at = from; at < to && !within; ) {
      int end = endOfList(of, at, to);
      all -= (long) (end - at) * (end - at - 1) / 2;
      at = end;
    }
    return all;
  }

  /** Behind the last of the rows from {@code at} on that stand on its list. */
  int endOfList(int[] of, int at, int to) {
    int next = frame.start(frame.list(of[at]) + 1);
    int end = at + 1;
    while (end < to && of[end] < next) {
      end++;
    }
    return end;
  }

  /** How many blocks are compared. */
  int size() {
    return size;
  }

  long key(int block) {
    return keys[block];
  }

  int start(int block) {
    return starts[block];
  }

  /** All rows, block after block, ascending within each; to be read only. */
  int[] rows() {
    return rows;
  }

  /** How many pairs a block has. */
  long pairs(int block) {
    return pairs(rows, starts[block], starts[block + 1]);
  }

  /** Adds how many pairs all blocks have between each two lists. */
  void count(ListPairs lists, long[] into) {
    for (int block = 0; block < size; block++) {
      for (int at = starts[block]; at < starts[block + 1]; ) {
        int end = endOfList(rows, at, starts[block + 1]);
        count(lists, at, end, starts[block + 1], into);
        at = end;
      }
    }
  }

  private void count(ListPairs lists, int from, int end, int to, long[] into) {
    int list = frame.list(rows[from]);
    long here = end - (long) from;
    if (within) {
      into[lists.number(list, list)] += here * (here - 1) / 2;
    }
    for (int other = end; other < to; ) {
      int otherEnd = endOfList(rows, other, to);
      into[lists.number(list, frame.list(rows[other]))] += here * (otherEnd - other);
      other = otherEnd;
    }
  }

  /** By row the number of its block, from 1; 0 for a row that has none. */
  int[] numbers(int ofRows) {
    int[] numbers = new int[ofRows];
    for (int block = 0; block < size; block++) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        numbers[rows[i]] = block + 1;
      }
    }
    return numbers;
  }

  int large() {
    return large;
  }

  int largeRows(int i) {
    return largeRows[i];
  }

  long largePairs(int i) {
    return largePairs[i];
  }
}
