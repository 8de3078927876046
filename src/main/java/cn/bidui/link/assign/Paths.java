package cn.bidui.link.assign;

import java.util.Arrays;

/** Shortest distances to nodes, nearest first (Dijkstra): a heap of numbers, no objects. */
final class Paths {

  private static final int NONE = -1;

  /** A distance and, in the lowest bits, the node that is so far away. */
  private static final int NODE_BITS = 20;

  /** How many nodes there may be. */
  static final int MOST_NODES = 1 << NODE_BITS;

  private final long[] distances;
  private final boolean[] settled;
  private final int[] done;
  private int doneCount;
  private long[] heap = new long[16];
  private int size;

  /** Of nodes 0 … {@code nodes - 1}; {@link #MOST_NODES} at most. */
  Paths(int nodes) {
    distances = new long[nodes];
    settled = new boolean[nodes];
    done = new int[nodes];
  }

  /** Forgets everything. */
  void reset() {
    Arrays.fill(distances, Long.MAX_VALUE);
    Arrays.fill(settled, false);
    doneCount = 0;
    size = 0;
  }

  /** Takes note of a way to {@code node}; false if one as short was known. */
  boolean reach(int node, long distance) {
    if (distance >= distances[node]) {
      return false;
    }
    distances[node] = distance;
    push((distance << NODE_BITS) | node);
    return true;
  }

  /** As {@link #reach} at the end of a search, when nothing is looked for from there. */
  void shorten(int node, long distance) {
    distances[node] = Math.min(distances[node], distance);
  }

  /** The nearest node that was not told yet, or -1 if none is nearer than {@code limit}. */
  int next(long limit) {
    while (size > 0) {
      long distance = heap[0] >> NODE_BITS;
      int node = (int) (heap[0] & ((1L << NODE_BITS) - 1));
      if (distance >= limit) {
        return NONE;
      }
      pop();
      if (!settled[node]) {
        settled[node] = true;
        done[doneCount++] = node;
        return node;
      }
    }
    return NONE;
  }

  long distance(int node) {
    return distances[node];
  }

  long[] distances() {
    return distances.clone();
  }

  /** How many nodes {@link #next} told. */
  int done() {
    return doneCount;
  }

  /** The node that was told as number {@code i}. */
  int done(int i) {
    return done[i];
  }

  private void push(long entry) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > entry) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = entry;
  }

  private void pop() {
    long last = heap[--size];
    int at = 0;
    while (at * 2 + 1 < size) {
      int child = at * 2 + 1;
      child += child + 1 < size && heap[child + 1] < heap[child] ? 1 : 0;
      if (heap[child] >= last) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
  }
}
