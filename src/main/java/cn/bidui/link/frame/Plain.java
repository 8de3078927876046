package cn.bidui.link.frame;

/** Bytes of which folding would change nothing. */
final class Plain {

  private Plain() {}

  /** Nothing but unified ideographs. */
  static boolean ideographs(byte[] text, int from, int to) {
    int at = from;
    while (at < to && Utf8.ideograph(text, at, to)) {
      at += 3;
    }
    return at == to;
  }

  /** Small letters, digits, ideographs and single blanks between them. */
  static boolean folded(byte[] text, int from, int to) {
    for (int at = from; at < to; ) {
      byte b = text[at];
      boolean letter = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
      boolean blank = b == ' ' && at + 1 < to && text[at + 1] != ' ';
      if (letter || blank) {
        at++;
      } else if (b < 0 && Utf8.ideograph(text, at, to)) {
        at += 3;
      } else {
        return false;
      }
    }
    return true;
  }

  /** Visible ASCII, and no formula. */
  static boolean ascii(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text[at] <= ' ' || text[at] == 0x7F) {
        return false;
      }
    }
    return text[from] != '=';
  }
}
