package cn.bidui.report.links;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lines of comma-separated values, put together as bytes: a county has a million, and most of a
 * line is numbers.
 */
final class ByteLines implements AutoCloseable {

  private static final int ROOM = 1 << 16;

  /** No field is longer than half of the buffer. */
  private static final int MOST = ROOM / 2;

  /** A tenth of any whole number: in a short process a division is never made a multiplication. */
  private static final long TENTH = 0xCCCCCCCDL;

  private static final int TENTH_SHIFT = 35;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private int size;

  ByteLines(Path file, String header) throws IOException {
    out = Files.newOutputStream(file);
    text(bytes(header)).end();
  }

  /** Text for {@link #text}; quoted where it has to be. */
  static byte[] quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return bytes(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  ByteLines text(byte[] text) throws IOException {
    int length = Math.min(text.length, MOST);
    room(length);
    System.arraycopy(text, 0, buffer, size, length);
    size += length;
    return this;
  }

  ByteLines comma() throws IOException {
    return add(',');
  }

  /** A whole number. */
  ByteLines number(int number) throws IOException {
    room(16);
    if (number < 0) {
      add('-');
    }
    long left = Math.abs((long) number);
    int digits = digits(left);
    for (int at = size + digits - 1; at >= size; at--) {
      long rest = (left * TENTH) >>> TENTH_SHIFT;
      buffer[at] = (byte) ('0' + left - rest * 10);
      left = rest;
    }
    size += digits;
    return this;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long limit = 10; limit <= number; limit *= 10) {
      digits++;
    }
    return digits;
  }

  /** {@code -1234} → {@code -12.34}. */
  ByteLines hundredths(int number) throws IOException {
    room(16);
    if (number < 0) {
      add('-');
    }
    int rest = Math.abs(number % 100);
    number(Math.abs(number / 100));
    return add('.').add((char) ('0' + rest / 10)).add((char) ('0' + rest % 10));
  }

  /** The line is complete. */
  ByteLines end() throws IOException {
    return add('\r').add('\n');
  }

  private ByteLines add(char ascii) throws IOException {
    room(1);
    buffer[size++] = (byte) ascii;
    return this;
  }

  private void room(int bytes) throws IOException {
    if (size + bytes > buffer.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
