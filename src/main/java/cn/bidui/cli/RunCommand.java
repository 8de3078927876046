package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.batch.OpenRecord;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState;
import cn.bidui.report.NightReport;
import cn.bidui.report.Summary;
import cn.bidui.source.FileState;
import cn.bidui.source.Legible;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
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
    return new UnderLease(options, err, Duration.ofSeconds(waitSeconds))
        .record(record -> released(record, err) ? night(order.get(), record) : ExitCode.USAGE);
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
    List<FileAnswered> held =
        state.answeredFiles().stream()
            .filter(answered -> answered.state() == FileState.HELD)
            .filter(answered -> !released.contains(answered.file().sha256()))
            .filter(answered -> named(answered, accept))
            .toList();
    if (held.isEmpty()) {
      options.say(err, "cli.accept.unknown", accept);
      return false;
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
    return tell(outcome(order, record, out), order, out);
  }

  private NightOutcome outcome(NightOrder order, OpenRecord record, PrintWriter out)
      throws IOException {
    try (ConsoleProgress progress = new ConsoleProgress(options, out);
        Context context = Context.start(order, record, progress)) {
      return context.nights().run();
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
    if (outcome instanceof NightOutcome.Stopped) {
      options.say(err, "cli.run.interrupted");
      return ExitCode.IO;
    }
    NightOutcome.Failed failed = (NightOutcome.Failed) outcome;
    org.slf4j.LoggerFactory.getLogger(RunCommand.class)
        .error("step {} failed: {}", failed.step(), Traces.of(failed.failure()));
    Optional<String> trouble = KeyTrouble.of(failed.failure(), options.messages());
    if (trouble.isPresent()) {
      err.println(trouble.get());
      return ExitCode.IO;
    }
    boolean io = failed.failure().machine();
    options.say(
        err, io ? "cli.io" : "cli.bug", failed.step() + ": " + failed.failure().getMessage());
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
