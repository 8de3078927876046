package cn.bidui.report.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of one letter that have to stand on one page: set smaller, all by the same measure, if they
 * would not fit at their usual size.
 */
final class OnePage {

  private static final double[] SCALES = {1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6};
  private static final double POINTS_PER_MILLIMETER = 72 / 25.4;

  private static final int FIRST_FULL_WIDTH = 0x2000;

  /** Of a full-width character, in the widest font that stands in for the usual one. */
  private static final double DIGIT = 0.64;

  private static final double LINE_TO_WRITE = 0.5;
  private static final double SIGN = 0.36;

  /** Punctuation that may not begin a line carries the character before it along. */
  private static final double LOST_AT_LINE_ENDS = 1.04;

  private final Margins margins;
  private final List<Written> lines = new ArrayList<>();

  private record Written(Line line, String text) {}

  OnePage(Margins margins) {
    this.margins = margins;
  }

  /** One more line below those before. */
  void line(Line line, String text) {
    lines.add(new Written(line, text));
  }

  /** Writes them on a new page of {@code paper}. */
  void print(Paper paper) {
    double scale = scale();
    paper.page();
    lines.forEach(each -> paper.line(each.line().scaled(scale), each.text()));
  }

  private double scale() {
    double room = margins.height() * POINTS_PER_MILLIMETER;
    for (double scale : SCALES) {
      if (lines.stream().mapToDouble(each -> height(each, scale)).sum() <= room) {
        return scale;
      }
    }
    return SCALES[SCALES.length - 1];
  }

  private double height(Written written, double scale) {
    Line line = written.line().scaled(scale);
    double width = margins.width() * POINTS_PER_MILLIMETER;
    double characters = line.indent() + LOST_AT_LINE_ENDS * width(written.text());
    double rows = Math.max(1, Math.ceil(characters * line.points() / width));
    return line.before() + rows * line.leading();
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(OnePage::width).sum();
  }

  private static double width(int point) {
    if (point >= FIRST_FULL_WIDTH) {
      return 1;
    }
    return Character.isLetterOrDigit(point) ? DIGIT : point == '_' ? LINE_TO_WRITE : SIGN;
  }
}
