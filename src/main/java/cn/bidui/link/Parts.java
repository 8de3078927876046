package cn.bidui.link;

import cn.bidui.link.frame.Spread;

/** Work on many rows, in parts that several threads take; where a part ends changes nothing. */
final class Parts {

  static final int SIZE = 8_192;

  /** Of rows that take long each, and some much longer than others. */
  static final int FEW = 256;

  private Parts() {}

  /** Works on rows {@code from} … {@code to - 1}. */
  @FunctionalInterface
  interface Part {
    void take(int from, int to);
  }

  /** Works on rows {@code from} … {@code to - 1} and keeps what it finds. */
  @FunctionalInterface
  interface Finding {
    void take(int from, int to, RowPairs found);
  }

  /** Goes through rows 0 … {@code size - 1}. */
  static void each(int size, Part part) {
    Spread.over(count(size, SIZE), i -> part.take(i * SIZE, Math.min(size, (i + 1) * SIZE)));
  }

  /** The largest of some codes; 0 of none. */
  static int largest(int[] codes) {
    int[] largest = new int[count(codes.length, SIZE)];
    each(
        codes.length,
        (from, to) -> {
          int found = 0;
          for (int row = from; row < to; row++) {
            found = Math.max(found, codes[row]);
          }
          largest[from / SIZE] = found;
        });
    int all = 0;
    for (int one : largest) {
      all = Math.max(all, one);
    }
    return all;
  }

  /** What is found in all parts, in the order of the rows. */
  static RowPairs find(int size, Finding part) {
    return find(size, SIZE, part);
  }

  /** The same in parts of so many rows. */
  static RowPairs find(int size, int each, Finding part) {
    RowPairs[] found = new RowPairs[count(size, each)];
    Spread.over(
        found.length,
        i -> {
          found[i] = new RowPairs();
          part.take(i * each, Math.min(size, (i + 1) * each), found[i]);
        });
    return RowPairs.joined(found);
  }

  private static int count(int size, int each) {
    return (size + each - 1) / each;
  }
}
