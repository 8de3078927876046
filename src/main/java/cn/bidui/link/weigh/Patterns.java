package cn.bidui.link.weigh;

import java.util.Arrays;

/** How many pairs have each pattern of levels, patterns ascending. */
final class Patterns {

  private final long[] patterns;
  private final long[] counts;

  Patterns(long[] patterns, long[] counts) {
    this.patterns = patterns;
    this.counts = counts;
  }

  int size() {
    return patterns.length;
  }

  long[] patterns() {
    return patterns;
  }

  long[] counts() {
    return counts;
  }

  /** How many pairs altogether. */
  long total() {
    return Arrays.stream(counts).sum();
  }
}
