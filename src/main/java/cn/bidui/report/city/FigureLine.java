package cn.bidui.report.city;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of one county about one thing, for programs.
 *
 * @param county blank for the totals
 * @param condition {@code counted}, {@code apart}; {@code total} for the sum of the counted ones
 * @param section {@code rule}, {@code goal}, {@code unfunded} or {@code dropout}
 * @param subject the code of the rule, goal or stage, or the program; blank for all programs
 * @param measures whole numbers or yuan by name; blank where nothing was compared
 */
record FigureLine(
    String county,
    String condition,
    String section,
    String subject,
    String term,
    Map<String, Object> measures) {

  FigureLine {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }
}
