package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 1000})
  void eachPartIsDoneOnce(int parts) {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);

    Spread.over(parts, done::incrementAndGet);

    for (int i = 0; i < done.length(); i++) {
      assertThat(done.get(i)).isEqualTo(i < parts ? 1 : 0);
    }
  }

  @Test
  void aPoolOfItsOwnGivesAllItsThreads() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(3);
    CountDownLatch together = new CountDownLatch(3);
    try {
      pool.submit(() -> Spread.over(3, part -> meet(together))).get(1, TimeUnit.MINUTES);
    } finally {
      pool.shutdown();
    }

    assertThat(together.getCount()).isZero();
  }

  private static void meet(CountDownLatch together) {
    together.countDown();
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void afterAFailureNoMoreIsBegun() {
    AtomicInteger begun = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Spread.over(
                    1_000_000,
                    part -> {
                      begun.incrementAndGet();
                      throw new IllegalStateException("part " + part);
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(begun.get()).isLessThan(1 + Runtime.getRuntime().availableProcessors() * 2);
  }
}
