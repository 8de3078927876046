package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalDamagedException;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui backup}: one sealed file with the whole record, also while others work. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Option(names = "--to", paramLabel = "DIR", descriptionKey = "backup.to")
  private @Nullable Path to;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    JournalState state = JournalReader.of(options.folder().home()).state();
    if (state.keyFingerprint().isEmpty()) {
      options.say(err, "backup.cli.nothing");
      return ExitCode.USAGE;
    }
    try {
      return made(state, spec.commandLine().getOut());
    } catch (JournalDamagedException damaged) {
      options.say(err, "backup.trouble.journal");
      return ExitCode.IO;
    }
  }

  private int made(JournalState state, PrintWriter out) throws IOException {
    Path home = options.folder().home();
    HomeKey key = HomeKey.open(home, state.keyFingerprint());
    Backing backing = Backing.of(options.folder(), Version.number(), options.clock());
    Path into = to == null ? backing.target() : to.toAbsolutePath().normalize();
    Backing.Done done = backing.make(key, Archive.of(home), into);
    options.say(
        out,
        "backup.cli.done",
        done.made().file(),
        done.made().bytes(),
        done.made().blobs(),
        done.made().head().head().seq());
    // Made is made: where another run has the work folder for long, only the line is missing.
    PrintWriter unheard = new PrintWriter(new StringWriter());
    int recorded =
        new UnderLease(options, unheard, WAIT)
            .journal(
                journal -> {
                  journal.append(done.entry("asked", options.asOf()));
                  return ExitCode.DONE;
                });
    if (recorded != ExitCode.DONE) {
      options.say(out, "backup.cli.unrecorded");
    }
    int exit = second(done, backing, out);
    return DamagedNames.told(done.made(), state, options, spec.commandLine().getErr())
        ? ExitCode.HELD
        : exit;
  }

  private int second(Backing.Done done, Backing backing, PrintWriter out) {
    if (!done.copied()) {
      options.say(spec.commandLine().getErr(), "backup.second.missing", backing.plan().second());
      return ExitCode.HELD;
    }
    if (to == null && backing.plan().second().isBlank() && !options.quiet()) {
      options.say(out, "backup.cli.same-disk");
    }
    return ExitCode.DONE;
  }
}
