package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LeaseLostException;
import cn.bidui.report.NightReport;
import cn.bidui.report.Summary;
import cn.bidui.source.FileState;
import cn.bidui.source.Legible;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui run [JOB]}: one run of a job, from the inbox to the reports. */
@Command(name = "run", resourceBundle = "messages.usage")
final class RunCommand implements Callable<Integer> {

  private static final int FINDINGS_SHOWN = 12;

  /** Reports show this much of a digest, which is enough to name a file. */
  private static final int DIGEST_SHOWN = 8;

  /** Clocks are set right by seconds, and two machines' differ by minutes. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "JOB", arity = "0..1", descriptionKey = "run.job")
  private String job = "nightly";

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Option(names = "--accept", paramLabel = "FILE", descriptionKey = "run.accept")
  private @Nullable String accept;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  @Spec private CommandSpec spec = CommandSpec.create();

  private @Nullable RunStop stop;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (accept != null && (by == null || by.isBlank())) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    Optional<NightOrder> order = new Order(options, err).of(job);
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    try (RunStop sign = RunStop.await()) {
      stop = sign;
      return stoppable(order.get(), err);
    }
  }

  private int stoppable(NightOrder order, PrintWriter err) throws IOException {
    try {
      return new UnderLease(options, err, Duration.ofSeconds(waitSeconds))
          .record(
              record -> {
                warnOfClock(record.journal().state(), err);
                return released(record, err) ? night(order, record) : ExitCode.USAGE;
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
  private void warnOfClock(JournalState state, PrintWriter err) {
    Instant now = options.clock().instant();
    Optional<Instant> last = state.lastAt().filter(at -> now.isBefore(at.minus(CLOCK_SLACK)));
    last.ifPresent(at -> options.say(err, "cli.clock.back", minute(now), minute(at)));
  }

  private static String minute(Instant at) {
    return MINUTE.format(at.atZone(Options.ZONE));
  }

  /** Releases what {@code --accept} names; false if nothing of that name is held. */
  private boolean released(OpenRecord record, PrintWriter err) throws IOException {
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
            .filter(answered -> named(answered, accept))
            .toList();
    List<FileAnswered> held =
        named.stream().filter(answered -> !released.contains(answered.file().sha256())).toList();
    if (named.isEmpty()) {
      options.say(err, "cli.accept.unknown", accept);
      return false;
    }
    if (held.isEmpty()) {
      // The same command again, perhaps because the first was cut short: what it asks for is so.
      options.say(spec.commandLine().getOut(), "cli.accept.already", accept);
      return true;
    }
    FileAnswered newest = held.get(held.size() - 1);
    record.journal().append(new Entry.Accepted(newest.file().sha256(), by));
    options.say(spec.commandLine().getOut(), "cli.accept.done", newest.file().name(), by);
    return true;
  }

  private static boolean named(FileAnswered held, String what) {
    return held.file().name().equals(what)
        || (what.length() >= DIGEST_SHOWN && held.file().sha256().startsWith(what));
  }

  private int night(NightOrder order, OpenRecord record) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!options.quiet()) {
      options.say(out, "cli.run.begin", order.job().title(), order.asOf());
    }
    NightOutcome outcome = outcome(order, record, out);
    int exit = tell(outcome, order, out);
    if (outcome instanceof NightOutcome.Done done && !done.whatIf()) {
      return Math.max(
          exit, new NightlyBackup(options, out, spec.commandLine().getErr()).after(order, record));
    }
    return exit;
  }

  private NightOutcome outcome(NightOrder order, OpenRecord record, PrintWriter out)
      throws IOException {
    try (ConsoleProgress progress = new ConsoleProgress(options, out)) {
      NightOutcome outcome =
          new OnIndex(options, spec.commandLine().getErr(), order, record)
              .does(Nights::run, progress);
      if (outcome instanceof NightOutcome.Failed) {
        // Whoever has taken over clears away what this run was writing: then that is the reason.
        record.lease().check();
      }
      return outcome;
    }
  }

  private int tell(NightOutcome outcome, NightOrder order, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    if (outcome instanceof NightOutcome.Done done) {
      return published(done, out);
    }
    if (outcome instanceof NightOutcome.Unbalanced unbalanced) {
      options.say(err, "cli.run.unbalanced", order.folder().reports());
      for (FileEntry.Note difference : unbalanced.differences()) {
        options.say(err, difference.key(), difference.words().toArray());
      }
      return ExitCode.BUG;
    }
    if (outcome instanceof NightOutcome.Stopped || stopping()) {
      options.say(err, "cli.run.interrupted");
      return ExitCode.STOPPED;
    }
    if (outcome instanceof NightOutcome.Barred barred) {
      options.say(err, barred.key(), barred.word());
      return ExitCode.IO;
    }
    if (outcome instanceof NightOutcome.Overrun) {
      return ExitCode.IO;
    }
    NightOutcome.Failed failed = (NightOutcome.Failed) outcome;
    if (failed.failure().names(LeaseLostException.class)) {
      options.say(err, "cli.lease.lost");
      return ExitCode.BUSY;
    }
    org.slf4j.LoggerFactory.getLogger(RunCommand.class)
        .error("step {} failed: {}", failed.step(), Traces.of(failed.failure()));
    Optional<String> trouble = KeyTrouble.of(failed.failure(), options.messages());
    if (trouble.isPresent()) {
      err.println(trouble.get());
      return ExitCode.IO;
    }
    boolean io = failed.failure().machine();
    options.say(
        err, OnIndex.key(failed.failure()), OnIndex.words(failed.failure(), failed.step(), order));
    return io ? ExitCode.IO : ExitCode.BUG;
  }

  private int published(NightOutcome.Done done, PrintWriter out) {
    NightReport report = done.report();
    if (!options.quiet()) {
      new Summary(options.messages(), FINDINGS_SHOWN)
          .lines(report).stream().map(Legible::line).forEach(out::println);
    }
    if (!report.missing().isEmpty()) {
      String lists =
          report.missing().stream()
              .map(list -> options.messages().text("report.list." + list.code()))
              .collect(Collectors.joining("、"));
      options.say(out, "cli.run.missing", lists);
    }
    count(report, FileState.REFUSED, "cli.run.refused", out);
    count(report, FileState.WAITING, "cli.run.waiting", out);
    if (!report.held().isEmpty()) {
      options.say(out, "cli.run.held", report.held().size());
      report.held().forEach(held -> options.say(out, held.key(), held.words().toArray()));
    }
    for (Entry.Notice notice : done.notSent()) {
      options.say(out, "cli.run.not-sent", notice.channel());
      options.say(out, notice.words());
    }
    options.say(out, done.whatIf() ? "cli.run.what-if" : "cli.run.published", done.folder());
    return done.exit();
  }

  private void count(NightReport report, FileState state, String key, PrintWriter out) {
    long files = report.files().stream().filter(file -> file.state() == state).count();
    if (files > 0) {
      options.say(out, key, files);
    }
  }
}
