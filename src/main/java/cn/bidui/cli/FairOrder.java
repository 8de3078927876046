package cn.bidui.cli;

import cn.bidui.collect.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Units take turns: whoever drops two thousand files keeps nobody else waiting for an answer. */
final class FairOrder {

  /** How many files of a unit are taken in its turn: on usual days all, in the order of a night. */
  private static final int TURN = 20;

  private FairOrder() {}

  /** The first files of each unit, then the next of each, and so on; else as they stand. */
  static List<Arrival> of(List<Arrival> arrivals) {
    Map<String, Integer> seen = new HashMap<>();
    SortedMap<Integer, List<Arrival>> turns = new TreeMap<>();
    for (Arrival file : arrivals) {
      int before = seen.merge(file.unit(), 1, Integer::sum) - 1;
      turns.computeIfAbsent(before / TURN, turn -> new ArrayList<>()).add(file);
    }
    return turns.values().stream().flatMap(List::stream).toList();
  }
}
