package cn.bidui.source;

/**
 * Words of others on a line of ours. A file's name may hold line breaks, escape sequences for the
 * terminal, and marks that turn the direction of writing and make {@code xslx.exe} look like a
 * workbook; on the screen and in logs they are told, not obeyed.
 */
public final class Legible {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Legible() {}

  /** {@code text} on one line, where what cannot be seen stands as {@code <U+202E>}. */
  public static String line(String text) {
    if (text.codePoints().allMatch(Legible::seen)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (seen(c)) {
                line.appendCodePoint(c);
              } else {
                line.append("<U+%04X>".formatted(c));
              }
            });
    return line.toString();
  }

  /** Joiners hold emoji and some scripts together and change nothing else. */
  private static boolean seen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }
}
