package cn.bidui.link.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different texts in UTF-8, each once, by a code; code 0 is nothing.
 *
 * <p>All bytes lie in one array: a county has a million student numbers, and as many objects would
 * weigh three times as much and take longer to make than the numbers take to read.
 */
final class Texts {

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];

  /** Hash and code of each text, by its hash: most are told from it alone. 0 is free. */
  private long[] slots = new long[1 << 9];

  private int size = 1;

  /** The code of the bytes from {@code from} to {@code to}, new if they were not there. */
  int code(byte[] text, int from, int to) {
    int hash = hash(text, from, to);
    int mask = slots.length - 1;
    int slot = hash & mask;
    for (long known = slots[slot]; known != 0; known = slots[slot]) {
      if ((int) (known >>> Integer.SIZE) == hash && same((int) known, text, from, to)) {
        return (int) known;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hash << Integer.SIZE | size;
    return add(text, from, to);
  }

  private boolean same(int code, byte[] text, int from, int to) {
    return Arrays.equals(bytes, ends[code - 1], ends[code], text, from, to);
  }

  /** Whether the text of {@code code} is this; rows of one school stand together in most lists. */
  boolean is(int code, byte[] text, int from, int to) {
    return code != 0
        && to - from == ends[code] - ends[code - 1]
        && bytes[ends[code] - 1] == text[to - 1]
        && same(code, text, from, to);
  }

  /** The code of {@code text}; 0 if it is blank. */
  int code(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return encoded.length == 0 ? 0 : code(encoded, 0, encoded.length);
  }

  private int add(byte[] text, int from, int to) {
    int length = to - from;
    int start = ends[size - 1];
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    System.arraycopy(text, from, bytes, start, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    ends[size] = start + length;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    int mask = wider.length - 1;
    for (long known : slots) {
      if (known != 0) {
        int slot = (int) (known >>> Integer.SIZE) & mask;
        while (wider[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        wider[slot] = known;
      }
    }
    slots = wider;
  }

  /**
   * Four bytes at a time: addresses are long, and this is done for nearly every cell. Put together
   * by hand, for a process that ends within seconds never compiles a view of the array well.
   */
  static int hash(byte[] text, int from, int to) {
    int hash = to - from;
    int at = from;
    for (; at + Integer.BYTES <= to; at += Integer.BYTES) {
      int word =
          (text[at] & 0xFF)
              | (text[at + 1] & 0xFF) << 8
              | (text[at + 2] & 0xFF) << 16
              | text[at + 3] << 24;
      hash = (hash ^ word) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    for (; at < to; at++) {
      hash = (hash ^ (text[at] & 0xFF)) * 0x85EBCA77;
    }
    return hash ^ hash >>> 16;
  }

  /** No text comes any more: what finds those that were there is forgotten. */
  void close() {
    slots = new long[0];
  }

  /** How many codes there are, nothing included. */
  int size() {
    return size;
  }

  /** The text of {@code code}. */
  String text(int code) {
    return code == 0 ? "" : new String(bytes, from(code), length(code), StandardCharsets.UTF_8);
  }

  /** The array in which all texts lie. */
  byte[] bytes() {
    return bytes;
  }

  int from(int code) {
    return ends[code - 1];
  }

  int to(int code) {
    return ends[code];
  }

  int length(int code) {
    return ends[code] - ends[code - 1];
  }
}
