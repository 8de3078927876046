package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {

  private static long sum(long i) {
    return Keys.sum((int) (i % 7), i, i / 3 + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000, 100_000, Integer.MAX_VALUE})
  void whatWasNotedIsLetThroughHoweverManyLook(int seekers) {
    Sought sought = Sought.noting(seekers);
    LongStream.range(1, 20_000).forEach(i -> sought.key(sum(i)));
    sought.close();

    assertThat(LongStream.range(1, 20_000).allMatch(i -> sought.key(sum(i)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 30_000, 300_000})
  void ofOtherKeysFewAreLetThroughHoweverManyLook(int seekers) {
    Sought sought = Sought.noting(seekers);
    LongStream.range(1, 4L * seekers).forEach(i -> sought.key(sum(i)));
    sought.close();

    long others = LongStream.range(10_000_000, 10_100_000).filter(i -> sought.key(sum(i))).count();
    assertThat(others).isLessThan(20_000);
  }

  @Test
  void namesThatNobodySeeksAreNotLetThrough() {
    Sought sought = Sought.noting(1);
    assertThat(sought.name(3)).isTrue();
    sought.close();

    assertThat(sought.name(3)).isTrue();
    assertThat(sought.name(4)).isFalse();
    assertThat(Sought.EVERYTHING.name(4)).isTrue();
    assertThat(Sought.EVERYTHING.key(sum(4))).isTrue();
  }
}
