package cn.bidui.link.name;

/**
 * Whether two characters look alike (形近字): four of five corner digits agree, or they are one body
 * with another radical, as 晴 and 睛 or 伟 and 玮; and at most three strokes are between them.
 *
 * <p>Where the limits come from, by {@code scripts/make-characters --measure}: of 83 slips that
 * were listed by hand, of the nearest neighbors that nlp-hanzi-similar names for 6,762 common
 * characters, and of a million random pairs of characters of pupils' given names. One corner less
 * finds few slips more and takes three times as many unrelated characters for alike.
 *
 * <pre>
 *  corners  strokes   slips  nearest  unrelated
 *        5        3      53   39.6 %     0.18 %
 *        4        1      60   47.7 %     0.29 %
 *        4        2      63   58.5 %     0.34 %
 *        4        3      64   66.0 %     0.41 %   chosen
 *        3        1      65   53.2 %     0.85 %
 *        3        2      70   65.8 %     1.32 %
 * </pre>
 */
final class Looks {

  /** Of five corner digits; one may differ. */
  private static final int NEARLY_ALL_CORNERS = 4;

  private static final int STROKES_APART = 3;

  /** For one body: the corners of the body are equal, those of the radical need not be. */
  private static final int CORNERS_OF_BODY = 2;

  private static final int CORNERS = 5;
  private static final int CORNER_BITS = 4;
  private static final int STROKE_MASK = 0x7F;

  private final CharacterTable table = CharacterTable.get();
  private final int corners;
  private final int strokes;

  Looks() {
    this(NEARLY_ALL_CORNERS, STROKES_APART);
  }

  /** For measuring other limits: equal corners at least, strokes apart at most. */
  Looks(int corners, int strokes) {
    this.corners = corners;
    this.strokes = strokes;
  }

  boolean alike(int a, int b) {
    return shapes(a, b) || shapes(table.plain(a), table.plain(b));
  }

  private boolean shapes(int a, int b) {
    int left = table.shape(a);
    int right = table.shape(b);
    int apart = Math.abs(strokes(left) - strokes(right));
    if (strokes(left) == 0 || strokes(right) == 0 || apart > STROKES_APART) {
      return false;
    }
    int equal = equalCorners(left ^ right);
    return (equal >= corners && apart <= strokes) || (equal >= CORNERS_OF_BODY && sameBody(a, b));
  }

  private boolean sameBody(int a, int b) {
    return table.rest(a) == table.rest(b) && table.rest(a) != CharacterTable.NONE;
  }

  private static int strokes(int shape) {
    return (shape >>> (CORNERS * CORNER_BITS)) & STROKE_MASK;
  }

  private static int equalCorners(int difference) {
    int equal = 0;
    for (int corner = 0; corner < CORNERS; corner++) {
      equal += ((difference >>> (corner * CORNER_BITS)) & 0xF) == 0 ? 1 : 0;
    }
    return equal;
  }
}
