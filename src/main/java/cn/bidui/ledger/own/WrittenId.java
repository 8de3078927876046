package cn.bidui.ledger.own;

import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;

/** A citizen id as a ledger has it: whole, masked, cut by Excel, or wrong. */
record WrittenId(CitizenIdReading reading) {

  private static final int LENGTH = 18;

  /** Excel keeps 15 digits of a number. */
  private static final int KEPT_BY_EXCEL = 15;

  static WrittenId of(String text) {
    return new WrittenId(CitizenId.read(text));
  }

  boolean missing() {
    return reading instanceof CitizenIdReading.Missing;
  }

  /** Whether it hides or has lost characters, and what is left can be that of {@code id}. */
  boolean canBe(CitizenId id) {
    if (!(reading instanceof CitizenIdReading.Invalid invalid)) {
      return false;
    }
    String written = invalid.cleaned().replace('＊', '*');
    if (written.indexOf('*') >= 0) {
      return fits(written, id.text());
    }
    return invalid.fault() == CitizenIdReading.Fault.PRECISION_LOST
        && id.text().startsWith(digits(written));
  }

  private static boolean fits(String masked, String id) {
    if (masked.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (masked.charAt(i) != '*' && masked.charAt(i) != id.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The digits that a number cell has kept. */
  private static String digits(String written) {
    int exponent = written.indexOf('E');
    String mantissa = exponent < 0 ? written : written.substring(0, exponent);
    String digits = mantissa.replace(".", "");
    return digits.substring(0, Math.min(KEPT_BY_EXCEL, digits.length()));
  }
}
