package cn.bidui.link.name;

/**
 * A name in its plainest characters and without dots: names that are one but for variants have one
 * plain name. For looking up only; never shown. {@code 劉麗} → {@code 刘丽}.
 */
public final class PlainName {

  private PlainName() {}

  /** Reads the table of characters, where somebody has nothing else to do. */
  public static void prepare() {
    CharacterTable.get();
  }

  /** The plain form of a folded name; the same text if it is plain already. */
  public static String of(String folded) {
    CharacterTable table = CharacterTable.get();
    return plain(folded, table) ? folded : spelled(folded, table);
  }

  /** Whether the plain form of a folded name is the name itself. */
  public static boolean is(String folded) {
    return plain(folded, CharacterTable.get());
  }

  /** Whether a character is the plainest of its variants. */
  public static boolean is(int point) {
    return CharacterTable.get().plainPoint(point) == point;
  }

  private static boolean plain(String folded, CharacterTable table) {
    for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
      int point = folded.codePointAt(at);
      if (point == '·' || table.plainPoint(point) != point) {
        return false;
      }
    }
    return true;
  }

  private static String spelled(String folded, CharacterTable table) {
    StringBuilder text = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(point -> point != '·')
        .forEach(point -> text.appendCodePoint(table.plainPoint(point)));
    return text.toString();
  }
}
