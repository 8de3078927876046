package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks for a line of UTF-8 in a file that decodes as GB18030: most Chinese characters in UTF-8 are
 * also characters of GB18030, only wholly different ones.
 */
final class MixedLines {

  /** So many characters of three bytes are not UTF-8 by chance in one line of a million. */
  private static final int BEYOND_CHANCE = 4;

  private int line = 1;
  private long offset;
  private long lineStart;
  private int owed;
  private int han;
  private boolean leadsHan;
  private boolean possible = true;
  private int last;
  private boolean found;

  private MixedLines() {}

  /** The state after the first such line, or after the end. */
  static MixedLines in(Content file) throws IOException {
    MixedLines lines = new MixedLines();
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = file.open()) {
      int read = in.read(chunk);
      while (read >= 0 && !lines.found) {
        lines.take(chunk, read);
        read = in.read(chunk);
      }
    }
    lines.found |= lines.utf8();
    return lines;
  }

  private void take(byte[] chunk, int length) {
    for (int i = 0; i < length && !found; i++) {
      take(chunk[i] & 0xFF);
    }
  }

  private void take(int unit) {
    offset++;
    if (unit == '\n' || unit == '\r') {
      end(unit);
    } else if (unit < 0x80) {
      possible &= owed == 0;
    } else {
      beyondAscii(unit);
    }
    last = unit;
  }

  private void end(int unit) {
    found = utf8();
    if (found) {
      return;
    }
    line += unit == '\n' && last == '\r' ? 0 : 1;
    lineStart = offset;
    owed = 0;
    han = 0;
    possible = true;
  }

  private boolean utf8() {
    return possible && owed == 0 && han >= BEYOND_CHANCE;
  }

  private void beyondAscii(int unit) {
    boolean continues = (unit & 0xC0) == 0x80;
    if (owed > 0 && continues) {
      owed--;
      han += owed == 0 && leadsHan ? 1 : 0;
    } else if (owed > 0 || continues || unit > 0xF4) {
      possible = false;
    } else {
      owed = unit >= 0xF0 ? 3 : unit >= 0xE0 ? 2 : 1;
      leadsHan = unit >= 0xE4 && unit <= 0xE9;
    }
  }

  boolean found() {
    return found;
  }

  /** Number of the line found, from 1. */
  int line() {
    return line;
  }

  /** Bytes before that line. */
  long offset() {
    return lineStart;
  }
}
