package cn.bidui.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rows that are one person so far. A group is known by its first row; people's rulings can
 * forbid two groups ever to become one.
 */
final class Groups {

  private final int[] parent;
  private final int[] following;
  private final long[] ids;
  private final int[] lists;
  private boolean ruled;
  private final Map<Integer, Set<Integer>> forbidden = new HashMap<>();

  Groups(Columns columns) {
    int size = columns.size();
    parent = new int[size];
    following = new int[size];
    ids = columns.id.clone();
    lists = new int[size];
    for (int row = 0; row < size; row++) {
      parent[row] = row;
      following[row] = row;
      lists[row] = 1 << columns.list(row);
    }
  }

  /** The first row of the group of {@code row}. */
  int of(int row) {
    int root = row;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  boolean together(int a, int b) {
    return of(a) == of(b);
  }

  /** Whether people's rulings have touched any group. */
  boolean ruled() {
    return ruled;
  }

  /** Rulings come first: what they tie or keep apart is known before anything else is. */
  void markRuled() {
    ruled = true;
  }

  /** A valid id that the group of {@code row} has, or 0. */
  long id(int row) {
    return ids[of(row)];
  }

  /** The lists in which the group of {@code row} has rows, a bit for each. */
  int lists(int row) {
    return lists[of(row)];
  }

  /** Whether the group of {@code row} has rows in more than one list. */
  boolean acrossLists(int row) {
    return Integer.bitCount(lists(row)) > 1;
  }

  /** All rows of the group of {@code row}, ascending. */
  int[] members(int row) {
    int count = 1;
    for (int at = following[row]; at != row; at = following[at]) {
      count++;
    }
    int[] rows = new int[count];
    int at = row;
    for (int i = 0; i < count; i++) {
      rows[i] = at;
      at = following[at];
    }
    java.util.Arrays.sort(rows);
    return rows;
  }

  /** Forbids the two groups to become one. */
  void forbid(int a, int b) {
    int left = of(a);
    int right = of(b);
    if (left != right) {
      forbidden.computeIfAbsent(left, none -> new HashSet<>()).add(right);
      forbidden.computeIfAbsent(right, none -> new HashSet<>()).add(left);
    }
  }

  boolean forbidden(int a, int b) {
    if (forbidden.isEmpty()) {
      return false;
    }
    Set<Integer> others = forbidden.get(of(a));
    return others != null && others.contains(of(b));
  }

  /** Makes the two groups one; false if that is forbidden. */
  boolean unite(int a, int b) {
    int left = Math.min(of(a), of(b));
    int right = Math.max(of(a), of(b));
    if (left == right) {
      return true;
    }
    if (forbidden(left, right)) {
      return false;
    }
    parent[right] = left;
    ids[left] = ids[left] == 0 ? ids[right] : ids[left];
    lists[left] |= lists[right];
    int after = following[left];
    following[left] = following[right];
    following[right] = after;
    inheritForbidden(left, right);
    return true;
  }

  private void inheritForbidden(int left, int right) {
    Set<Integer> others = forbidden.isEmpty() ? null : forbidden.remove(right);
    if (others == null) {
      return;
    }
    for (int other : others) {
      Set<Integer> theirs = forbidden.computeIfAbsent(other, none -> new HashSet<>());
      theirs.remove(right);
      theirs.add(left);
    }
    forbidden.computeIfAbsent(left, none -> new HashSet<>()).addAll(others);
  }
}
