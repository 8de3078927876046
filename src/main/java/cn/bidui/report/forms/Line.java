package cn.bidui.report.forms;

/**
 * How a line of text is set.
 *
 * @param points size of the type
 * @param leading distance from line to line in points
 * @param indent how many characters the first line stands in
 * @param before space above, in points
 */
record Line(
    Face face,
    double points,
    boolean bold,
    Align align,
    double leading,
    int indent,
    double before) {

  /** To which side. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT,
    BOTH
  }

  /** Of letters: 二号. */
  static final Line TITLE = new Line(Face.SONG, 22, true, Align.CENTER, 32, 0, 0);

  /** Of letters: 四号, so that one child takes one page. */
  static final Line BODY = new Line(Face.FANGSONG, 14, false, Align.BOTH, 23, 2, 0);

  /** 小四. */
  static final Line SMALL = new Line(Face.FANGSONG, 12, false, Align.LEFT, 20, 0, 0);

  /** 五号, in the cells of a table. */
  static final Line CELL = new Line(Face.SONG, 10.5, false, Align.CENTER, 14, 0, 0);

  Line bolder() {
    return new Line(face, points, true, align, leading, indent, before);
  }

  Line in(Face other) {
    return new Line(other, points, bold, align, leading, indent, before);
  }

  Line aligned(Align side) {
    return new Line(face, points, bold, side, leading, indent, before);
  }

  Line flush() {
    return new Line(face, points, bold, align, leading, 0, before);
  }

  Line indented(int characters) {
    return new Line(face, points, bold, align, leading, characters, before);
  }

  Line sized(double size, double distance) {
    return new Line(face, size, bold, align, distance, indent, before);
  }

  Line below(double space) {
    return new Line(face, points, bold, align, leading, indent, space);
  }

  /** The same in proportion; type comes in half points. */
  Line scaled(double scale) {
    double size = Math.floor(points * scale * 2) / 2;
    return new Line(face, size, bold, align, leading * scale, indent, before * scale);
  }
}
