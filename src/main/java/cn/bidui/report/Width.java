package cn.bidui.report;

/** How wide text stands on a terminal or in a column of a sheet: Chinese characters take two. */
public final class Width {

  private Width() {}

  /** {@code 张A} → 3. */
  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int point) {
    if (point < 0x1100) {
      return invisible(point) ? 0 : 1;
    }
    return wide(point) ? 2 : invisible(point) ? 0 : 1;
  }

  /**
   * East Asian wide and full-width forms (Unicode annex 11), in the blocks that names come from.
   */
  private static boolean wide(int point) {
    return point <= 0x115F
        || within(point, 0x2E80, 0xA4CF)
        || within(point, 0xAC00, 0xD7A3)
        || within(point, 0xF900, 0xFAFF)
        || within(point, 0xFE30, 0xFE4F)
        || within(point, 0xFF00, 0xFF60)
        || within(point, 0xFFE0, 0xFFE6)
        || within(point, 0x20000, 0x3FFFD);
  }

  private static boolean within(int point, int from, int to) {
    return point >= from && point <= to;
  }

  private static boolean invisible(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL;
  }

  /** Filled with blanks to {@code width}. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** Cut to {@code width}, the last place taken by an ellipsis where something was cut. */
  static String clip(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int point : text.codePoints().toArray()) {
      used += of(point);
      if (used > width) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.append('…').toString();
  }

  /** Into how many lines {@code text} breaks in a column of {@code width}. */
  public static int lines(String text, int width) {
    int room = Math.max(1, width);
    return text.lines().mapToInt(line -> Math.max(1, (of(line) + room - 1) / room)).sum();
  }
}
