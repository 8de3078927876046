package cn.bidui.report.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * One cell of a table.
 *
 * @param value text, a {@code Long}, or money in yuan
 * @param people how many children or findings it tells of; 0 if of none
 * @param count whether it is their number itself
 * @param base the column of the count that it goes with; -1 for none
 */
public record Cell(Object value, long people, boolean count, int base) {

  private static final String NOTHING = "–";

  static Cell text(String text) {
    return new Cell(text, 0, false, -1);
  }

  /** Where nothing was compared, or nothing is there to be measured. */
  static Cell nothing() {
    return text(NOTHING);
  }

  /** How many children or findings. */
  static Cell people(long count) {
    return new Cell(count, count, true, -1);
  }

  /** The same, or nothing where nothing was counted. */
  static Cell people(OptionalLong count) {
    return count.isPresent() ? people(count.getAsLong()) : nothing();
  }

  /** A number that tells of nobody: rows, nights. */
  static Cell number(long number) {
    return new Cell(number, 0, false, -1);
  }

  /** Money that goes with a count. */
  static Cell money(long cents, int base) {
    return new Cell(BigDecimal.valueOf(cents, 2), 0, false, base);
  }

  /** A share; nothing where there is no whole. */
  static Cell share(long part, long whole, int base) {
    return whole == 0 ? nothing() : new Cell(percent(part, whole), 0, false, base);
  }

  /** {@code 93.33%}. */
  static String percent(long part, long whole) {
    return BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .toPlainString()
        + "%";
  }

  /** Days that go with a count; nothing where there is none. */
  static Cell days(OptionalLong days, int base) {
    return days.isPresent() ? new Cell(days.getAsLong(), 0, false, base) : nothing();
  }

  /** Tenths of days, shown as days. */
  static Cell tenths(OptionalLong tenths, int base) {
    return tenths.isPresent()
        ? new Cell(BigDecimal.valueOf(tenths.getAsLong(), 1).toPlainString(), 0, false, base)
        : nothing();
  }

  /** What stands for a number that would tell of too few. */
  Cell hidden() {
    return new Cell(Suppression.HIDDEN, 0, count, base);
  }

  boolean isHidden() {
    return Suppression.HIDDEN.equals(value);
  }
}
