package cn.bidui.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs at their time while a watch goes on. The clock is asked often and the files seldom: at
 * the next time of any job, and every few minutes, as settings change, machines sleep and clocks
 * are set.
 */
final class TimedJobs implements Appointments {

  /** A changed setting, or a job that somebody else left undone, is noticed after so long. */
  private static final Duration LOOK = Duration.ofMinutes(5);

  /** Who had the work folder may have given it back by then. */
  private static final Duration BUSY = Duration.ofSeconds(20);

  private final Options options;
  private final PrintWriter err;
  private final Clock clock;
  private final Round round;

  private Instant looked = Instant.MAX;
  private Instant next = Instant.MIN;
  private String complaint = "";

  /** Runs what is due. */
  interface Round {
    int all() throws IOException;

    /** The next time of any job. */
    Optional<Instant> next();
  }

  TimedJobs(Options options, PrintWriter err, Clock clock, Round round) {
    this.options = options;
    this.err = err;
    this.clock = clock;
    this.round = round;
  }

  @Override
  public void keep() {
    Instant now = clock.instant();
    if (now.isBefore(next) && !now.isBefore(looked)) {
      return;
    }
    looked = now;
    Duration rest = LOOK;
    try {
      rest = round.all() == ExitCode.BUSY ? BUSY : LOOK;
      complaint = "";
    } catch (IOException | RuntimeException failure) {
      complain(failure);
    }
    Instant latest = clock.instant().plus(rest);
    next = round.next().filter(time -> time.isAfter(now) && time.isBefore(latest)).orElse(latest);
  }

  private void complain(Exception failure) {
    String what = failure.getClass().getSimpleName();
    if (!complaint.equals(what)) {
      complaint = what;
      LoggerFactory.getLogger(TimedJobs.class)
          .error("the jobs that are due failed: {}", Traces.of(failure));
      err.println(
          HomeCheck.told(failure, options.messages())
              .or(() -> KeyTrouble.of(failure, options.messages()))
              .orElseGet(() -> options.messages().text("cli.watch.jobs-failed", what)));
    }
  }
}
