package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.batch.OpenRecord;
import cn.bidui.ledger.Backups;
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

/** {@code bidui drill}: restores the newest backup into a scratch folder and checks it. */
@Command(name = "drill")
final class DrillCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, Duration.ofSeconds(waitSeconds)).record(this::drill);
  }

  private int drill(OpenRecord record) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Backing backing = Backing.of(options.folder(), Version.number(), options.clock());
    Optional<Backups.Listed> newest = backing.newest();
    if (newest.isEmpty()) {
      options.say(err, "backup.drill.none", backing.target());
      return ExitCode.HELD;
    }
    Drill drill = new Drill(options, err);
    return drill.tell(
        drill.run(newest.get(), backing, record, options.asOf()), spec.commandLine().getOut());
  }
}
