package cn.bidui.cli;

import cn.bidui.ledger.HomeKeyException;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.KeyEscrow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui keys check FILE}: whether an escrow file opens and is of this work folder. */
@Command(name = "check")
final class KeysCheckCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FILE", arity = "1", descriptionKey = "keys.file")
  private Path file = Path.of("");

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keys.passphrase")
  private @Nullable Path passphraseFile;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isRegularFile(file)) {
      options.say(err, "backup.keys.missing", file);
      return ExitCode.USAGE;
    }
    Optional<char[]> passphrase =
        Passphrase.ask(passphraseFile, options.messages().text("backup.keys.opening"));
    if (passphrase.isEmpty()) {
      options.say(err, "backup.keys.no-console");
      return ExitCode.USAGE;
    }
    try {
      return told(KeyEscrow.open(file, passphrase.get()).key().fingerprint(), err);
    } catch (HomeKeyException wrong) {
      options.say(err, "backup.trouble.key");
      return ExitCode.HELD;
    }
  }

  private int told(String fingerprint, PrintWriter err) throws IOException {
    Optional<String> own = JournalReader.of(options.folder().home()).state().keyFingerprint();
    if (own.isPresent() && !own.get().equals(fingerprint)) {
      options.say(err, "backup.keys.other", fingerprint, own.get());
      return ExitCode.HELD;
    }
    options.say(spec.commandLine().getOut(), "backup.keys.opens", fingerprint);
    return ExitCode.DONE;
  }
}
