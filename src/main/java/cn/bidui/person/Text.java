package cn.bidui.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Folding of typed text: what a person sees as the same becomes the same. */
public final class Text {

  /** What offices type into a cell that must not be empty. */
  private static final Set<String> NOTHING =
      Set.of("", "无", "暂无", "空", "NULL", "N/A", "-", "--", "—", "——", "/");

  private Text() {}

  /**
   * Compatibility form without blanks, control and format characters, variation selectors and
   * apostrophes: {@code '１２　Ｘ} → {@code 12X} (letters keep their case).
   */
  public static String fold(String text) {
    String normalized = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder kept = null;
    for (int i = 0; i < normalized.length(); ) {
      int point = normalized.codePointAt(i);
      int width = Character.charCount(point);
      if (dropped(point)) {
        if (kept == null) {
          kept = new StringBuilder(normalized.length()).append(normalized, 0, i);
        }
      } else if (kept != null) {
        kept.appendCodePoint(point);
      }
      i += width;
    }
    return kept == null ? normalized : kept.toString();
  }

  /**
   * The text within {@code ="…"}, by which spreadsheets are made to keep digits as text; any other
   * text as it is.
   */
  public static String unwrap(String text) {
    int last = text.length() - 1;
    return last >= 2 && text.charAt(last) == '"' && text.startsWith("=\"")
        ? text.substring(2, last)
        : text;
  }

  /** Whether folded text is empty or a word for nothing: {@code 无}, {@code NULL}, {@code -} … */
  public static boolean isNothing(String folded) {
    return folded.length() <= 4 && NOTHING.contains(folded.toUpperCase(Locale.ROOT));
  }

  /** ASCII and unified ideographs are their own compatibility form: skip the normalizer. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && (c < 0x4E00 || c > 0x9FFF)) {
        return false;
      }
    }
    return true;
  }

  private static boolean dropped(int point) {
    if (point >= 0x4E00 && point <= 0x9FFF) {
      return false;
    }
    if (point == '\'' || point == '’' || point == '‘' || point == '`') {
      return true;
    }
    if (point > ' ' && point < 0x7F) {
      return false;
    }
    int type = Character.getType(point);
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT
        || type == Character.CONTROL
        || isVariationSelector(point);
  }

  /** They choose between glyphs of one character, which two systems never do alike. */
  private static boolean isVariationSelector(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
  }
}
