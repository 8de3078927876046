package cn.bidui.report;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking text for a formula: an apostrophe before {@code = + - @}, their
 * full-width forms, tab and line breaks. Plain numbers are left alone; they compute nothing.
 */
final class Guard {

  private static final String STARTS = "=+-@＝＋－＠\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Guard() {}

  /** {@code =1+1} → {@code '=1+1}. */
  static String text(String text) {
    if (text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0 || NUMBER.matcher(text).matches()) {
      return text;
    }
    return "'" + text;
  }
}
