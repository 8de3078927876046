package cn.bidui.link;

import cn.bidui.link.Handles.Kind;
import cn.bidui.link.Handles.Plain;
import cn.bidui.link.PinnedLink.Ruling;
import cn.bidui.normalize.RecordTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People's rulings on identity (人工认定) as they are kept: which handles a ruling names, and whether
 * it can stand beside the earlier ones.
 */
public final class Rulings {

  private final Map<Set<String>, PinnedLink> latest = new LinkedHashMap<>();

  /** All rulings so far, in order: of several on one pair the last holds. */
  public Rulings(List<PinnedLink> pins) {
    pins.forEach(pin -> latest.put(Set.of(pin.left(), pin.right()), pin));
  }

  /**
   * What to keep of a ruling on two rows. Each row is named by everything that tells people apart;
   * of two who are not the same, the number that each alone has is named too, so that they stay
   * apart when one of the rows changes or is gone. Empty if nothing tells the two rows apart.
   *
   * @throws IllegalArgumentException if nobody is named
   */
  public static List<PinnedLink> of(
      RecordTable left,
      int leftRow,
      RecordTable right,
      int rightRow,
      Ruling ruling,
      String by,
      HandleHash hash) {
    if (by.isBlank()) {
      throw new IllegalArgumentException("a ruling names the person who made it");
    }
    List<PinnedLink> pins = new ArrayList<>();
    add(Handles.ruled(left, leftRow, hash), Handles.ruled(right, rightRow, hash), ruling, by, pins);
    if (ruling == Ruling.DIFFERENT) {
      Optional<Plain> one = number(left, leftRow);
      Optional<Plain> other = number(right, rightRow);
      if (one.isPresent() && other.isPresent()) {
        add(one.get().hashed(hash), other.get().hashed(hash), ruling, by, pins);
      }
    }
    return pins;
  }

  private static void add(
      String left, String right, Ruling ruling, String by, List<PinnedLink> pins) {
    if (!left.equals(right)) {
      pins.add(new PinnedLink(left, right, ruling, by));
    }
  }

  private static Optional<Plain> number(RecordTable table, int row) {
    return Handles.plain(table, row).stream().filter(plain -> plain.kind() == Kind.ID).findFirst();
  }

  /** The earlier ruling that {@code next} turns round, about the very same two. */
  public Optional<PinnedLink> reversed(PinnedLink next) {
    return Optional.ofNullable(latest.get(Set.of(next.left(), next.right())))
        .filter(before -> before.ruling() != next.ruling());
  }

  /**
   * An earlier ruling about others that cannot stand beside {@code next}: whoever is the same as
   * the one is the same as the other.
   */
  public Optional<PinnedLink> contradicted(PinnedLink next) {
    Map<Set<String>, PinnedLink> others = new LinkedHashMap<>(latest);
    others.remove(Set.of(next.left(), next.right()));
    Map<String, PinnedLink> left = same(next.left(), others);
    if (next.ruling() == Ruling.DIFFERENT) {
      return Optional.ofNullable(left.get(next.right()));
    }
    Set<String> ones = with(next.left(), left.keySet());
    Set<String> twos = with(next.right(), same(next.right(), others).keySet());
    return others.values().stream()
        .filter(pin -> pin.ruling() == Ruling.DIFFERENT)
        .filter(
            pin ->
                (ones.contains(pin.left()) && twos.contains(pin.right()))
                    || (ones.contains(pin.right()) && twos.contains(pin.left())))
        .findFirst();
  }

  private static Set<String> with(String one, Set<String> others) {
    Set<String> all = new HashSet<>(others);
    all.add(one);
    return all;
  }

  /** Everybody who is the same as {@code start}, with the ruling that says so last. */
  private static Map<String, PinnedLink> same(String start, Map<Set<String>, PinnedLink> rulings) {
    Map<String, PinnedLink> found = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      String at = next.remove();
      for (PinnedLink pin : rulings.values()) {
        String other =
            pin.left().equals(at) ? pin.right() : pin.right().equals(at) ? pin.left() : at;
        boolean fresh = !other.equals(at) && !other.equals(start);
        if (pin.ruling() == Ruling.SAME && fresh && found.putIfAbsent(other, pin) == null) {
          next.add(other);
        }
      }
    }
    return found;
  }
}
