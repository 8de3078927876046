package cn.bidui.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text of which only so much is read for one record; a quotation mark left open reads on. */
final class BoundedText extends FilterReader {

  private final long limit;
  private long taken;

  BoundedText(Reader text, long limit) {
    super(text);
    this.limit = limit;
  }

  /** The next record begins; what the parser has buffered counts for the one before. */
  void begin() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws TooLong {
    taken += Math.max(0, read);
    if (taken > limit) {
      throw new TooLong();
    }
  }

  /** A record has no end within the limit. */
  static final class TooLong extends IOException {}
}
