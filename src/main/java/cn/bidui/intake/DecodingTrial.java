package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * A whole file decoded strictly, to see whether it is in a charset, and if not, where it leaves it.
 */
final class DecodingTrial {

  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
  private final CharBuffer chars = CharBuffer.allocate(1 << 16);
  private long offset;
  private long beyondAscii;
  private int breaks;
  private char last;
  private boolean failed;
  private boolean brokeOff;

  private DecodingTrial(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  static DecodingTrial of(Content file, Charset charset) throws IOException {
    DecodingTrial trial = new DecodingTrial(charset);
    try (ReadableByteChannel channel = file.channel()) {
      trial.run(channel);
    }
    return trial;
  }

  private void run(ReadableByteChannel channel) throws IOException {
    boolean end = false;
    while (!end && !failed) {
      end = channel.read(bytes) < 0;
      bytes.flip();
      decode(end);
      bytes.compact();
    }
  }

  private void decode(boolean end) {
    CoderResult result;
    do {
      int before = bytes.position();
      result = decoder.decode(bytes, chars, end);
      offset += bytes.position() - before;
      count();
    } while (result.isOverflow());
    failed = result.isError();
    // What is left at the end was the start of a character when more bytes could still follow.
    brokeOff = failed && end;
  }

  private void count() {
    chars.flip();
    while (chars.hasRemaining()) {
      char c = chars.get();
      if (c == '\r' || (c == '\n' && last != '\r')) {
        breaks++;
      } else if (c >= 0x80) {
        beyondAscii++;
      }
      last = c;
    }
    chars.clear();
  }

  boolean failed() {
    return failed;
  }

  /** Whether all is well but for the last character, of which some bytes are missing. */
  boolean brokeOff() {
    return brokeOff;
  }

  /** Bytes before the first wrong one. */
  long offset() {
    return offset;
  }

  /** Line of the first wrong byte, from 1. */
  int line() {
    return breaks + 1;
  }

  /** Characters beyond ASCII before the first wrong byte. */
  long beyondAscii() {
    return beyondAscii;
  }
}
