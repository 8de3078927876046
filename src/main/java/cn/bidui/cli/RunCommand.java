package cn.bidui.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui run [JOB]}: one run of a job, from the inbox to the reports. {@code bidui run
 * --due}: of every job whose time has come.
 */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "JOB", arity = "0..1", descriptionKey = "run.job")
  private @Nullable String job;

  @Option(names = "--due", descriptionKey = "run.due")
  private boolean due;

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Option(names = "--accept", paramLabel = "FILE", descriptionKey = "run.accept")
  private @Nullable String accept;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (accept != null && (by == null || by.isBlank())) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (due && (job != null || accept != null || options.givenAsOf().isPresent())) {
      options.say(err, "cli.run.due-alone");
      return ExitCode.USAGE;
    }
    Duration wait = Duration.ofSeconds(waitSeconds);
    return due
        ? new DueRuns(options, out, err, wait).all()
        : new JobRun(options, out, err, wait)
            .releasing(accept, by)
            .run(job == null ? Waves.JOB : job);
  }
}
