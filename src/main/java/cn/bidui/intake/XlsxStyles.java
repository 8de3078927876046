package cn.bidui.intake;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell styles of a workbook show numbers as dates. */
final class XlsxStyles {

  private final BitSet dates = new BitSet();
  private final Map<Integer, String> formats = new HashMap<>();
  private int styles;

  /** Reads the styles part to its end. */
  void read(XmlPart part) throws Refusal {
    boolean cellStyles = false;
    while (part.advance()) {
      if (part.starts("numFmt")) {
        formats.put(number(part.attribute("numFmtId")), text(part.attribute("formatCode")));
      } else if (part.starts("cellXfs")) {
        cellStyles = true;
      } else if (part.ends("cellXfs")) {
        cellStyles = false;
      } else if (cellStyles && part.starts("xf")) {
        style(number(part.attribute("numFmtId")));
      }
    }
    part.verify();
  }

  private void style(int format) {
    dates.set(styles, SerialDay.format(format, formats.get(format)));
    styles++;
  }

  /** Whether the style of that number ({@code s}) shows dates. */
  boolean date(int style) {
    return style >= 0 && dates.get(style);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static int number(@Nullable String value) {
    try {
      return value == null ? 0 : Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
