package cn.bidui.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text of any charset as UTF-8. */
final class Transcoded extends InputStream {

  private final Reader text;
  private final char[] chars = new char[1 << 15];
  private int kept;
  private byte[] bytes = {};
  private int at;

  Transcoded(Reader text) {
    this.text = text;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int read = text.read(chars, kept, chars.length - kept);
      if (read < 0 && kept == 0) {
        return false;
      }
      encode(kept + Math.max(0, read), read < 0);
    }
    return true;
  }

  /** Half a character at the end waits for its other half. */
  private void encode(int length, boolean end) {
    int whole = !end && Character.isHighSurrogate(chars[length - 1]) ? length - 1 : length;
    bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
    at = 0;
    kept = length - whole;
    System.arraycopy(chars, whole, chars, 0, kept);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
