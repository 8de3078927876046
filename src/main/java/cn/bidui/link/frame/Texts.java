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
  private int[] hashes = new int[1 << 8];

  /** Codes by hash, at most half full; 0 is free. */
  private int[] slots = new int[1 << 9];

  private int size = 1;

  /** The code of the bytes from {@code from} to {@code to}, new if they were not there. */
  int code(byte[] text, int from, int to) {
    return code(text, from, to, hash(text, from, to));
  }

  /** The same, where the hash is known. */
  int code(byte[] text, int from, int to, int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int code = slots[slot];
      if (hashes[code] == hash
          && Arrays.equals(bytes, ends[code - 1], ends[code], text, from, to)) {
        return code;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size;
    return add(text, from, to, hash);
  }

  /** Whether the text of {@code code} is this; rows of one school stand together in most lists. */
  boolean is(int code, byte[] text, int from, int to) {
    return code != 0
        && to - from == ends[code] - ends[code - 1]
        && bytes[ends[code] - 1] == text[to - 1]
        && Arrays.equals(bytes, ends[code - 1], ends[code], text, from, to);
  }

  /** The code of {@code text}; 0 if it is blank. */
  int code(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return encoded.length == 0 ? 0 : code(encoded, 0, encoded.length);
  }

  private int add(byte[] text, int from, int to, int hash) {
    int length = to - from;
    int start = ends[size - 1];
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    System.arraycopy(text, from, bytes, start, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    ends[size] = start + length;
    hashes[size] = hash;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int code = 1; code < size; code++) {
      int slot = hashes[code] & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = code;
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

  int hash(int code) {
    return hashes[code];
  }
}
