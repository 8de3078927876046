package cn.bidui.link.frame;

import cn.bidui.person.CitizenId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different texts in UTF-8, each once, by a code; code 0 is nothing.
 *
 * <p>A name of a few ideographs and a student number with a valid id in it are kept as one number
 * each; the bytes of all others lie in one array. A county has a million of them, and as many
 * objects would weigh several times as much and take longer to make than the lists take to read.
 */
final class Texts implements Spelling {

  /** In the number of a student number, beside the id within. */
  private static final long STUDENT = 1L << 61;

  private static final int LENGTH_BITS = 28;
  private static final int LENGTH = (1 << LENGTH_BITS) - 1;

  private byte[] bytes = new byte[1 << 12];
  private int used;

  /** By code: the number of the text, or below 0 where its bytes start and how many they are. */
  private long[] values = new long[1 << 8];

  /** Codes by the hashes of their texts, at most half full. 0 is free. */
  private int[] slots = new int[1 << 9];

  private int size = 1;

  /** The code of the bytes from {@code from} to {@code to}, new if they were not there. */
  int code(byte[] text, int from, int to) {
    long packed = Ideographs.packed(text, from, to);
    if (packed != 0) {
      return code(packed);
    }
    int slot = hash(text, from, to) & (slots.length - 1);
    while (slots[slot] != 0 && !same(slots[slot], text, from, to)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] != 0) {
      return slots[slot];
    }
    return add(appended(text, from, to), slot);
  }

  /** The code of {@code text}; 0 if it is blank. */
  int code(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return encoded.length == 0 ? 0 : code(encoded, 0, encoded.length);
  }

  /** The code of a text of {@link Ideographs}, new if it was not there. */
  int code(long packed) {
    int slot = slot(packed);
    while (slots[slot] != 0 && values[slots[slot]] != packed) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot] != 0 ? slots[slot] : add(packed, slot);
  }

  /** The code of {@code G} and a valid id. */
  int studentNumber(long id) {
    return code(id | STUDENT);
  }

  /**
   * The codes of the first texts of {@link Ideographs}, 0 for each that is not known or hides
   * behind another. They are looked up together, so that they wait for the memory together.
   *
   * @param codes takes them from {@code at} on
   */
  void known(long[] packed, int count, int[] codes, int at) {
    known(packed, count, 0, codes, at);
  }

  /** The same of student numbers with these ids. */
  void knownStudentNumbers(long[] ids, int count, int[] codes, int at) {
    known(ids, count, STUDENT, codes, at);
  }

  private void known(long[] packed, int count, long more, int[] codes, int at) {
    for (int i = 0; i < count; i++) {
      codes[at + i] = slots[slot(packed[i] | more)];
    }
    for (int i = 0; i < count; i++) {
      int code = codes[at + i];
      codes[at + i] = values[code] == (packed[i] | more) ? code : 0;
    }
  }

  private boolean same(int code, byte[] text, int from, int to) {
    long value = values[code];
    int start = start(value);
    return value < 0
        && length(value) == to - from
        && Arrays.equals(bytes, start, start + length(value), text, from, to);
  }

  /** Whether the text of {@code code} is this; rows of one school stand together in most lists. */
  boolean is(int code, byte[] text, int from, int to) {
    long value = values[code];
    if (value >= 0) {
      return value != 0 && value == Ideographs.packed(text, from, to);
    }
    return bytes[start(value) + length(value) - 1] == text[to - 1] && same(code, text, from, to);
  }

  private static int start(long value) {
    return (int) (value >>> LENGTH_BITS);
  }

  private static int length(long value) {
    return (int) value & LENGTH;
  }

  private long appended(byte[] text, int from, int to) {
    int length = to - from;
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
    }
    System.arraycopy(text, from, bytes, used, length);
    used += length;
    return Long.MIN_VALUE | ((long) (used - length) << LENGTH_BITS) | length;
  }

  private int add(long value, int slot) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    int[] wider = new int[slots.length * 2];
    for (int code = 1; code < size; code++) {
      long value = values[code];
      int hash = value >= 0 ? hash(value) : hash(bytes, start(value), start(value) + length(value));
      int slot = hash & (wider.length - 1);
      while (wider[slot] != 0) {
        slot = (slot + 1) & (wider.length - 1);
      }
      wider[slot] = code;
    }
    slots = wider;
  }

  private int slot(long packed) {
    return hash(packed) & (slots.length - 1);
  }

  private static int hash(long packed) {
    return (int) ((packed * 0x9E3779B97F4A7C15L) >>> 32);
  }

  /**
   * Four bytes at a time: addresses are long, and this is done for many a cell. Put together by
   * hand, for a process that ends within seconds never compiles a view of the array well.
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

  /** Forgets all texts; the room is kept. */
  void clear() {
    Arrays.fill(slots, 0);
    used = 0;
    size = 1;
  }

  /** No text comes any more: what finds those that were there is forgotten. */
  void close() {
    slots = new int[1];
    values = Arrays.copyOf(values, size);
  }

  /** How many codes there are, nothing included. */
  int size() {
    return size;
  }

  @Override
  public String text(int code) {
    long value = values[code];
    if (value < 0) {
      return new String(bytes, start(value), length(value), StandardCharsets.UTF_8);
    }
    boolean student = (value & STUDENT) != 0;
    return student ? "G" + new CitizenId(value ^ STUDENT).text() : Ideographs.text(value);
  }

  @Override
  public long ideographs(int code) {
    return values[code] >= 0 && values[code] < STUDENT ? values[code] : 0;
  }

  /** The array in which all texts lie that are not one number. */
  byte[] bytes() {
    return bytes;
  }

  int from(int code) {
    return start(values[code]);
  }

  int to(int code) {
    return start(values[code]) + length(values[code]);
  }
}
