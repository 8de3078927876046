package cn.bidui.link.assign;

import java.util.Arrays;

/**
 * Pairs by the connected component they belong to; within one by left and right node. Components
 * stand in the order of their first pairs.
 */
final class Components {

  private final int[] order;
  private final int[] starts;

  private Components(int[] order, int[] starts) {
    this.order = order;
    this.starts = starts;
  }

  static Components of(int[] left, int[] right) {
    int lefts = nodes(left);
    int rights = nodes(right);
    Clusters clusters = new Clusters(lefts + rights);
    for (int pair = 0; pair < left.length; pair++) {
      clusters.unite(left[pair], lefts + right[pair]);
    }
    int[] sorted = sorted(left, right, lefts, rights);
    int[] component = new int[left.length];
    int[] numbers = new int[lefts];
    int components = 0;
    for (int pair : sorted) {
      // Left nodes come first, so one of them names each component.
      int first = clusters.of(left[pair]);
      numbers[first] = numbers[first] == 0 ? ++components : numbers[first];
      component[pair] = numbers[first] - 1;
    }
    return new Components(byNumber(sorted, component, components), starts(component, components));
  }

  private static int nodes(int[] numbers) {
    int last = -1;
    for (int number : numbers) {
      last = Math.max(last, number);
    }
    return last + 1;
  }

  private static int[] sorted(int[] left, int[] right, int lefts, int rights) {
    int[] order = new int[left.length];
    Arrays.setAll(order, pair -> pair);
    for (int pair = 1; pair < left.length; pair++) {
      int step = Integer.compare(left[pair - 1], left[pair]);
      if (step > 0 || (step == 0 && right[pair - 1] > right[pair])) {
        return byNumber(byNumber(order, right, rights), left, lefts);
      }
    }
    return order;
  }

  /** By counting: what has one number keeps its order. */
  private static int[] byNumber(int[] order, int[] numberOf, int numbers) {
    int[] next = starts(numberOf, numbers);
    int[] sorted = new int[order.length];
    for (int pair : order) {
      sorted[next[numberOf[pair]]++] = pair;
    }
    return sorted;
  }

  private static int[] starts(int[] numberOf, int numbers) {
    int[] starts = new int[numbers + 1];
    for (int number : numberOf) {
      starts[number + 1]++;
    }
    for (int number = 0; number < numbers; number++) {
      starts[number + 1] += starts[number];
    }
    return starts;
  }

  /** How many components. */
  int size() {
    return starts.length - 1;
  }

  /** Where the pairs of a component start in {@link #order}. */
  int start(int component) {
    return starts[component];
  }

  /** All pairs; not copied. */
  int[] order() {
    return order;
  }
}
