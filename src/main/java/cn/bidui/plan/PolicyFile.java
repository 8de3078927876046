package cn.bidui.plan;

import java.util.List;
import java.util.Map;

/** One layer of aid policies: what one file says. */
record PolicyFile(String title, List<AidPolicy> rows, Map<String, Limit> limits) {
  PolicyFile {
    rows = List.copyOf(rows);
    limits = Map.copyOf(limits);
  }
}
