package cn.bidui.collect;

import java.util.Comparator;
import java.util.List;

/** What lies in the inbox, both lists in canonical order: by unit, then by name. */
public record InboxLook(List<Arrival> arrivals, List<Waiting> waiting) {
  public InboxLook {
    arrivals = List.copyOf(arrivals);
    waiting = List.copyOf(waiting);
  }

  /** The same, brought into order. */
  static InboxLook of(List<Arrival> arrivals, List<Waiting> waiting) {
    return new InboxLook(
        arrivals.stream()
            .sorted(
                Comparator.comparing(Arrival::unit)
                    .thenComparing(Arrival::name)
                    .thenComparing(Arrival::path))
            .toList(),
        waiting.stream()
            .sorted(Comparator.comparing(Waiting::unit).thenComparing(Waiting::name))
            .toList());
  }
}
