package cn.bidui.report.links;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of comma-separated values, put together as bytes: a county has a million, and most of a
 * line is numbers.
 */
final class ByteLines {

  /** Of some thousand lines of a few numbers and short words. */
  private static final int ROOM = 1 << 18;

  /** Numbers, commas and an end of line take no more between two texts; room is made by these. */
  private static final int FEW = 64;

  /** A hundredth of any int: in a short process a division is never made a multiplication. */
  private static final long HUNDREDTH = 0x51EB851FL;

  private static final int HUNDREDTH_SHIFT = 37;

  /** A tenth of what is less than a hundred. */
  private static final int TENTH = 103;

  private static final int TENTH_SHIFT = 10;

  private byte[] buffer = new byte[ROOM];
  private int size;

  /** A field for {@link #text}; quoted where it has to be. */
  static byte[] quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return bytes(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }

  /** The same, with the comma that follows. */
  static byte[] cell(String text) {
    byte[] quoted = quoted(text);
    byte[] cell = Arrays.copyOf(quoted, quoted.length + 1);
    cell[quoted.length] = ',';
    return cell;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  ByteLines text(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, buffer, size, text.length);
    size += text.length;
    return this;
  }

  ByteLines comma() {
    buffer[size++] = ',';
    return this;
  }

  /** A whole number. */
  ByteLines number(int number) {
    digits(sign(number));
    return this;
  }

  /** {@code -1234} → {@code -12.34}. */
  ByteLines hundredths(int number) {
    long left = sign(number);
    long whole = (left * HUNDREDTH) >>> HUNDREDTH_SHIFT;
    digits(whole);
    buffer[size] = '.';
    two((int) (left - whole * 100), size + 1);
    size += 3;
    return this;
  }

  /** The line is complete. */
  ByteLines end() {
    buffer[size++] = '\r';
    buffer[size++] = '\n';
    room(0);
    return this;
  }

  /** Puts the sign, and returns the number without it. */
  private long sign(int number) {
    if (number < 0) {
      buffer[size++] = '-';
    }
    return Math.abs((long) number);
  }

  /** From the last two to the first. */
  private void digits(long number) {
    int start = size;
    size += count(number);
    int at = size;
    long left = number;
    while (at - start > 1) {
      long rest = (left * HUNDREDTH) >>> HUNDREDTH_SHIFT;
      at -= 2;
      two((int) (left - rest * 100), at);
      left = rest;
    }
    if (at > start) {
      buffer[start] = (byte) ('0' + left);
    }
  }

  private static int count(long number) {
    int digits = 1;
    for (long limit = 10; limit <= number; limit *= 10) {
      digits++;
    }
    return digits;
  }

  private void two(int number, int at) {
    int tens = (number * TENTH) >>> TENTH_SHIFT;
    buffer[at] = (byte) ('0' + tens);
    buffer[at + 1] = (byte) ('0' + number - tens * 10);
  }

  private void room(int bytes) {
    int needed = size + bytes + FEW;
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(needed, 2 * buffer.length));
    }
  }

  /** How many bytes the lines have. */
  int size() {
    return size;
  }

  /** Writes all lines where they belong in the file, and begins anew. */
  void write(FileChannel file, long position) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(buffer, 0, size);
    for (long at = position; left.hasRemaining(); ) {
      at += file.write(left, at);
    }
    size = 0;
  }
}
