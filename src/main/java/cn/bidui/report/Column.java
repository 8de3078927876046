package cn.bidui.report;

import java.util.function.Function;

/**
 * One column of a table in a workbook.
 *
 * @param title its header
 * @param width in half-width characters; 0 hides it
 * @param choices the name of the list that a {@link Use#CHOOSE} column offers on a row
 * @param value text, a whole number, money, or a day; or a {@link Styled} one of these
 */
record Column<T>(
    String title, int width, Use use, Function<? super T, String> choices, Function<T, ?> value) {

  /** What the reader does with it. */
  enum Use {
    READ,
    /** Left empty for the reader. */
    FILL_IN,
    /** Left empty for one of the answers in the workbook's list. */
    CHOOSE,
    /** For a day. */
    DAY,
    /** Filled, to be corrected in place. */
    CORRECT
  }

  /** A day that nobody has named yet. */
  enum NoDay {
    BLANK;

    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * A value with a look of its own.
   *
   * @param target the place in this workbook that a click leads to, as {@code 'sheet'!A1}; or blank
   * @param remark pinned to the cell; or blank
   */
  record Styled(Look look, Object value, String target, String remark) {

    Styled(Look look, Object value) {
      this(look, value, "", "");
    }

    /** A row number or a count between texts. */
    static Styled centered(Object value) {
      return new Styled(Look.CENTERED, value);
    }

    /** A text to click on, or where {@code target} is blank the text alone. */
    static Styled link(String text, String target) {
      return new Styled(target.isEmpty() ? Look.TEXT : Look.LINK, text, target, "");
    }
  }

  /** A column with a header of our own: {@code key} is whole. */
  static <T> Column<T> of(String key, int width, Function<T, ?> value) {
    return titled(Words.ZH.text(key), width, value);
  }

  /** A column with a header as it stands in somebody's list. */
  static <T> Column<T> titled(String title, int width, Function<T, ?> value) {
    return new Column<>(title, width, Use.READ, row -> "", value);
  }

  /** A column of somebody's list whose cells are to be corrected where they stand. */
  static <T> Column<T> correct(String title, int width, Function<T, ?> value) {
    return new Column<>(title, width, Use.CORRECT, row -> "", value);
  }

  static <T> Column<T> fillIn(String key, int width) {
    return new Column<>(Words.ZH.text(key), width, Use.FILL_IN, row -> "", row -> "");
  }

  /** A column for the reader that already holds what has been answered; other cells stay empty. */
  static <T> Column<T> answered(String key, int width, Function<T, ?> value) {
    return new Column<>(Words.ZH.text(key), width, Use.CORRECT, row -> "", value);
  }

  static <T> Column<T> choose(String key, int width, Topic topic) {
    return choose(key, width, row -> Choices.name(topic), row -> "");
  }

  /** A column for one of the words of a list, which may differ from row to row. */
  static <T> Column<T> choose(
      String key, int width, Function<? super T, String> names, Function<T, ?> value) {
    return new Column<>(Words.ZH.text(key), width, Use.CHOOSE, names, value);
  }

  /** A column for the reader's own words, some of which stand there already. */
  static <T> Column<T> fillIn(String key, int width, Function<T, ?> value) {
    return new Column<>(Words.ZH.text(key), width, Use.FILL_IN, row -> "", value);
  }

  /** A column for a day. */
  static <T> Column<T> day(String key, int width, Function<T, ?> value) {
    return new Column<>(Words.ZH.text(key), width, Use.DAY, row -> "", value);
  }
}
