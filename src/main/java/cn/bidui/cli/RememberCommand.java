package cn.bidui.cli;

import cn.bidui.intake.HeaderSettling;
import cn.bidui.intake.HeaderSettling.Said;
import cn.bidui.intake.HeaderSettling.Settled;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalReader;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.HeaderMemory;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.RememberedHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui remember FILE --as LIST --by NAME}: what headers like this one mean, for all files
 * that are received from now on.
 */
@Command(name = "remember")
final class RememberCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FILE", descriptionKey = "remember.file")
  private Path file = Path.of("");

  @Option(names = "--as", paramLabel = "LIST", descriptionKey = "remember.as")
  private String as = "";

  @Option(names = "--column", paramLabel = "COLUMN=FIELD", descriptionKey = "remember.column")
  private List<String> columns = new ArrayList<>();

  @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "remember.sheet")
  private String sheet = "";

  @Option(names = "--forget", descriptionKey = "remember.forget")
  private boolean forget;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (by.isBlank() || (as.isBlank() && !forget)) {
      options.say(err, by.isBlank() ? "cli.by.missing" : "cli.remember.incomplete");
      return ExitCode.USAGE;
    }
    if (!Files.isRegularFile(file)) {
      options.say(err, "cli.inspect.missing", file);
      return ExitCode.IO;
    }
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    Optional<ColumnProfiles> profiles = new Order(options, err).profiles();
    if (profiles.isEmpty()) {
      return ExitCode.USAGE;
    }
    HeaderMemory memory = JournalReader.of(options.folder().home()).state().headers();
    Intake intake = new Intake(profiles.get(), IntakeLimits.defaults());
    return forget ? forget(intake.remembering(memory)) : remember(intake, memory);
  }

  private int remember(Intake intake, HeaderMemory memory) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String name = file.getFileName().toString();
    Settled settled =
        new HeaderSettling(intake.remembering(memory))
            .settle(file, name, new Said(sheet, as.strip(), columns, by));
    if (settled instanceof Settled.Mistaken mistaken) {
      mistaken.mistakes().forEach(this::tell);
      return ExitCode.USAGE;
    }
    RememberedHeader header = ((Settled.Decided) settled).header();
    boolean read =
        new InspectedFile(options, out).show(intake.remembering(memory.with(header)), file);
    if (!read) {
      options.say(err, "cli.remember.refused");
      return ExitCode.REFUSED;
    }
    int exit = journal(List.of(new Entry.HeaderRemembered(header)));
    if (exit == ExitCode.DONE) {
      options.say(out, "cli.remember.done", name, header.profile(), by);
    }
    return exit;
  }

  private int forget(Intake intake) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String fingerprint : new HeaderSettling(intake).remembered(file)) {
      entries.add(new Entry.HeaderForgotten(fingerprint, by));
    }
    if (entries.isEmpty()) {
      options.say(spec.commandLine().getErr(), "cli.remember.nothing", file.getFileName());
      return ExitCode.USAGE;
    }
    int exit = journal(entries);
    if (exit == ExitCode.DONE) {
      options.say(spec.commandLine().getOut(), "cli.remember.forgotten", file.getFileName(), by);
    }
    return exit;
  }

  private void tell(Mistake mistake) {
    String what = options.messages().text(mistake.key(), mistake.words().toArray());
    options.say(spec.commandLine().getErr(), "cli.mistake.file", mistake.file(), what);
  }

  private int journal(List<Entry> entries) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    return new UnderLease(options, err, WAIT)
        .journal(
            journal -> {
              journal.appendAll(entries);
              return ExitCode.DONE;
            });
  }
}
