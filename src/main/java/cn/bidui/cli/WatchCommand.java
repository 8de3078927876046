package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.Vigil;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bidui watch}: takes files from the inbox as they come, answers each, and runs the jobs at
 * their time.
 */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {

  /** A broken-off copy is answered after so many times what a whole file waits. */
  private static final int PATIENCE = 3;

  @Mixin private Options options = new Options();

  @Option(names = "--every", paramLabel = "SECONDS", descriptionKey = "watch.every")
  private int everySeconds = 2;

  @Option(names = "--still", paramLabel = "SECONDS", descriptionKey = "watch.still")
  private int stillSeconds = 10;

  @Option(names = "--once", descriptionKey = "watch.once")
  private boolean once;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (everySeconds < 1 || stillSeconds < 1) {
      options.say(err, "cli.watch.seconds");
      return ExitCode.USAGE;
    }
    Optional<NightOrder> order = new Order(options, err).of(Waves.JOB);
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    try (StopSign sign = StopSign.raise()) {
      if (!options.quiet()) {
        options.say(out, "cli.watch.begin", options.folder().inbox());
      }
      Watching watching = watching(out, err, sign, order.get());
      int exit = once ? watching.once() : watching.forever();
      if (sign.ending() && !options.quiet()) {
        options.say(out, "cli.watch.end");
      }
      return exit;
    }
  }

  private static Inbox inbox(NightOrder order) {
    return Inbox.of(order.folder().inbox()).marked(order.settings().precautions().inboxMarker());
  }

  private Watching watching(PrintWriter out, PrintWriter err, StopSign sign, NightOrder order) {
    Duration still = Duration.ofSeconds(stillSeconds);
    return new Watching(
        options,
        out,
        err,
        new Vigil(inbox(order), still, still.multipliedBy(PATIENCE)),
        new Waves(options, err, new WatchProgress(options, out)),
        sign,
        Duration.ofSeconds(everySeconds),
        appointments(out, err));
  }

  /** A watch for a given date answers the files of that date, and runs nothing by the clock. */
  private Appointments appointments(PrintWriter out, PrintWriter err) {
    return options.givenAsOf().isPresent()
        ? Appointments.NONE
        : new TimedJobs(
            options, err, options.clock(), new DueRuns(options.hushed(), out, err, Duration.ZERO));
  }
}
