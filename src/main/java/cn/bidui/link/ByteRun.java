package cn.bidui.link;

import java.util.Arrays;

/** Whole numbers in a row of bytes, small ones in few (LEB128). */
final class ByteRun {

  private byte[] bytes;
  private int at;

  /** An empty one, to be written. */
  ByteRun() {
    bytes = new byte[1024];
  }

  /** One to be read from {@code start}. */
  ByteRun(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  int position() {
    return at;
  }

  /** A number that may be less than 0. */
  void putSigned(int number) {
    put((number << 1) ^ (number >> 31));
  }

  void put(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      append((byte) (rest | 0x80));
      rest >>>= 7;
    }
    append((byte) rest);
  }

  private void append(byte next) {
    if (at == bytes.length) {
      bytes = Arrays.copyOf(bytes, at * 2);
    }
    bytes[at++] = next;
  }

  void putAll(byte[] from, int start, int end) {
    int length = end - start;
    if (at + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(at + length, at * 2));
    }
    System.arraycopy(from, start, bytes, at, length);
    at += length;
  }

  int takeSigned() {
    int number = take();
    return (number >>> 1) ^ -(number & 1);
  }

  int take() {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      number |= (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }

  byte[] written() {
    return Arrays.copyOf(bytes, at);
  }
}
