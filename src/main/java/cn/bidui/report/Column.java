package cn.bidui.report;

import java.util.function.Function;

/**
 * One column of a table in a workbook.
 *
 * @param title its header
 * @param width in half-width characters; 0 hides it
 * @param choices the topic whose answers a {@link Use#CHOOSE} column offers
 * @param value text, a whole number, or money; or a {@link Styled} one of these
 */
record Column<T>(String title, int width, Use use, Topic choices, Function<T, ?> value) {

  /** What the reader does with it. */
  enum Use {
    READ,
    /** Left empty for the reader. */
    FILL_IN,
    /** Left empty for one of the answers in the workbook's list. */
    CHOOSE
  }

  /** A value with a look of its own. */
  record Styled(Look look, Object value) {}

  /** A column with a header of our own: {@code key} is whole. */
  static <T> Column<T> of(String key, int width, Function<T, ?> value) {
    return titled(Words.ZH.text(key), width, value);
  }

  /** A column with a header as it stands in somebody's list. */
  static <T> Column<T> titled(String title, int width, Function<T, ?> value) {
    return new Column<>(title, width, Use.READ, Topic.QUALITY, value);
  }

  static <T> Column<T> fillIn(String key, int width) {
    return new Column<>(Words.ZH.text(key), width, Use.FILL_IN, Topic.QUALITY, row -> "");
  }

  static <T> Column<T> choose(String key, int width, Topic topic) {
    return new Column<>(Words.ZH.text(key), width, Use.CHOOSE, topic, row -> "");
  }
}
