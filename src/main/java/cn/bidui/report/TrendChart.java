package cn.bidui.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One figure over some nights as a small inline SVG; its figures stand in the table beside it. */
final class TrendChart {

  private static final int WIDTH = 150;
  private static final int HEIGHT = 28;
  private static final int EDGE = 4;

  private TrendChart() {}

  /** A line from night to night, with a gap where a night has no figure. */
  static String svg(String title, List<@Nullable Long> values) {
    long most = 1;
    for (Long value : values) {
      most = Math.max(most, value == null ? 0 : value);
    }
    StringBuilder svg = new StringBuilder(512);
    svg.append("<svg class=\"trend\" role=\"img\" viewBox=\"0 0 %d %d\"".formatted(WIDTH, HEIGHT));
    svg.append(" aria-label=\"").append(Html.escape(title)).append("\">");
    boolean joined = false;
    StringBuilder path = new StringBuilder();
    for (int night = 0; night < values.size(); night++) {
      @Nullable Long value = values.get(night);
      if (value != null) {
        path.append(joined ? " L" : " M").append(point(night, value, values.size(), most));
        svg.append(dot(night, value, values.size(), most));
      }
      joined = value != null;
    }
    svg.append("<path d=\"").append(path.toString().strip()).append("\"/>");
    return svg.append("</svg>").toString();
  }

  private static String point(int night, long value, int nights, long most) {
    return String.format(Locale.ROOT, "%.1f %.1f", across(night, nights), down(value, most));
  }

  private static String dot(int night, long value, int nights, long most) {
    return String.format(
        Locale.ROOT,
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\"/>",
        across(night, nights),
        down(value, most));
  }

  private static double across(int night, int nights) {
    return nights < 2 ? WIDTH / 2.0 : EDGE + night * (WIDTH - 2.0 * EDGE) / (nights - 1);
  }

  private static double down(long value, long most) {
    return HEIGHT - EDGE - value * (HEIGHT - 2.0 * EDGE) / most;
  }
}
