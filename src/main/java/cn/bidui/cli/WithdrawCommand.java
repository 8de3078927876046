package cn.bidui.cli;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Journal;
import cn.bidui.source.FileState;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui withdraw FILE --by NAME}: takes back a file that was taken. The list before it
 * counts again from the next run on; the record keeps both.
 */
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  private static final Set<FileState> IN_USE =
      Set.of(FileState.ACCEPTED, FileState.ACCEPTED_WITH_REJECTS, FileState.HELD);

  @Mixin private Options options = new Options();

  @Parameters(index = "0", paramLabel = "FILE", arity = "0..1", descriptionKey = "withdraw.file")
  private String file = "";

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "answer.note")
  private String note = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (file.isEmpty() || by.isBlank()) {
      options.say(err, file.isEmpty() ? "cli.withdraw.incomplete" : "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, WAIT).journal(journal -> record(journal, err));
  }

  private int record(Journal journal, PrintWriter err) throws IOException {
    List<FileAnswered> named =
        journal.state().answeredFiles().stream()
            .filter(answered -> IN_USE.contains(answered.state()))
            .filter(answered -> NamedFiles.named(answered, file, NamedFiles.DIGEST_SHOWN))
            .toList();
    if (named.isEmpty()) {
      options.say(err, "cli.withdraw.unknown", file);
      return ExitCode.USAGE;
    }
    if (NamedFiles.ambiguous(named)) {
      options.say(err, "cli.file.several", file, NamedFiles.choices(named));
      return ExitCode.USAGE;
    }
    FileAnswered newest = named.get(named.size() - 1);
    Archive archive = Archive.of(options.folder().home());
    String kept = Note.kept(note, archive);
    journal.append(new Entry.Withdrawn(newest.receipt(), by, kept));
    options.say(spec.commandLine().getOut(), "cli.withdraw.done", newest.file().inboxName(), by);
    journal.state().sources().source(newest.file()).ifPresent(source -> fetched(source, newest));
    return ExitCode.DONE;
  }

  /** Whoever takes back what comes by itself waits for a new one that never comes. */
  private void fetched(String source, FileAnswered file) {
    String unit = file.file().unit();
    options.say(
        spec.commandLine().getOut(),
        "cli.withdraw.fetched",
        source,
        unit.isEmpty() ? "" : options.messages().text("cli.withdraw.fetched.unit", unit));
  }
}
