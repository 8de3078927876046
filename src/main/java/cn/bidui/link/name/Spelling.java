package cn.bidui.link.name;

import java.util.Arrays;
import java.util.Locale;

/** Takes a folded name apart into tokens, and knows before which of them a dot stands. */
final class Spelling {

  private static final String OPENING = "([【〔";
  private static final String CLOSING = ")]】〕";
  private static final int LONGEST_NOTE = 8;
  private static final int LONGEST_SYLLABLE = 6;

  private final CharacterTable table = CharacterTable.get();
  private int[] tokens = new int[8];
  private int length;
  private int dots;

  /** Reads a name; what was read before is gone. */
  void read(String folded) {
    length = 0;
    dots = 0;
    boolean mixed =
        folded.codePoints().anyMatch(point -> table.place(point) != CharacterTable.NONE);
    int at = 0;
    while (at < folded.length()) {
      at = next(folded, at, mixed);
    }
  }

  int length() {
    return length;
  }

  int token(int index) {
    return tokens[index];
  }

  /** Bit {@code i} is set if a dot stands before token {@code i}; of the first 31 tokens only. */
  int dots() {
    return dots;
  }

  /** Takes what starts at {@code at}, and returns where the next starts. */
  private int next(String name, int at, boolean mixed) {
    int point = name.codePointAt(at);
    int after = at + Character.charCount(point);
    if (point == '·') {
      dots |= length > 0 && length < Integer.SIZE - 1 ? 1 << length : 0;
      return after;
    }
    int note = OPENING.indexOf(point) < 0 ? -1 : endOfNote(name, after, OPENING.indexOf(point));
    if (note > 0) {
      add(Token.NOTE);
      return note;
    }
    if (mixed && letter(point)) {
      return letters(name, at);
    }
    add(tokenOf(point));
    return after;
  }

  private int tokenOf(int point) {
    if (Token.mark(point)) {
      return Token.WILDCARD;
    }
    int place = table.place(point);
    return place == CharacterTable.NONE ? Token.other(Character.toUpperCase(point)) : place;
  }

  private static int endOfNote(String name, int from, int kind) {
    int closing = name.indexOf(CLOSING.charAt(kind), from);
    return closing > from && closing - from <= LONGEST_NOTE ? closing + 1 : -1;
  }

  private static boolean letter(int point) {
    return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') || upper(point) == 'Ü';
  }

  private static int upper(int point) {
    return Character.toUpperCase(point);
  }

  /** Letters among characters are syllables if they can be, and letters otherwise. */
  private int letters(String name, int at) {
    int end = at;
    while (end < name.length() && letter(name.charAt(end))) {
      end++;
    }
    String run = name.substring(at, end);
    String plain = run.toLowerCase(Locale.ROOT).replace('ü', 'v').replace("lyu", "lv");
    int before = length;
    if (!syllables(plain.replace("nyu", "nv"), 0)) {
      length = before;
      run.chars().forEach(letter -> add(Token.other(upper(letter))));
    }
    return end;
  }

  /**
   * Whether the letters from {@code at} on are syllables, the longest first; if so they are added.
   */
  private boolean syllables(String letters, int at) {
    if (at == letters.length()) {
      return true;
    }
    int before = length;
    for (int end = Math.min(letters.length(), at + LONGEST_SYLLABLE); end > at; end--) {
      int syllable = table.syllable(letters.substring(at, end));
      if (syllable > 0) {
        add(Token.sound(syllable));
        if (syllables(letters, end)) {
          return true;
        }
        length = before;
      }
    }
    return false;
  }

  private void add(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
    }
    tokens[length++] = token;
  }
}
