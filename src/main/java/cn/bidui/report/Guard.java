package cn.bidui.report;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking text for a formula: an apostrophe before {@code = + - @}, their
 * full-width forms, tab and line breaks, also where blanks or marks that nobody sees stand before
 * them. Plain numbers are left alone; they compute nothing.
 */
public final class Guard {

  private static final char MARK = '\'';
  private static final String STARTS = "=+-@＝＋－＠\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Guard() {}

  /** {@code =1+1} → {@code '=1+1}; {@link #plain} gives back any text as it was. */
  static String text(String text) {
    return isFormulaLike(unmarked(text)) ? MARK + text : text;
  }

  /** What {@link #text} was given: {@code '=1+1} → {@code =1+1}. */
  public static String plain(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == MARK && isFormulaLike(unmarked(text));
    return marked ? text.substring(1) : text;
  }

  /** Whether a spreadsheet might compute {@code text}. */
  public static boolean isFormulaLike(String text) {
    if (text.isEmpty() || NUMBER.matcher(text).matches()) {
      return false;
    }
    int start = 0;
    while (start < text.length() && STARTS.indexOf(text.charAt(start)) < 0) {
      int c = text.codePointAt(start);
      if (!isUnseen(c)) {
        return false;
      }
      start += Character.charCount(c);
    }
    return start < text.length();
  }

  private static boolean isUnseen(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  /** Text that begins with the mark by itself gets one more, so that taking one away is right. */
  private static String unmarked(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == MARK) {
      start++;
    }
    return text.substring(start);
  }
}
