package cn.bidui.intake;

import cn.bidui.source.Field;
import java.util.Locale;
import java.util.Optional;

/**
 * What was made of one column.
 *
 * @param column 0-based
 * @param text what it is called, as in {@link cn.bidui.source.Header#texts()}
 * @param field what it holds; empty if it is not read
 * @param meant the spelling that its header may have been meant to be; blank if none is near
 */
public record ColumnReading(int column, String text, Optional<Field> field, How how, String meant) {

  /** How its header was understood. */
  public enum How {
    /** The name under which the list speaks of it. */
    EXACT,
    SYNONYM,
    /** A code of the national standard, as {@code SFZJH}. */
    CODE,
    /** By the header above it. */
    GROUP,
    /** A name that counts only where no clearer one stands; its content must agree. */
    WEAK,
    /** A person decided it. */
    REMEMBERED,
    /** It belongs to the list, but nothing is read from it. */
    KNOWN,
    /** No profile of the list knows it. */
    UNKNOWN,
    /** It has no header. */
    BLANK;

    /** Lower case, for message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something is read from the column. */
    public boolean read() {
      return this != KNOWN && this != UNKNOWN && this != BLANK;
    }
  }
}
