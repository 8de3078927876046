package cn.bidui.link;

import java.util.Arrays;
import java.util.List;

/**
 * Components with what was decided about them, as bytes. A component is known by two numbers of 64
 * bits made of the prints of its rows in their order.
 */
final class Remembered {

  private final long[] first;
  private final long[] second;
  private final int[] starts;
  private final byte[] bytes;
  private final List<String> words;

  /**
   * With arrays that are filled already; they are not copied.
   *
   * @param first the first number of each component
   * @param second the second number of each
   * @param starts where the bytes of each start, and the number of all bytes at the end
   * @param words the texts that the bytes name by number
   */
  Remembered(long[] first, long[] second, int[] starts, byte[] bytes, List<String> words) {
    this.first = first;
    this.second = second;
    this.starts = starts;
    this.bytes = bytes;
    this.words = List.copyOf(words);
  }

  static Remembered none() {
    return new Remembered(new long[0], new long[0], new int[1], new byte[0], List.of());
  }

  long[] first() {
    return first;
  }

  long[] second() {
    return second;
  }

  int[] starts() {
    return starts;
  }

  byte[] bytes() {
    return bytes;
  }

  List<String> words() {
    return words;
  }

  /** How many components. */
  int size() {
    return first.length;
  }

  /** Collects components. */
  static final class Builder {
    private long[] first = new long[1024];
    private long[] second = new long[1024];
    private int[] starts = new int[1024];
    private int size;

    void add(long firstNumber, long secondNumber, int start) {
      if (size == first.length) {
        first = Arrays.copyOf(first, size * 2);
        second = Arrays.copyOf(second, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
      }
      first[size] = firstNumber;
      second[size] = secondNumber;
      starts[size++] = start;
    }

    Remembered build(byte[] bytes, List<String> words) {
      int[] all = Arrays.copyOf(starts, size + 1);
      all[size] = bytes.length;
      return new Remembered(
          Arrays.copyOf(first, size), Arrays.copyOf(second, size), all, bytes, words);
    }
  }
}
