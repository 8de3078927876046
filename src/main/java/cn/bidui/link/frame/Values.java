package cn.bidui.link.frame;

import cn.bidui.person.CitizenId;
import cn.bidui.plan.LinkPlan.FieldKind;
import java.time.format.DateTimeFormatter;

/**
 * One field of all rows as numbers that are equal exactly if what is written is equal; 0 is
 * nothing. For most kinds these are the column's codes; a valid citizen id gets a number after
 * those of the texts that are not valid.
 */
public final class Values {

  private final Column column;
  private final int[] of;
  private final int texts;
  private final long[] ids;

  private Values(Column column, int[] of, int texts, long[] ids) {
    this.column = column;
    this.of = of;
    this.texts = texts;
    this.ids = ids;
  }

  /** Of one column. */
  public static Values of(Column column) {
    int texts = 0;
    for (int code : column.codes()) {
      texts = Math.max(texts, code);
    }
    return column.kind() == FieldKind.CITIZEN_ID
        ? ids(column, texts + 1)
        : new Values(column, column.codes(), texts + 1, new long[0]);
  }

  private static Values ids(Column column, int texts) {
    PackedNumbers numbers = new PackedNumbers();
    int[] of = column.codes().clone();
    for (int row = 0; row < of.length; row++) {
      long packed = column.packed(row);
      if (packed != 0) {
        of[row] = texts + numbers.number(packed);
      }
    }
    return new Values(column, of, texts, numbers.all());
  }

  /** How the field is read. */
  public FieldKind kind() {
    return column.kind();
  }

  /** By row; to be read only. */
  public int[] byRow() {
    return of;
  }

  /** One more than the highest value. */
  public int size() {
    return texts + ids.length;
  }

  /** What is written; a day as {@code yyyyMMdd}. */
  public String text(int value) {
    if (value >= texts) {
      return new CitizenId(ids[value - texts]).text();
    }
    if (value == 0) {
      return "";
    }
    return switch (column.kind()) {
      case DATE -> DateTimeFormatter.BASIC_ISO_DATE.format(Column.date(value));
      case SEX -> Integer.toString(value);
      default -> column.text(value);
    };
  }
}
