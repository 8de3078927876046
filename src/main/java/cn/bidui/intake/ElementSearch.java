package cn.bidui.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Searches the bytes of an XML part for the start of an element without reading what stands before
 * it. The name stands in them as it is in every encoding but those of two bytes a character.
 */
final class ElementSearch {

  private static final int CHUNK = 1 << 16;

  /** More than any prefix has. */
  private static final int BEFORE = 64;

  private final InputStream bytes;
  private final byte[] name;
  private final Patience patience;
  private final int[] skips = new int[256];
  private byte[] chunk = new byte[CHUNK];
  private int filled;

  /** The element's name as it stands in the part, without its prefix. */
  ElementSearch(InputStream bytes, String name, Patience patience) throws IOException {
    this.bytes = bytes;
    this.name = name.getBytes(StandardCharsets.US_ASCII);
    this.patience = patience;
    Arrays.fill(skips, this.name.length);
    for (int i = 0; i < this.name.length - 1; i++) {
      skips[this.name[i]] = this.name.length - 1 - i;
    }
    this.filled = bytes.readNBytes(chunk, 0, CHUNK);
  }

  /** Whether the part is written with two bytes a character. */
  boolean wide() {
    return filled >= 2 && (chunk[0] == 0 || chunk[1] == 0 || (chunk[0] & 0xFE & chunk[1]) == 0xFE);
  }

  /** Goes to the first such element; false if there is none. */
  boolean find() throws IOException, Refusal {
    while (true) {
      int start = start();
      if (start >= 0) {
        chunk = Arrays.copyOfRange(chunk, start, filled);
        return true;
      }
      // The name may stand across the border of two chunks, and its prefix before it.
      int kept = Math.min(filled, name.length + BEFORE);
      System.arraycopy(chunk, filled - kept, chunk, 0, kept);
      int read = bytes.readNBytes(chunk, kept, CHUNK - kept);
      patience.check();
      if (read == 0) {
        return false;
      }
      filled = kept + read;
    }
  }

  /** What has been read of the part from the element on. */
  byte[] rest() {
    return chunk;
  }

  /** Where the element starts in the chunk; -1 if it does not. */
  private int start() {
    int last = name.length - 1;
    int end = last;
    // The byte after the name must be known, too.
    while (end + 1 < filled) {
      int at = end - last;
      if (chunk[end] == name[last] && Arrays.equals(chunk, at, end + 1, name, 0, name.length)) {
        int tag = tag(at);
        if (tag >= 0 && endsName(chunk[end + 1])) {
          return tag;
        }
      }
      end += skips[chunk[end] & 0xFF];
    }
    return -1;
  }

  /** Where the tag of the name at {@code at} opens; -1 if it is no name of an element. */
  private int tag(int at) {
    int open = at - 1;
    if (open >= 0 && chunk[open] == ':') {
      open--;
      while (open >= 0 && at - open < BEFORE && prefix(chunk[open])) {
        open--;
      }
    }
    return open >= 0 && chunk[open] == '<' ? open : -1;
  }

  private static boolean prefix(byte letter) {
    return letter < 0 || Character.isLetterOrDigit(letter) || "_-.".indexOf(letter) >= 0;
  }

  private static boolean endsName(byte next) {
    return next == '>' || next == '/' || next == ' ' || (next >= '\t' && next <= '\r');
  }
}
