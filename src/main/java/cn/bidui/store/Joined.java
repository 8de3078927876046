package cn.bidui.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Several texts in one column, joined with U+001F, which no cell of a list can hold meaningfully.
 */
final class Joined {

  private static final char SEPARATOR = '\u001F';

  private Joined() {}

  /** A separator within a text becomes a blank: it is a control character nobody sees. */
  static String join(List<String> texts) {
    StringBuilder joined = new StringBuilder(texts.size() * 8);
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        joined.append(SEPARATOR);
      }
      String text = texts.get(i);
      joined.append(
          text.indexOf(SEPARATOR) < 0 && text.indexOf('\0') < 0
              ? text
              : text.replace(SEPARATOR, ' ').replace("\0", ""));
    }
    return joined.toString();
  }

  static List<String> split(String joined) {
    List<String> texts = new ArrayList<>();
    int from = 0;
    for (int at = joined.indexOf(SEPARATOR); at >= 0; at = joined.indexOf(SEPARATOR, from)) {
      texts.add(joined.substring(from, at));
      from = at + 1;
    }
    texts.add(joined.substring(from));
    return texts;
  }
}
