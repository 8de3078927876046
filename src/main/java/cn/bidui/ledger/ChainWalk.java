package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Checks the lines of a journal while its bytes go by. */
final class ChainWalk {

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private Head head = Head.NONE;

  /** How far the lines that went by are sound. */
  Head head() {
    return head;
  }

  /**
   * Takes some more bytes.
   *
   * @throws IOException if a line is not what was written, or does not follow the one before it
   */
  void take(byte[] bytes, int from, int length) throws IOException {
    int start = from;
    for (int at = from; at < from + length; at++) {
      if (bytes[at] == '\n') {
        line.write(bytes, start, at - start);
        accept(line.toByteArray());
        line.reset();
        start = at + 1;
      }
    }
    line.write(bytes, start, from + length - start);
  }

  /** A segment ends with a whole line. */
  void endOfSegment() throws IOException {
    if (line.size() > 0) {
      throw new IOException("a journal file ends within line " + (head.seq() + 1));
    }
  }

  private void accept(byte[] whole) throws IOException {
    String hash =
        Chain.soundHash(whole)
            .filter(sound -> Chain.follows(whole, head))
            .orElseThrow(
                () -> new IOException("line " + (head.seq() + 1) + " of the journal is unsound"));
    head = new Head(head.seq() + 1, hash);
  }

  /** A stream whose bytes are checked as they are read; whoever reads it reads all of it. */
  static final class Watched extends FilterInputStream {

    private final ChainWalk walk;

    Watched(InputStream in, ChainWalk walk) {
      super(in);
      this.walk = walk;
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        walk.take(bytes, from, read);
      }
      return read;
    }
  }
}
