package cn.bidui.normalize;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as files store them: {@code 202304.0}, {@code 5.2992120120304998E+17}. */
final class NumberText {

  /** How many digits of a number a spreadsheet keeps. */
  static final int PRECISE_DIGITS = 15;

  private NumberText() {}

  /**
   * The number without exponent and trailing zeros: {@code 202304.0} → {@code 202304}, {@code
   * 1.2E3} → {@code 1200}. Text that is no number stays as it is.
   */
  static String plain(String stored) {
    String text = stored.strip();
    if (isDigits(text)) {
      return text;
    }
    String whole = wholePart(text);
    return whole.isEmpty() ? decimal(text) : whole;
  }

  private static String decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      // An exponent of thousands would be written out as thousands of zeros.
      boolean writable = Math.abs((long) number.precision() - number.scale()) <= 40;
      return writable ? number.stripTrailingZeros().toPlainString() : text;
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }

  /**
   * An amount as a spreadsheet shows it: a stored {@code 312.50000000000006} is 312.5, since no
   * more than 15 digits of it were typed.
   */
  static String withoutNoise(String plain) {
    if (plain.length() <= PRECISE_DIGITS) {
      return plain;
    }
    try {
      BigDecimal number = new BigDecimal(plain).round(new MathContext(PRECISE_DIGITS));
      return number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notANumber) {
      return plain;
    }
  }

  /** The digits before {@code .0}; blank if {@code text} is not of that form. */
  static String wholePart(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    boolean zeros = end > 1 && end < text.length() && text.charAt(end - 1) == '.';
    String whole = zeros ? text.substring(0, end - 1) : "";
    return isDigits(whole) ? whole : "";
  }

  /** One or more ASCII digits and nothing else. */
  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether text is a number with an exponent, of which only some digits are left. */
  static boolean scientific(String text) {
    int e = Math.max(text.indexOf('E'), text.indexOf('e'));
    if (e <= 0 || e == text.length() - 1) {
      return false;
    }
    String mantissa = text.substring(0, e).replaceFirst("\\.", "");
    String exponent = text.substring(text.charAt(e + 1) == '+' ? e + 2 : e + 1);
    return isDigits(mantissa) && isDigits(exponent);
  }
}
