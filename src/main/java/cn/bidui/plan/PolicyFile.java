package cn.bidui.plan;

import java.util.List;
import java.util.Map;

/**
 * One layer of aid policies: what one file says.
 *
 * @param continued by program, document and article that carry it on without an amount of their own
 */
record PolicyFile(
    String title,
    Level level,
    List<AidPolicy> rows,
    Map<String, Limit> limits,
    Map<String, String> continued) {
  PolicyFile {
    rows = List.copyOf(rows);
    limits = Map.copyOf(limits);
    continued = Map.copyOf(continued);
  }
}
