package cn.bidui.collect;

import java.util.List;

/** What lies in the inbox, both lists in canonical order: by unit, then by name. */
public record InboxLook(List<Arrival> arrivals, List<Waiting> waiting) {
  public InboxLook {
    arrivals = List.copyOf(arrivals);
    waiting = List.copyOf(waiting);
  }
}
