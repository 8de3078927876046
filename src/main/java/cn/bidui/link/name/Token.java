package cn.bidui.link.name;

/**
 * What a name is made of: characters, by their places in the table, and what else may stand where a
 * character should, above them.
 */
final class Token {

  /** A mark for a character that the system lacked. */
  static final int WILDCARD = 1 << 24;

  /** A description of such a character, in brackets. */
  static final int NOTE = 2 << 24;

  private static final int SOUND = 3 << 24;
  private static final int OTHER = 4 << 24;

  private Token() {}

  /** A syllable in letters, in place of a character. */
  static int sound(int syllable) {
    return SOUND | syllable;
  }

  /** A letter, a digit, or a character that is not in the table. */
  static int other(int point) {
    return OTHER | point;
  }

  static boolean character(int token) {
    return token < WILDCARD;
  }

  static boolean letters(int token) {
    return token >= SOUND && token < OTHER;
  }

  static int syllable(int token) {
    return token & ~SOUND;
  }

  /** Whether systems write the character where they lack another: 生僻字, private use included. */
  static boolean mark(int point) {
    return switch (point) {
      case '?', '*', '□', '■', '〓', '▯', '▢', '◻', '\uFFFD' -> true;
      default -> (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
    };
  }
}
