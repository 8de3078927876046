package cn.bidui.link.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of characters, in columns over their places in the table: variants, readings,
 * shapes and parts. Made from libraries when the program is built; read once, in a few
 * milliseconds.
 */
final class CharacterTable {

  /** No place, no part. */
  static final int NONE = 0xFFFF;

  /** The set of readings of what is not known to be read at all. */
  static final int SILENT = 0;

  private static final String RESOURCE = "characters.bin";
  private static final int PAGE = 256;
  private static final int COMMON = 1 << 27;
  private static final CharacterTable TABLE = new CharacterTable(bytes());

  private final Map<String, Integer> syllables = new HashMap<>();
  private final char[][] pages = new char[0x110000 / PAGE][];
  private final int size;
  private final int[] points;
  private final int[] setStarts;
  private final char[] readings;
  private final char[] setOf;
  private final char[] plainOf;
  private final int firstShape;
  private final int[] shapes;
  private final char[] firstParts;
  private final char[] rests;
  private final char[] formOf;
  private final char[] surnameSets;
  private final char[] compounds;

  private CharacterTable(ByteBuffer in) {
    readSyllables(in);
    points = readRanges(in);
    size = points.length;
    setStarts = readSetStarts(in);
    readings = chars(in, setStarts[setStarts.length - 1]);
    setOf = chars(in, size);
    plainOf = readPairs(in);
    firstShape = in.getChar();
    shapes = new int[in.getChar()];
    in.asIntBuffer().get(shapes);
    in.position(in.position() + Integer.BYTES * shapes.length);
    firstParts = chars(in, shapes.length);
    rests = chars(in, shapes.length);
    formOf = readPairs(in);
    surnameSets = new char[size];
    compounds = readSurnames(in);
  }

  /** The one table of the program. */
  static CharacterTable get() {
    return TABLE;
  }

  private static ByteBuffer bytes() {
    try (InputStream in = CharacterTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: " + RESOURCE);
      }
      return ByteBuffer.wrap(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void readSyllables(ByteBuffer in) {
    byte[] text = new byte[in.getChar()];
    in.get(text);
    for (String syllable : new String(text, StandardCharsets.US_ASCII).split(" ", -1)) {
      syllables.put(syllable, syllables.size() + 1);
    }
  }

  private int[] readRanges(ByteBuffer in) {
    int[] all = new int[NONE];
    int next = 0;
    for (int ranges = in.getChar(); ranges > 0; ranges--) {
      int first = in.getInt();
      int length = in.getChar();
      for (int point = first; point < first + length; point++) {
        all[next] = point;
        put(point, next++);
      }
    }
    return Arrays.copyOf(all, next);
  }

  private void put(int point, int place) {
    char[] page = pages[point / PAGE];
    if (page == null) {
      page = new char[PAGE];
      Arrays.fill(page, (char) NONE);
      pages[point / PAGE] = page;
    }
    page[point % PAGE] = (char) place;
  }

  private static int[] readSetStarts(ByteBuffer in) {
    int[] starts = new int[in.getChar() + 1];
    for (int set = 1; set < starts.length; set++) {
      starts[set] = starts[set - 1] + in.get();
    }
    return starts;
  }

  private static char[] chars(ByteBuffer in, int count) {
    char[] chars = new char[count];
    in.asCharBuffer().get(chars);
    in.position(in.position() + Character.BYTES * count);
    return chars;
  }

  /** What each character is one with; most are one with themselves. */
  private char[] readPairs(ByteBuffer in) {
    char[] others = new char[size];
    for (int place = 0; place < size; place++) {
      others[place] = (char) place;
    }
    for (int pairs = in.getChar(); pairs > 0; pairs--) {
      int place = in.getChar();
      others[place] = in.getChar();
    }
    return others;
  }

  /**
   * Fills the sets of one-character surnames; two characters and two sets for each of the others.
   */
  private char[] readSurnames(ByteBuffer in) {
    int count = in.getChar();
    char[] two = new char[4 * count];
    int end = 0;
    for (int surname = 0; surname < count; surname++) {
      char first = in.getChar();
      char second = in.getChar();
      char firstSet = in.getChar();
      char secondSet = in.getChar();
      if (second == NONE) {
        surnameSets[first] = firstSet;
      } else {
        two[end++] = first;
        two[end++] = second;
        two[end++] = firstSet;
        two[end++] = secondSet;
      }
    }
    return Arrays.copyOf(two, end);
  }

  /** How many characters there are. */
  int size() {
    return size;
  }

  /** The place of a character, or {@link #NONE}. */
  int place(int point) {
    char[] page = pages[point / PAGE];
    return page == null ? NONE : page[point % PAGE];
  }

  /** The character at a place. */
  int point(int place) {
    return points[place];
  }

  /** The plainest variant of any character, in the table or not. */
  int plainPoint(int point) {
    int place = place(point);
    return place == NONE ? point : points[plainOf[place]];
  }

  /** The place of the plainest variant: 劉 → 刘, 刘 → 刘. */
  int plain(int place) {
    return plainOf[place];
  }

  /** The set of readings of a character, its variants included. */
  int set(int place) {
    return setOf[place];
  }

  /** The set of readings of a plain character as a surname, or {@link #SILENT} if it has no own. */
  int surnameSet(int plain) {
    return surnameSets[plain];
  }

  /**
   * Where the sets of a surname of two plain characters stand, for {@link #compoundSet}; -1 if
   * their readings are the usual ones.
   */
  int compound(int plain, int next) {
    for (int at = 0; at < compounds.length; at += 4) {
      if (compounds[at] == plain && compounds[at + 1] == next) {
        return at;
      }
    }
    return -1;
  }

  /** The set of the first (0) or second (1) character of a compound surname. */
  int compoundSet(int compound, int which) {
    return compounds[compound + 2 + which];
  }

  /** Where the readings of a set start; they end where those of the next set start. */
  int start(int set) {
    return setStarts[set];
  }

  /** A reading: its syllable times eight, plus its tone (5 is neutral). */
  int reading(int at) {
    return readings[at];
  }

  /** The number of a syllable in small letters, from 1; 0 if there is no such syllable. */
  int syllable(String letters) {
    return syllables.getOrDefault(letters, 0);
  }

  /** Whether every system can write it: it is in GB 2312. */
  boolean common(int place) {
    return (shape(place) & COMMON) != 0;
  }

  /** Five corner digits of four bits each, the number of strokes above; 0 if they are not known. */
  int shape(int place) {
    int at = place - firstShape;
    return at < 0 || at >= shapes.length ? 0 : shapes[at];
  }

  /** The first of a character's parts, or {@link #NONE}: 玮 → 玉. */
  int firstPart(int place) {
    int at = place - firstShape;
    return at < 0 || at >= shapes.length ? NONE : firstParts[at];
  }

  /** All parts but the first, as one, or {@link #NONE}: 玮 → 韦. */
  int rest(int place) {
    int at = place - firstShape;
    return at < 0 || at >= shapes.length ? NONE : rests[at];
  }

  /** The character whose form a part is, as 王 is of 玉; others are their own. */
  int form(int place) {
    return formOf[place];
  }
}
