package cn.bidui.link.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8 at all. */
final class Utf8 {

  private Utf8() {}

  static boolean valid(byte[] text, int from, int to) {
    int at = from;
    while (at < to && (text[at] >= 0 || ideograph(text, at, to))) {
      at += text[at] >= 0 ? 1 : 3;
    }
    return at >= to || decodes(text, at, to);
  }

  /** One of the unified ideographs, three bytes: nearly all that is not ASCII. */
  static boolean ideograph(byte[] text, int at, int to) {
    int first = text[at] & 0xFF;
    return at + 2 < to
        && first >= 0xE4
        && first <= 0xE9
        && text[at + 1] < (byte) 0xC0
        && (first > 0xE4 || (text[at + 1] & 0xFF) >= 0xB8)
        && text[at + 2] < (byte) 0xC0;
  }

  private static boolean decodes(byte[] text, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from));
      return true;
    } catch (CharacterCodingException otherCharset) {
      return false;
    }
  }
}
