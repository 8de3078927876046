package cn.bidui.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    Map<String, List<Integer>> rows = rowsOfHandles(matching.columns, all(), pins, hash);
    List<PinnedLink> inForce = latest(pins);
    // What is forbidden comes first: no chain of "same" may lead around it.
    inForce.stream()
        .filter(pin -> pin.ruling() == PinnedLink.Ruling.DIFFERENT)
        .forEach(pin -> forbid(of(rows, pin.left()), of(rows, pin.right())));
    inForce.stream()
        .filter(pin -> pin.ruling() == PinnedLink.Ruling.SAME)
        .forEach(pin -> unite(of(rows, pin.left()), of(rows, pin.right())));
  }

  private int[] all() {
    return IntStream.range(0, matching.columns.size()).toArray();
  }

  /** Of several rulings on one pair the last holds. */
  private static List<PinnedLink> latest(List<PinnedLink> pins) {
    Map<List<String>, PinnedLink> byPair = new LinkedHashMap<>();
    for (PinnedLink pin : pins) {
      byPair.put(Stream.of(pin.left(), pin.right()).sorted().toList(), pin);
    }
    return List.copyOf(byPair.values());
  }

  /**
   * Those of {@code rows} that the rulings name, by handle, in their order. Hashing is all the work
   * here, and nobody's hash depends on another's.
   */
  private static Map<String, List<Integer>> rowsOfHandles(
      Columns columns, int[] rows, List<PinnedLink> pins, HandleHash hash) {
    Set<String> wanted = handles(pins);
    List<List<String>> named =
        Arrays.stream(rows)
            .parallel()
            .mapToObj(row -> Handles.of(columns.table(row), columns.local(row), hash))
            .map(handles -> handles.stream().filter(wanted::contains).toList())
            .toList();
    Map<String, List<Integer>> rowsOf = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      for (String handle : named.get(i)) {
        rowsOf.computeIfAbsent(handle, none -> new ArrayList<>()).add(rows[i]);
      }
    }
    return rowsOf;
  }

  /** The handles by which the rulings name rows. */
  private static Set<String> handles(List<PinnedLink> pins) {
    return pins.stream()
        .flatMap(pin -> Stream.of(pin.left(), pin.right()))
        .collect(Collectors.toUnmodifiableSet());
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

  /**
   * Two rulings that cannot both hold go back to people; until then nobody is taken for another.
   */
  private void tellIfApart(int a, int b) {
    if (!matching.groups.together(a, b)) {
      matching.open.add(new Candidate(a, b, Tier.RULED, "link.undecided.rulings-contradict"));
    }
  }

  private void unite(List<Integer> left, List<Integer> right) {
    for (int a : left) {
      for (int b : right) {
        if (a != b) {
          matching.link(a, b, Tier.RULED);
          tellIfApart(a, b);
        }
      }
    }
  }
}
