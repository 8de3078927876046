package cn.bidui.person;

import java.text.Normalizer;

/** Folding of typed text: what a person sees as the same becomes the same. */
final class Text {

  private Text() {}

  /**
   * Compatibility form without blanks, control and format characters and apostrophes: {@code '
   * １２　Ｘ'} → {@code 12X} (letters keep their case).
   */
  static String fold(String text) {
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
        || type == Character.CONTROL;
  }
}
