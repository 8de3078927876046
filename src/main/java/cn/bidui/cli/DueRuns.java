package cn.bidui.cli;

import cn.bidui.cli.jobs.Beginning;
import cn.bidui.cli.jobs.JobBook;
import cn.bidui.cli.jobs.JobSheet;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.cli.jobs.Timetable.Due;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LeaseLook;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Mistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs every job whose time has come and that was not run yet, and raises the alarm where nothing
 * was published for too long. What was run is told by the journal, looked at again once the work
 * folder is ours; so it makes no difference who calls this, or how many at once.
 */
final class DueRuns implements TimedJobs.Round {

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;
  private final Duration wait;
  private final Runner runner;
  private final Alarm alarm;

  private List<Mistake> told = List.of();
  private boolean silent;
  private Optional<LocalDateTime> next = Optional.empty();

  /** How one job is run. */
  @FunctionalInterface
  interface Runner {
    int run(Due due, JobRun.Still still) throws IOException;
  }

  DueRuns(Options options, PrintWriter out, PrintWriter err, Duration wait) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.clock = options.clock();
    this.wait = wait;
    this.runner = this::run;
    this.alarm = new Alarm(options, err, clock);
  }

  /** With another clock, and another way to run a job. */
  DueRuns(Options options, PrintWriter out, PrintWriter err, Clock clock, Runner runner) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.wait = Duration.ZERO;
    this.runner = runner;
    this.alarm = new Alarm(options, err, clock);
  }

  /** Runs them; tells the highest exit code. */
  @Override
  public int all() throws IOException {
    Optional<JobBook> read = new Order(options, err).book();
    if (read.isEmpty()) {
      return ExitCode.USAGE;
    }
    JobBook book = read.get();
    int exit = tellMistakes(book);
    Set<Due> tried = new HashSet<>();
    Optional<Due> due = first(book, tried);
    while (due.isPresent()) {
      tried.add(due.get());
      exit = Math.max(exit, run(book, due.get()));
      if (exit == ExitCode.BUSY) {
        return Math.max(exit, alarm(book, table(book, state())));
      }
      if (exit == ExitCode.STOPPED) {
        return exit;
      }
      due = first(book, tried);
    }
    Timetable table = table(book, state());
    next = table.next();
    if (tried.isEmpty() && !options.quiet()) {
      options.say(out, "cli.run.nothing-due", next.map(JobSheet::minute).orElse("–"));
      tellHeldBack(book);
    }
    return Math.max(exit, alarm(book, table));
  }

  /** A failure that ends the round is when silence begins, and is told all the same. */
  private int run(JobBook book, Due due) throws IOException {
    try {
      return runner.run(due, still(book, due));
    } catch (IOException | RuntimeException failure) {
      tellSilence(book, failure);
      throw failure;
    }
  }

  private void tellSilence(JobBook book, Exception beside) {
    try {
      int exit = alarm(book, table(book, state()));
      assert exit == ExitCode.DONE || exit == ExitCode.HELD;
    } catch (IOException | RuntimeException likewise) {
      beside.addSuppressed(likewise);
    }
  }

  /** As of the last look. */
  @Override
  public Optional<Instant> next() {
    return next.map(time -> time.atZone(Shanghai.ZONE).toInstant());
  }

  /** Mistakes are told once; jobs without one run. */
  private int tellMistakes(JobBook book) {
    if (!book.mistakes().equals(told)) {
      told = book.mistakes();
      boolean sound = new Order(options, err).sound(book);
      assert sound == told.isEmpty();
    }
    return told.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }

  private void tellHeldBack(JobBook book) {
    String names =
        book.jobs().stream()
            .filter(book::heldBack)
            .map(JobPlan::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      options.say(out, "cli.run.held-back", names);
    }
  }

  private Optional<Due> first(JobBook book, Set<Due> tried) throws IOException {
    return table(book, state()).due().stream().filter(due -> !tried.contains(due)).findFirst();
  }

  private JobRun.Still still(JobBook book, Due due) {
    return record -> table(book, record.state()).isDue(due);
  }

  private JournalState state() throws IOException {
    return JournalOutline.of(options.folder().home(), List.of()).state();
  }

  private Timetable table(JobBook book, JournalState state) throws IOException {
    return new Timetable(
        book, state, Beginning.of(options.folder()), clock.instant(), Shanghai.ZONE);
  }

  /** Whoever looks again soon waits for nobody, and says nothing of it. */
  private int run(Due due, JobRun.Still still) throws IOException {
    if (wait.isZero() && LeaseLook.at(options.folder().home()).held()) {
      return ExitCode.BUSY;
    }
    return new JobRun(options.on(due.asOf()), out, err, wait)
        .withoutNightsBefore(LocalDate.now(clock))
        .run(due.job().name(), still);
  }

  /** On the screen a silence is told when it begins, however often anybody looks. */
  private int alarm(JobBook book, Timetable table) throws IOException {
    Optional<Duration> silence = table.expectsNights() ? table.silence() : Optional.empty();
    boolean news = !silent;
    silent = silence.isPresent();
    if (silence.isEmpty()) {
      return ExitCode.DONE;
    }
    JournalState state = state();
    long hours = silence.get().toHours();
    if (news) {
      alarm.say(state, hours);
    }
    alarm.send(book.settings(), state, hours);
    return ExitCode.HELD;
  }
}
