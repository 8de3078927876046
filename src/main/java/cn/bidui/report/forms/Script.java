package cn.bidui.report.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into stretches that one font can show. 仿宋 and 黑体 hold the 20,902 ideographs of GBK
 * only; rarer ones of the first plane stand in 宋体, those beyond it in a font of their own.
 */
final class Script {

  private static final int LAST_OF_GBK = 0x9FA5;
  private static final int FIRST_IDEOGRAPH = 0x4E00;
  private static final int FIRST_OF_EXTENSION_A = 0x3400;
  private static final int FIRST_PRIVATE = 0xE000;
  private static final int LAST_PRIVATE = 0xF8FF;
  private static final int REPLACEMENT = 0xFFFD;

  /**
   * A stretch of text.
   *
   * @param face in which it has to stand, whatever the rest stands in
   */
  record Stretch(String text, Face face) {}

  private Script() {}

  /** The stretches of {@code text}, which is set in {@code face}. */
  static List<Stretch> of(String text, Face face) {
    List<Stretch> stretches = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    Face in = face;
    for (int point : text.codePoints().map(Script::printable).toArray()) {
      Face wanted = face(point, face);
      if (wanted != in && !current.isEmpty()) {
        stretches.add(new Stretch(current.toString(), in));
        current.setLength(0);
      }
      in = wanted;
      current.appendCodePoint(point);
    }
    if (!current.isEmpty()) {
      stretches.add(new Stretch(current.toString(), in));
    }
    return stretches;
  }

  private static Face face(int point, Face otherwise) {
    if (Character.isSupplementaryCodePoint(point)) {
      return Face.RARE;
    }
    return rare(point) ? Face.SONG : otherwise;
  }

  private static boolean rare(int point) {
    boolean beyondGbk = point > LAST_OF_GBK && point <= 0x9FFF;
    boolean extensionA = point >= FIRST_OF_EXTENSION_A && point < FIRST_IDEOGRAPH;
    boolean ownCharacter = point >= FIRST_PRIVATE && point <= LAST_PRIVATE;
    return beyondGbk || extensionA || ownCharacter;
  }

  /** Half a character, or what steers a printer, would make the document unreadable. */
  private static int printable(int point) {
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean none = point == 0xFFFE || point == 0xFFFF;
    return half || none || Character.isISOControl(point) ? REPLACEMENT : point;
  }
}
