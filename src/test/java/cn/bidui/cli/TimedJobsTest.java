package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a watch looks for jobs: at the next time, every few minutes, and when the clock jumps. */
class TimedJobsTest {

  private static final Instant START = Instant.parse("2026-05-01T17:00:00Z");

  private Instant now = START;
  private Optional<Instant> next = Optional.empty();
  private int exit;
  private RuntimeException failure;
  private final List<Long> looks = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return Shanghai.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final TimedJobs jobs =
      new TimedJobs(
          new Options(),
          new PrintWriter(err, true),
          clock,
          new TimedJobs.Round() {
            @Override
            public int all() throws IOException {
              looks.add(Duration.between(START, now).toSeconds());
              if (failure != null) {
                throw failure;
              }
              return exit;
            }

            @Override
            public Optional<Instant> next() {
              return next;
            }
          });

  private void keep(int from, int to, int step) {
    for (int second = from; second <= to; second += step) {
      now = START.plusSeconds(second);
      jobs.keep();
    }
  }

  @Test
  void itLooksAtOnceAndThenEveryFiveMinutes() {
    keep(0, 900, 2);
    assertThat(looks).containsExactly(0L, 300L, 600L, 900L);
  }

  @Test
  void itLooksWhenTheNextTimeComes() {
    next = Optional.of(START.plusSeconds(100));
    keep(0, 98, 2);
    keep(100, 300, 2);
    assertThat(looks).startsWith(0L, 100L).hasSize(2);
  }

  @Test
  void aClockThatIsSetBackIsNoticed() {
    keep(0, 0, 1);
    now = START.minusSeconds(3_600);
    jobs.keep();
    assertThat(looks).containsExactly(0L, -3_600L);
  }

  @Test
  void whileAnotherRunIsAtWorkItLooksAgainSoon() {
    exit = ExitCode.BUSY;
    keep(0, 40, 2);
    assertThat(looks).containsExactly(0L, 20L, 40L);
  }

  @Test
  void aFailureIsToldOnceAndWaitedOut() {
    failure = new IllegalStateException("invented");
    keep(0, 600, 2);
    assertThat(looks).hasSize(3);
    assertThat(err.toString().lines()).hasSize(1).first().asString().contains("没有运行成");
    assertThat(err.toString()).doesNotContain("invented");
    failure = null;
    keep(900, 900, 1);
    failure = new IllegalStateException("invented");
    keep(1_200, 1_200, 1);
    assertThat(err.toString().lines()).hasSize(2);
  }
}
