package cn.bidui.cli;

import cn.bidui.cli.jobs.JobBook;
import cn.bidui.cli.jobs.JobSheet;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.JobPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What should have been done by now and was not (超时): told line by line, to a person or a monitor.
 */
final class LateJobs {

  private final Options options;
  private final PrintWriter err;
  private final Clock clock;

  LateJobs(Options options, PrintWriter err, Clock clock) {
    this.options = options;
    this.err = err;
    this.clock = clock;
  }

  /** Tells which jobs are late, and of a silence whoever is to be told of it; whether any is. */
  boolean tell(JobBook book, Timetable table, JournalState state) throws IOException {
    boolean late = false;
    for (JobPlan job : book.jobs()) {
      Optional<LocalDateTime> slot = table.overdue(job);
      slot.ifPresent(
          time ->
              options.say(err, "cli.jobs.overdue", job.name(), job.title(), JobSheet.minute(time)));
      late |= slot.isPresent();
    }
    Optional<LocalDate> ahead = table.ahead();
    ahead.ifPresent(day -> options.say(err, "job.ahead", day));
    Optional<Duration> silence = table.expectsNights() ? table.silence() : Optional.empty();
    if (silence.isPresent()) {
      Alarm told = new Alarm(options, err, clock);
      told.say(state, silence.get().toHours());
      told.send(book.settings(), state, silence.get().toHours());
    }
    return late || ahead.isPresent() || silence.isPresent();
  }
}
