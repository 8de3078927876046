package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells of files that hold nothing but text. */
final class TextCell {

  /** {@code ="0042"} is how text is kept from becoming a number; a tab after it does the same. */
  private static final Pattern WRAPPED = Pattern.compile("\\s*=\\s*\"([^\"]*)\"\\s*");

  private TextCell() {}

  /** The cell: {@code ="0042"} → {@code 0042}, {@code 0042⇥} → {@code 0042}. */
  static Cell of(String value) {
    Matcher wrapped = WRAPPED.matcher(value);
    return Cell.text(withoutTabs(wrapped.matches() ? wrapped.group(1) : value));
  }

  private static String withoutTabs(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '\t') {
      end--;
    }
    return value.substring(0, end);
  }
}
