package cn.bidui.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/**
 * A look over the tags of a web page without reading it: how many tables it has, and whether it has
 * an end. A page that breaks off is still a page to any reader, only with fewer rows.
 */
final class PageScan {

  private static final int LONGEST_TAG = 6;

  private final StringBuilder tag = new StringBuilder(LONGEST_TAG);
  private boolean inTag;
  private int tables;
  private int open;
  private boolean ended;

  private PageScan() {}

  static PageScan of(Reader page) throws IOException {
    PageScan scan = new PageScan();
    char[] chunk = new char[1 << 16];
    try (page) {
      for (int read = page.read(chunk); read >= 0; read = page.read(chunk)) {
        for (int i = 0; i < read; i++) {
          scan.take(chunk[i]);
        }
      }
    }
    return scan;
  }

  private void take(char c) {
    if (c == '<') {
      tag.setLength(0);
      inTag = true;
    } else if (inTag && named(c)) {
      tag.append(c);
    } else if (inTag) {
      inTag = false;
      count(tag.toString().toLowerCase(Locale.ROOT));
    }
  }

  private boolean named(char c) {
    return tag.length() < LONGEST_TAG && (c == '/' || Character.isLetter(c));
  }

  private void count(String name) {
    switch (name) {
      case "table" -> {
        tables++;
        open++;
      }
      case "/table" -> open--;
      case "/body", "/html" -> ended = true;
      default -> {}
    }
  }

  /** How many tables begin. */
  int tables() {
    return tables;
  }

  /** Whether a table is left open where the page ends. */
  boolean brokeOff() {
    return open > 0 && !ended;
  }
}
