package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepWatchTest {

  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir private Path home;
  private final List<String> told = new ArrayList<>();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private Pause onOverrun = () -> {};

  private final Progress progress =
      new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void rows(long more) {}

        @Override
        public void overrun(String step, long minutes, String threads) {
          told.add(step + " " + threads);
          try {
            onOverrun.pause();
          } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
          }
        }
      };

  private StepWatch watch(Duration limit, Duration grace) {
    return watch(limit, grace, StepWatch.timer());
  }

  private StepWatch watch(Duration limit, Duration grace, ScheduledThreadPoolExecutor timer) {
    return new StepWatch(
        limit,
        grace,
        home.resolve("logs"),
        progress,
        interrupted::countDown,
        ended::countDown,
        timer);
  }

  @FunctionalInterface
  private interface Pause {

    void pause() throws InterruptedException;
  }

  @Test
  void aStepThatTakesTooLongIsInterruptedAndTold() throws Exception {
    boolean woken = false;
    try (StepWatch watch = watch(SOON, NEVER)) {
      watch.begins("link");
      try {
        TimeUnit.MINUTES.sleep(1);
      } catch (InterruptedException hurried) {
        woken = true;
      }
      watch.ends();
      assertThat(watch.overrun()).isTrue();
    }
    assertThat(woken).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(told).containsExactly("link logs/threads-link.txt");
    assertThat(home.resolve("logs/threads-link.txt"))
        .content()
        .contains("StepWatchTest.aStepThatTakesTooLong", "TIMED_WAITING", "step-watch");
  }

  @Test
  void oneThatDoesNotMindEndsTheProcess() throws Exception {
    try (StepWatch watch = watch(SOON, SOON)) {
      watch.begins("link");
      // Deaf: what interrupts it is swallowed.
      boolean over = false;
      while (!over) {
        try {
          over = ended.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ignored) {
          over = false;
        }
      }
      assertThat(over).isTrue();
    }
  }

  @Test
  void oneThatEndsInTimeIsLeftAlone() {
    ScheduledThreadPoolExecutor timer = StepWatch.timer();
    try (StepWatch watch = watch(NEVER, SOON, timer)) {
      watch.ends();
      for (int step = 0; step < 5; step++) {
        watch.begins("step " + step);
        assertThat(timer.getQueue()).hasSize(1);
        watch.ends();
        assertThat(timer.getQueue()).isEmpty();
      }
      assertThat(watch.overrun()).isFalse();
    }
    assertThat(told).isEmpty();
    assertThat(home.resolve("logs")).doesNotExist();
  }

  @Test
  void aStepThatEndsWhileItsThreadsAreWrittenDownDoesNotStrikeTheNext() throws Exception {
    ScheduledThreadPoolExecutor timer = StepWatch.timer();
    try (StepWatch watch = watch(SOON, SOON, timer)) {
      CountDownLatch telling = new CountDownLatch(1);
      CountDownLatch next = new CountDownLatch(1);
      onOverrun =
          () -> {
            telling.countDown();
            next.await();
          };
      watch.begins("link");
      assertThat(telling.await(1, TimeUnit.MINUTES)).isTrue();
      watch.ends();
      next.countDown();
      // Whatever the alarm still did has been done when the timer's one thread answers.
      timer.submit(() -> {}).get(1, TimeUnit.MINUTES);
      assertThat(timer.getQueue()).isEmpty();
      assertThat(interrupted.getCount()).isEqualTo(1);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void aDiskThatTakesNoDumpStopsNothing() throws IOException, InterruptedException {
    Files.writeString(home.resolve("logs"), "not a folder");
    try (StepWatch watch = watch(SOON, NEVER)) {
      watch.begins("judge");
      assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException hurried) {
      assertThat(told).hasSize(1);
    }
  }
}
