package cn.bidui.link.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different texts in UTF-8, each once, by a code; code 0 is nothing.
 *
 * <p>All bytes lie in one array: a county has a million student numbers, and as many objects would
 * weigh three times as much and take longer to make than the numbers take to read.
 */
final class Texts {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

  /** Eight bytes at a time: ids and addresses are long, and this is done for every cell. */
  static int hash(byte[] text, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = (hash ^ (long) WORDS.get(text, at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << 8 | (text[at] & 0xFF);
    }
    hash = (hash ^ rest) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
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
