package cn.bidui.cli;

import cn.bidui.collect.Arrival;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Units take turns: whoever drops two thousand files keeps nobody else waiting for an answer. */
final class FairOrder {

  private FairOrder() {}

  /** The first file of each unit, then the second of each, and so on; units by name. */
  static List<Arrival> of(List<Arrival> arrivals) {
    SortedMap<String, Deque<Arrival>> units = new TreeMap<>();
    for (Arrival file : arrivals) {
      units.computeIfAbsent(file.unit(), unit -> new ArrayDeque<>()).add(file);
    }
    List<Arrival> order = new ArrayList<>(arrivals.size());
    while (order.size() < arrivals.size()) {
      turn(units.values(), order);
    }
    return order;
  }

  private static void turn(Collection<Deque<Arrival>> units, List<Arrival> order) {
    for (Deque<Arrival> unit : units) {
      if (!unit.isEmpty()) {
        order.add(unit.remove());
      }
    }
  }
}
