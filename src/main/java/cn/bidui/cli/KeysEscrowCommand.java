package cn.bidui.cli;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.KeyEscrow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui keys escrow --to FILE}: writes the key under a passphrase. */
@Command(name = "escrow")
final class KeysEscrowCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "keys.to")
  private Path to = Path.of("");

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keys.passphrase")
  private @Nullable Path passphraseFile;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path home = options.folder().home();
    if (!Files.isRegularFile(home.resolve("bidui.key"))) {
      options.say(err, "backup.keys.none", home);
      return ExitCode.USAGE;
    }
    Path file = to.toAbsolutePath().normalize();
    if (Files.exists(file)) {
      options.say(err, "backup.keys.exists", file);
      return ExitCode.USAGE;
    }
    if (file.startsWith(home)) {
      options.say(err, "backup.keys.beside", file);
      return ExitCode.USAGE;
    }
    Optional<char[]> passphrase = passphrase(err);
    if (passphrase.isEmpty()) {
      return ExitCode.USAGE;
    }
    KeyEscrow escrow = KeyEscrow.of(home);
    escrow.write(file, passphrase.get());
    options.say(spec.commandLine().getOut(), "backup.keys.done", file, escrow.key().fingerprint());
    recorded(escrow.key().fingerprint());
    return ExitCode.DONE;
  }

  /** Where another run has the work folder for long, only the line is missing. */
  private void recorded(String fingerprint) throws IOException {
    Path home = options.folder().home();
    if (JournalReader.of(home).state().keyFingerprint().equals(Optional.of(fingerprint))) {
      new UnderLease(options, new PrintWriter(new StringWriter()), WAIT)
          .journal(
              journal -> {
                journal.append(new Entry.KeysEscrowed(fingerprint, options.asOf()));
                return ExitCode.DONE;
              });
    }
  }

  /** Typed twice where it is typed: a slip would be noticed on the day of the loss. */
  private Optional<char[]> passphrase(PrintWriter err) throws IOException {
    String prompt = options.messages().text("backup.keys.prompt", KeyEscrow.FEWEST_CHARACTERS);
    Optional<char[]> first = Passphrase.ask(passphraseFile, prompt);
    if (first.isEmpty()) {
      options.say(err, "backup.keys.no-console");
      return first;
    }
    if (first.get().length < KeyEscrow.FEWEST_CHARACTERS) {
      options.say(err, "backup.keys.short", KeyEscrow.FEWEST_CHARACTERS);
      return Optional.empty();
    }
    if (passphraseFile == null) {
      String again = options.messages().text("backup.keys.again");
      char[] second = Passphrase.ask(null, again).orElse(new char[0]);
      if (!Arrays.equals(first.get(), second)) {
        options.say(err, "backup.keys.differ");
        return Optional.empty();
      }
    }
    return first;
  }
}
