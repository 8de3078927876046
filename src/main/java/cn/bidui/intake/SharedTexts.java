package cn.bidui.intake;

import cn.bidui.plan.Limit;
import cn.bidui.source.Cell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook point at. They are kept packed, one byte for each
 * character or two: as objects, those of a million rows alone would fill half a gigabyte.
 */
final class SharedTexts {

  private static final int PLACE_BITS = 17;
  private static final int CHUNK = 1 << PLACE_BITS;

  /** One bit says how the text is stored, four bytes hold that and the length. */
  private static final int HEAD = 4;

  /** Texts that many cells share come first in the files of every writer. */
  private static final int FREQUENT = 1 << 14;

  private final Limit limit;
  private final List<byte[]> chunks = new ArrayList<>();
  private final @Nullable Cell[] frequent = new Cell[FREQUENT];
  private byte[] chunk = new byte[0];
  private int used;
  private long bytes;
  private int[] places = new int[1 << 10];
  private int size;

  SharedTexts(Limit limit) {
    this.limit = limit;
  }

  void add(String text) throws Refusal {
    int width = narrow(text) ? 1 : 2;
    int length = text.length();
    int from = room(HEAD + length * width);
    int head = length * 2 + width - 1;
    for (int i = 0; i < HEAD; i++) {
      chunk[from + i] = (byte) (head >>> (8 * i));
    }
    int at = from + HEAD;
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      chunk[at++] = (byte) character;
      if (width == 2) {
        chunk[at++] = (byte) (character >>> 8);
      }
    }
    used = at;
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = ((chunks.size() - 1) << PLACE_BITS) | from;
  }

  private static boolean narrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** Where {@code wanted} bytes in a row are free. */
  private int room(int wanted) throws Refusal {
    if (chunks.isEmpty() || used + wanted > chunk.length) {
      chunk = new byte[Math.max(CHUNK, wanted)];
      used = 0;
      chunks.add(chunk);
      bytes += chunk.length;
      if (bytes > limit.value()) {
        throw Refusal.tooLarge(bytes, limit.value());
      }
    }
    return used;
  }

  /** The cell that shows text number {@code index}; null if there is none. */
  @Nullable Cell cell(int index) {
    if (index < 0 || index >= size) {
      return null;
    }
    if (index >= FREQUENT) {
      return Cell.text(text(index));
    }
    @Nullable Cell cell = frequent[index];
    if (cell == null) {
      cell = Cell.text(text(index));
      frequent[index] = cell;
    }
    return cell;
  }

  private String text(int index) {
    byte[] from = chunks.get(places[index] >>> PLACE_BITS);
    int at = places[index] & (CHUNK - 1);
    int head = 0;
    for (int i = 0; i < HEAD; i++) {
      head |= (from[at + i] & 0xFF) << (8 * i);
    }
    int length = head >>> 1;
    if ((head & 1) == 0) {
      return new String(from, at + HEAD, length, StandardCharsets.ISO_8859_1);
    }
    char[] wide = new char[length];
    for (int i = 0, b = at + HEAD; i < length; i++, b += 2) {
      wide[i] = (char) ((from[b] & 0xFF) | from[b + 1] << 8);
    }
    return new String(wide);
  }
}
