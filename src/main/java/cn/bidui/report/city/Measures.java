package cn.bidui.report.city;

import cn.bidui.report.Standing;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures under the names that programs know them by, in a fixed order. */
final class Measures {

  private Measures() {}

  static Map<String, Object> of(Standing standing) {
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("new", standing.added());
    measures.put("persisting", standing.persisting());
    measures.put("reopened", standing.reopened());
    measures.put("open", standing.open());
    measures.put("explained", standing.explained());
    measures.put("resolved", standing.resolved());
    return measures;
  }

  static Map<String, Object> of(Due due) {
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("people", due.people());
    measures.put("to-check", due.toCheck());
    measures.put("due", due.yuan());
    measures.put("due-to-check", due.yuanToCheck());
    return measures;
  }

  static Map<String, Object> of(NightRun.Score score) {
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("right", score.right());
    measures.put("of", score.of());
    measures.put("wrong", score.wrong());
    return measures;
  }
}
