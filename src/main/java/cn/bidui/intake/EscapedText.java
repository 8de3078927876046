package cn.bidui.intake;

/** Characters that workbooks write as {@code _xHHHH_}: {@code 张_x000D_三} has a line break in it. */
final class EscapedText {

  private static final int LENGTH = 7;

  private EscapedText() {}

  /** The text meant, decoded once: {@code _x005F_x000D_} is the literal {@code _x000D_}. */
  static String decode(String text) {
    int escape = text.indexOf("_x");
    if (escape < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int from = 0;
    while (escape >= 0) {
      int code = code(text, escape);
      if (code >= 0) {
        decoded.append(text, from, escape).append((char) code);
        from = escape + LENGTH;
      }
      escape = text.indexOf("_x", Math.max(from, escape + 1));
    }
    return decoded.append(text, from, text.length()).toString();
  }

  private static int code(String text, int escape) {
    if (escape + LENGTH > text.length() || text.charAt(escape + LENGTH - 1) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = escape + 2; i < escape + LENGTH - 1; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
