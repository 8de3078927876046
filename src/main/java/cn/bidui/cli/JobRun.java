package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.collect.Pause;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.JobOutput;
import cn.bidui.source.FileState;
import cn.bidui.store.FolderKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One run of a job, whoever asks for it: a person, cron or a watch. What it judges is published for
 * its business date; what it reports on is the last period that is over by then. That it came to an
 * end, and how, goes into the journal.
 */
final class JobRun {

  /** Reports show this much of a digest, which is enough to name a file. */
  private static final int DIGEST_SHOWN = 8;

  /** Clocks are set right by seconds, and two machines' differ by minutes. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Duration wait;

  /** No night is run for an earlier business date than this. */
  private LocalDate earliestNight = LocalDate.MIN;

  private FolderKind.Probe disks = FolderKind.Probe.SYSTEM;
  private @Nullable String accept;
  private @Nullable String by;
  private @Nullable RunStop stop;
  private boolean due;

  /** Whether it is still to be done once the work folder is ours. */
  @FunctionalInterface
  interface Still {
    boolean holds(OpenRecord record) throws IOException;
  }

  JobRun(Options options, PrintWriter out, PrintWriter err, Duration wait) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.wait = wait;
  }

  /** With what {@code --accept} names released before, by a named person. */
  JobRun releasing(@Nullable String what, @Nullable String name) {
    accept = what;
    by = name;
    return this;
  }

  /** A report of long ago is made up without a night of that day. */
  JobRun withoutNightsBefore(LocalDate day) {
    earliestNight = day;
    return this;
  }

  /** On disks of these kinds. */
  JobRun on(FolderKind.Probe kinds) {
    disks = kinds;
    return this;
  }

  /** Runs {@code job}; tells its exit code. */
  int run(String job) throws IOException {
    return given(job, record -> true);
  }

  /**
   * The same for the timetable, unless somebody else has done it by the time that the work folder
   * is free.
   */
  int run(String job, Still still) throws IOException {
    due = true;
    return given(job, still);
  }

  private int given(String job, Still still) throws IOException {
    Optional<NightOrder> order = new Order(options, err).of(job);
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    try (RunStop sign = RunStop.await()) {
      stop = sign;
      return stoppable(order.get(), still);
    }
  }

  private int stoppable(NightOrder order, Still still) throws IOException {
    try {
      return new UnderLease(options, err, wait)
          .record(
              record -> {
                if (!still.holds(record)) {
                  return ExitCode.DONE;
                }
                warnOfClock(record.journal().state());
                return released(record) ? job(order, record) : ExitCode.USAGE;
              });
    } catch (IOException | RuntimeException failure) {
      if (!stopping()) {
        throw failure;
      }
      options.say(err, "cli.run.interrupted");
      return ExitCode.STOPPED;
    }
  }

  private boolean stopping() {
    return stop != null && stop.asked();
  }

  /** The order of what is on record is that of its numbers; a wrong clock harms names of days. */
  private void warnOfClock(JournalState state) {
    Instant now = options.clock().instant();
    Optional<Instant> last = state.lastAt().filter(at -> now.isBefore(at.minus(CLOCK_SLACK)));
    last.ifPresent(at -> options.say(err, "cli.clock.back", minute(now), minute(at)));
  }

  private static String minute(Instant at) {
    return MINUTE.format(at.atZone(Shanghai.ZONE));
  }

  /**
   * Releases what {@code --accept} names; false if nothing of that name is held, or several are.
   */
  private boolean released(OpenRecord record) throws IOException {
    if (accept == null || by == null) {
      return true;
    }
    JournalState state = record.journal().state();
    boolean past =
        state.latest().map(latest -> options.asOf().isBefore(latest.asOf())).orElse(false);
    if (past) {
      options.say(err, "cli.accept.what-if");
      return false;
    }
    Set<String> released =
        state.accepted().stream().map(Entry.Accepted::what).collect(Collectors.toSet());
    List<FileAnswered> named =
        state.answeredFiles().stream()
            .filter(answered -> answered.state() == FileState.HELD)
            .filter(answered -> NamedFiles.named(answered, accept, DIGEST_SHOWN))
            .toList();
    List<FileAnswered> held =
        named.stream().filter(answered -> !released.contains(answered.file().sha256())).toList();
    if (named.isEmpty()) {
      options.say(err, "cli.accept.unknown", accept);
      return false;
    }
    if (held.isEmpty()) {
      // The same command again, perhaps because the first was cut short: what it asks for is so.
      options.say(out, "cli.accept.already", accept);
      return true;
    }
    if (NamedFiles.ambiguous(held)) {
      options.say(err, "cli.file.several", accept, NamedFiles.choices(held));
      return false;
    }
    FileAnswered newest = held.get(held.size() - 1);
    record.journal().append(new Entry.Accepted(newest.file().sha256(), by));
    options.say(out, "cli.accept.done", newest.file().inboxName(), by);
    return true;
  }

  private int job(NightOrder order, OpenRecord record) throws IOException {
    if (order.job().timing().unclear().isPresent()) {
      options.say(err, "cli.run.schedule", order.job().timing().text());
    }
    if (order.job().nightly()) {
      return night(order, record, exit -> reportsUnlessFailed(exit, order, record));
    }
    Instant started = options.clock().instant();
    int exit = nightBefore(order, record);
    if (exit == ExitCode.STOPPED || exit == ExitCode.BUSY) {
      return exit;
    }
    return ended(order, record, started, Math.max(exit, reports(order, record)));
  }

  /** A night of the job that a report follows, where there is none of its business date yet. */
  private int nightBefore(NightOrder order, OpenRecord record) throws IOException {
    String after = order.job().timing().after();
    boolean published =
        record.state().latest().filter(night -> !night.asOf().isBefore(order.asOf())).isPresent();
    if (after.isEmpty() || published || order.asOf().isBefore(earliestNight)) {
      return ExitCode.DONE;
    }
    Optional<NightOrder> night = new Order(options, err).standingInFor(after, order.asOf());
    return night.isEmpty() ? ExitCode.USAGE : night(night.get(), record, exit -> exit);
  }

  /** What else a job makes once its night is over, given the exit code so far. */
  @FunctionalInterface
  private interface Then {
    int exit(int before) throws IOException;
  }

  private int reportsUnlessFailed(int exit, NightOrder order, OpenRecord record)
      throws IOException {
    return exit >= ExitCode.USAGE ? exit : Math.max(exit, reports(order, record));
  }

  private int reports(NightOrder order, OpenRecord record) throws IOException {
    int exit = ExitCode.DONE;
    for (JobOutput output : order.job().outputs()) {
      if (output.periodic()) {
        exit = Math.max(exit, report(output.period(order.asOf()), order, record));
      }
    }
    return exit;
  }

  private int report(String period, NightOrder order, OpenRecord record) throws IOException {
    return new PeriodReport(options, out, err).ofJob(period, order, record);
  }

  /** That it ended is noted last: killed before that, it is due again. */
  private int night(NightOrder order, OpenRecord record, Then then) throws IOException {
    Instant started = options.clock().instant();
    if (!options.quiet()) {
      options.say(out, "cli.run.begin", order.job().title(), order.asOf());
    }
    NightOutcome outcome = outcome(order, record);
    int told = new NightTold(options, out, err).tell(outcome, order, stopping());
    if (!(outcome instanceof NightOutcome.Done done)) {
      return told == ExitCode.STOPPED || told == ExitCode.BUSY
          ? told
          : ended(order, record, started, then.exit(told));
    }
    if (done.whatIf() && !(due && ahead(record))) {
      return then.exit(told);
    }
    int backed = done.whatIf() ? told : new NightlyBackup(options, out, err).after(order, record);
    return ended(order, record, started, then.exit(Math.max(told, backed)));
  }

  /**
   * Under a publication of a day to come a run that the timetable asks for is a what-if, and is
   * tried but once. One that somebody asks for changes nothing on record.
   */
  private boolean ahead(OpenRecord record) {
    LocalDate today = LocalDate.ofInstant(options.clock().instant(), Shanghai.ZONE);
    return record.state().latest().filter(night -> night.asOf().isAfter(today)).isPresent();
  }

  /** Notes how it ended; that it could not be noted changes nothing of what was done. */
  private int ended(NightOrder order, OpenRecord record, Instant started, int exit) {
    long millis = Math.max(0, Duration.between(started, options.clock().instant()).toMillis());
    try {
      record.journal().append(new Entry.JobEnded(order.job().name(), order.asOf(), exit, millis));
    } catch (IOException | RuntimeException failure) {
      LoggerFactory.getLogger(JobRun.class)
          .warn("the end of the job was not noted: {}", Traces.of(failure));
    }
    return exit;
  }

  private NightOutcome outcome(NightOrder order, OpenRecord record) throws IOException {
    try (ConsoleProgress progress = new ConsoleProgress(options, out)) {
      OnIndex index = new OnIndex(options, err, order, record, Pause.SLEEP, disks);
      NightOutcome outcome = index.does(Nights::run, progress);
      if (outcome instanceof NightOutcome.Failed) {
        // Whoever has taken over clears away what this run was writing: then that is the reason.
        record.lease().check();
      }
      return outcome;
    }
  }
}
