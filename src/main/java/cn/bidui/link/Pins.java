package cn.bidui.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People's rulings, applied before anything else is looked at. */
final class Pins {

  private final Matching matching;
  private final HandleHash hash;

  Pins(Matching matching, HandleHash hash) {
    this.matching = matching;
    this.hash = hash;
  }

  void apply(List<PinnedLink> pins) {
    if (pins.isEmpty()) {
      return;
    }
    matching.groups.markRuled();
    Map<String, List<Integer>> rows = rowsOfHandles(pins);
    List<PinnedLink> inForce = latest(pins);
    // What is forbidden comes first: no chain of "same" may lead around it.
    inForce.stream()
        .filter(pin -> pin.ruling() == PinnedLink.Ruling.DIFFERENT)
        .forEach(pin -> forbid(of(rows, pin.left()), of(rows, pin.right())));
    inForce.stream()
        .filter(pin -> pin.ruling() == PinnedLink.Ruling.SAME)
        .forEach(pin -> unite(of(rows, pin.left()), of(rows, pin.right())));
  }

  /** Of several rulings on one pair the last holds. */
  private static List<PinnedLink> latest(List<PinnedLink> pins) {
    Map<List<String>, PinnedLink> byPair = new LinkedHashMap<>();
    for (PinnedLink pin : pins) {
      byPair.put(Stream.of(pin.left(), pin.right()).sorted().toList(), pin);
    }
    return List.copyOf(byPair.values());
  }

  private Map<String, List<Integer>> rowsOfHandles(List<PinnedLink> pins) {
    Set<String> wanted =
        pins.stream()
            .flatMap(pin -> Stream.of(pin.left(), pin.right()))
            .collect(Collectors.toUnmodifiableSet());
    Map<String, List<Integer>> rows = new HashMap<>();
    Columns columns = matching.columns;
    for (int row = 0; row < columns.size(); row++) {
      for (String handle : Handles.of(columns.table(row), columns.local(row), hash)) {
        if (wanted.contains(handle)) {
          rows.computeIfAbsent(handle, none -> new ArrayList<>()).add(row);
        }
      }
    }
    return rows;
  }

  private static List<Integer> of(Map<String, List<Integer>> rows, String handle) {
    return rows.getOrDefault(handle, List.of());
  }

  private void forbid(List<Integer> left, List<Integer> right) {
    for (int a : left) {
      for (int b : right) {
        // A row that both handles name is not kept from itself.
        if (!right.contains(a) && !left.contains(b)) {
          matching.groups.forbid(a, b);
        }
      }
    }
  }

  private void unite(List<Integer> left, List<Integer> right) {
    for (int a : left) {
      for (int b : right) {
        if (a != b) {
          matching.link(a, b, Tier.RULED);
        }
      }
    }
  }
}
