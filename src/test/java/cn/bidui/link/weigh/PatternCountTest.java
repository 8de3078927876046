package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PatternCountTest {

  @Test
  void fewPatternsAndManyAreCountedAlike() {
    long[] seen = {7, 3, 7, 0, 7};
    for (long patterns : new long[] {8, 1L << 50}) {
      PatternCount count = new PatternCount(patterns);
      count.count(seen, 4);
      Patterns counted = count.counted();
      assertThat(counted.patterns()).containsExactly(0, 3, 7);
      assertThat(counted.counts()).containsExactly(1, 1, 2);
      assertThat(counted.total()).isEqualTo(4);
      assertThat(counted.size()).isEqualTo(3);
    }
  }

  @Test
  void aTableOfThoseSeenGrows() {
    long[] seen = LongStream.range(0, 9000).map(i -> i * 1_000_003).toArray();
    PatternCount count = new PatternCount(1L << 40);
    count.count(seen, seen.length);
    PatternCount other = new PatternCount(1L << 40);
    other.add(count);
    other.count(seen, 1);
    assertThat(other.counted().patterns()).containsExactly(seen);
    assertThat(other.counted().counts()[0]).isEqualTo(2);
    assertThat(other.counted().total()).isEqualTo(9001);
  }

  @Test
  void countsOfThreadsAreAdded() {
    PatternCount count = new PatternCount(8);
    count.count(new long[] {1}, 1);
    PatternCount sum = new PatternCount(8);
    sum.add(count);
    sum.add(count);
    assertThat(sum.counted().counts()).containsExactly(2);
  }
}
