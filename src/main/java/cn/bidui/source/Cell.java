package cn.bidui.source;

/**
 * One cell as it stands in the file: its text, and what kind of cell held it. Dates are already ISO
 * ({@code 2012-03-05}); numbers keep the digits that the file stores ({@code 202304.0}); nothing is
 * ever formatted for display.
 */
public record Cell(String text, Kind kind) {

  /** What held the text. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    DATE,
    BOOLEAN,
    /** An error value such as {@code #N/A}; the text is that error. */
    ERROR,
    /** A formula whose result was never saved. */
    FORMULA_WITHOUT_VALUE
  }

  /** A cell with nothing in it. */
  public static final Cell EMPTY = new Cell("", Kind.EMPTY);

  /** A text cell, or {@link #EMPTY}. */
  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
  }

  /** Whether it holds nothing but blanks. */
  public boolean isBlank() {
    return kind == Kind.EMPTY || (text.isBlank() && kind == Kind.TEXT);
  }

  /** The kind only: the text may name a person. */
  @Override
  public String toString() {
    return kind.toString();
  }
}
