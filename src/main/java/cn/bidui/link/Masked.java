package cn.bidui.link;

import cn.bidui.person.CitizenId;
import cn.bidui.person.PersonName;
import cn.bidui.source.Field;
import java.util.BitSet;

/**
 * Two values side by side, masked as far as they agree: where only a character or two differ, those
 * are shown, for nobody could decide without.
 */
record Masked(String left, String right) {

  private static final int MONTH = "2012-03".length();

  /** More differences than a slip makes; then the masks stay closed. */
  private static final int SLIP = 2;

  static Masked of(Field field, String left, String right) {
    String one = shape(field, left);
    String other = shape(field, right);
    BitSet apart = apart(one, other);
    return new Masked(
        reveal(masked(field, left), one, apart), reveal(masked(field, right), other, apart));
  }

  /** The text whose characters the mask covers, one for one. */
  private static String shape(Field field, String text) {
    return field == Field.NAME ? PersonName.of(text).folded() : text;
  }

  private static String masked(Field field, String text) {
    if (field == Field.NAME) {
      return PersonName.of(text).masked();
    }
    if (field == Field.BIRTH_DATE) {
      return text.length() > MONTH ? text.substring(0, MONTH) + "-**" : text;
    }
    return field.holdsId() ? CitizenId.mask(text) : text;
  }

  /**
   * Where two texts of one length differ; nowhere if they have less in common than a slip leaves.
   */
  private static BitSet apart(String left, String right) {
    BitSet apart = new BitSet();
    int[] one = left.codePoints().toArray();
    int[] other = right.codePoints().toArray();
    if (one.length != other.length) {
      return apart;
    }
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        apart.set(i);
      }
    }
    boolean slip = apart.cardinality() <= Math.min(SLIP, one.length - 1);
    return slip ? apart : new BitSet();
  }

  private static String reveal(String masked, String text, BitSet apart) {
    int[] shown = masked.codePoints().toArray();
    int[] all = text.codePoints().toArray();
    if (shown.length != all.length) {
      return masked;
    }
    apart.stream().forEach(i -> shown[i] = all[i]);
    return new String(shown, 0, shown.length);
  }
}
