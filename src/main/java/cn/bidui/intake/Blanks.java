package cn.bidui.intake;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Characters that show nothing: blanks, line breaks, no-break spaces, stray byte-order marks. */
final class Blanks {

  private Blanks() {}

  static boolean is(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\uFEFF'
        || character == '\u200B';
  }

  /** How many of them {@code text} starts with. */
  static int leading(String text) {
    int count = 0;
    while (count < text.length() && is(text.charAt(count))) {
      count++;
    }
    return count;
  }

  /** The text after those it starts with. */
  static Reader skip(Reader text) throws IOException {
    PushbackReader reader = new PushbackReader(text);
    int first = reader.read();
    while (first >= 0 && is(first)) {
      first = reader.read();
    }
    if (first >= 0) {
      reader.unread(first);
    }
    return reader;
  }
}
