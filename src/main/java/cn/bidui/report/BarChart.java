package cn.bidui.report;

import java.util.Map;

/** Horizontal bars as inline SVG: prints, mails and needs nothing from outside. */
public final class BarChart {

  private static final int ROW = 24;
  private static final int LABELS = 190;
  private static final int BARS = 400;
  private static final int VALUES = 60;

  private BarChart() {}

  /** One bar per entry, in order; {@code title} is read out where the picture cannot be seen. */
  public static String svg(String title, Map<String, Integer> values) {
    int most = values.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    int width = LABELS + BARS + VALUES;
    StringBuilder svg = new StringBuilder(1024);
    svg.append("<svg role=\"img\" viewBox=\"0 0 %d %d\"".formatted(width, values.size() * ROW + 4));
    svg.append(" aria-label=\"").append(Html.escape(title)).append("\">\n");
    int row = 0;
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      svg.append(bar(row++, value.getKey(), value.getValue(), Math.max(1, most)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(int row, String label, int value, int most) {
    int top = row * ROW + 4;
    int length = Math.max(value > 0 ? 2 : 0, (int) ((long) value * BARS / most));
    return """
        <text class="l" x="%d" y="%d">%s</text>\
        <rect x="%d" y="%d" width="%d" height="16"/>\
        <text class="v" x="%d" y="%d">%d</text>
        """
        .formatted(
            LABELS - 8,
            top + 13,
            Html.escape(Width.clip(label, 24)),
            LABELS,
            top,
            length,
            LABELS + length + 6,
            top + 13,
            value);
  }
}
