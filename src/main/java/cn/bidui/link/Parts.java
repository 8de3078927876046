package cn.bidui.link;

import java.util.stream.IntStream;

/** Work on many rows, in parts that several threads take; where a part ends changes nothing. */
final class Parts {

  static final int SIZE = 8_192;

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
    IntStream.range(0, count(size))
        .parallel()
        .forEach(i -> part.take(i * SIZE, Math.min(size, (i + 1) * SIZE)));
  }

  /** What is found in all parts, in the order of the rows. */
  static RowPairs find(int size, Finding part) {
    RowPairs[] found = new RowPairs[count(size)];
    IntStream.range(0, found.length)
        .parallel()
        .forEach(
            i -> {
              found[i] = new RowPairs();
              part.take(i * SIZE, Math.min(size, (i + 1) * SIZE), found[i]);
            });
    return RowPairs.joined(found);
  }

  private static int count(int size) {
    return (size + SIZE - 1) / SIZE;
  }
}
