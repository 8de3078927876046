package cn.bidui.link.frame;

import cn.bidui.normalize.Strings;
import cn.bidui.plan.LinkPlan.FieldKind;
import java.time.LocalDate;

/**
 * One field of all rows.
 *
 * <p>Codes, by kind: of a text, a name or a student number the number of what is written; of a day
 * {@link #day}; of a sex 1 male and 2 female; of a citizen id the number of a text that is not a
 * valid one, or that is the number of a disability card. 0 is always nothing. Packed numbers: of a
 * citizen id its first 17 digits if it is valid, of a student number those of the id within it,
 * else 0; other kinds have none. Of a linkage of persons a student number with a packed number has
 * no code.
 *
 * <p>Arrays may be longer than there are rows, for it was not known how many would come; behind the
 * rows they hold nothing.
 */
public final class Column {

  /** Days are counted from here, so that every day that a living person knows is above 0. */
  private static final long FIRST = LocalDate.of(1800, 1, 1).toEpochDay() - 1;

  private final FieldKind kind;
  private final int[] codes;
  private final long[] packed;
  private final Spelling texts;

  /**
   * Of arrays that are filled already; they are not copied.
   *
   * @param codes by row
   * @param packed by row; empty where the kind has none
   */
  public Column(FieldKind kind, int[] codes, long[] packed, Strings texts) {
    this(kind, codes, packed, texts::text);
  }

  /** The same, of texts that are kept in any other way. */
  public Column(FieldKind kind, int[] codes, long[] packed, Spelling texts) {
    this.kind = kind;
    this.codes = codes;
    this.packed = packed;
    this.texts = texts;
  }

  /** How its text was read. */
  public FieldKind kind() {
    return kind;
  }

  /** The code of a row; 0 for nothing. */
  public int code(int row) {
    return codes[row];
  }

  /** The packed number of a row; 0 for none. */
  public long packed(int row) {
    return packed.length == 0 ? 0 : packed[row];
  }

  /** The codes of all rows; the array itself, which nobody may change. */
  public int[] codes() {
    return codes;
  }

  /** The packed numbers of all rows; the array itself, empty where the kind has none. */
  public long[] numbers() {
    return packed;
  }

  /** The code of a day. */
  public static int day(LocalDate date) {
    return (int) (date.toEpochDay() - FIRST);
  }

  /** The code of a day that there is. */
  public static int day(int year, int month, int dayOfMonth) {
    return DayDigits.knows(year)
        ? DayDigits.code(year, month, dayOfMonth)
        : day(LocalDate.of(year, month, dayOfMonth));
  }

  /** The day of a code. */
  public static LocalDate date(int code) {
    return LocalDate.ofEpochDay(code + FIRST);
  }

  /** The text of a code of this column. */
  public String text(int code) {
    return texts.text(code);
  }

  /** What its codes stand for. */
  public Spelling spelling() {
    return texts;
  }
}
