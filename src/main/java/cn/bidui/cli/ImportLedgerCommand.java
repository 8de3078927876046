package cn.bidui.cli;

import cn.bidui.intake.FileReading;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.LedgerImported;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.report.OwnLedgerBook;
import cn.bidui.source.Content;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui import-ledger FILE --by NAME}: takes what a bureau already knew from a ledger of its
 * own. What cannot be taken without a guess is listed in a workbook.
 */
@Command(name = "import-ledger")
final class ImportLedgerCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      arity = "0..1",
      descriptionKey = "import-ledger.file")
  private @Nullable Path given;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--dry-run", descriptionKey = "import-ledger.dry-run")
  private boolean dry;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "import-ledger.out")
  private @Nullable Path target;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What is needed before the ledger is opened. */
  private record Ready(Path file, OwnLedgerRules rules, ColumnProfiles profiles) {
    String name() {
      return String.valueOf(file.getFileName());
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (given == null || by.isBlank()) {
      options.say(err, given == null ? "cli.import.incomplete" : "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    if (!Files.isRegularFile(given)) {
      options.say(err, "cli.inspect.missing", given);
      return ExitCode.IO;
    }
    Optional<Ready> ready = ready(given.toAbsolutePath(), err);
    if (ready.isEmpty()) {
      return ExitCode.USAGE;
    }
    return dry
        ? tried(ready.get(), err)
        : new UnderLease(options, err, WAIT).journal(journal -> taken(ready.get(), journal, err));
  }

  private Optional<Ready> ready(Path file, PrintWriter err) throws IOException {
    Order order = new Order(options, err);
    Optional<ColumnProfiles> profiles = order.profiles();
    @Nullable Path jobs = options.jobs();
    if (profiles.isEmpty() || jobs == null) {
      return Optional.empty();
    }
    if (!OwnLedgerRules.in(jobs)) {
      options.say(err, "cli.import.rules-missing", jobs.resolve("ledger"));
      return Optional.empty();
    }
    Mistakes mistakes = new Mistakes();
    OwnLedgerRules rules = OwnLedgerRules.read(jobs, mistakes);
    return order.sound(mistakes)
        ? Optional.of(new Ready(file, rules, profiles.get()))
        : Optional.empty();
  }

  /** Shows what would be taken; the work folder stays as it is. */
  private int tried(Ready ready, PrintWriter err) throws IOException {
    JournalState state = JournalReader.of(options.folder().home()).state();
    Optional<Integer> refused = refused(ready, state, Archive.digest(ready.file()), target, err);
    if (refused.isPresent()) {
      return refused.get();
    }
    OwnLedgerImport result = read(ready, Content.of(ready.file()), state, options.archive(state));
    ImportTold told = new ImportTold(options, spec.commandLine().getOut(), ready.name());
    if (result.file().reading() instanceof FileReading.Refused no) {
      return told.refused(no);
    }
    boolean listed = list(result, target);
    told.tried(result);
    told.listedIn(listed ? target : null);
    return result.left().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** The list of what is left stands before anything is journaled: it cannot be made again. */
  private int taken(Ready ready, Journal journal, PrintWriter err) throws IOException {
    Path listed = target == null ? beside(ready.file()) : target;
    JournalState state = journal.state();
    Optional<Integer> refused = refused(ready, state, Archive.digest(ready.file()), listed, err);
    if (refused.isPresent()) {
      return refused.get();
    }
    Archive archive = options.archive(state);
    String sha256 = archive.put(ready.file());
    OwnLedgerImport result = read(ready, archive.content(sha256), state, archive);
    ImportTold told = new ImportTold(options, spec.commandLine().getOut(), ready.name());
    if (result.file().reading() instanceof FileReading.Refused no) {
      return told.refused(no);
    }
    boolean written = list(result, listed);
    if (!result.taken().isEmpty()) {
      journal.appendAll(result.entries(archive, sha256, by));
    }
    told.taken(result, by);
    told.listedIn(written ? listed : null);
    return result.left().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** What speaks against reading it at all; told. */
  private Optional<Integer> refused(
      Ready ready, JournalState state, String sha256, @Nullable Path listed, PrintWriter err) {
    Optional<LedgerImported> before = state.ledgerImported(sha256);
    if (before.isPresent()) {
      options.say(err, "cli.import.twice", ready.name(), before.get().by(), before.get().taken());
      return Optional.of(ExitCode.REFUSED);
    }
    if (state.latest().isEmpty()) {
      options.say(err, "cli.import.nothing-published");
      return Optional.of(ExitCode.USAGE);
    }
    if (listed != null && Files.exists(listed)) {
      options.say(err, "cli.import.out-exists", listed);
      return Optional.of(ExitCode.USAGE);
    }
    return Optional.empty();
  }

  private OwnLedgerImport read(Ready ready, Content content, JournalState state, Archive archive)
      throws IOException {
    Published night = state.latest().orElseThrow();
    return OwnLedgerImport.of(
        content,
        ready.name(),
        ready.rules(),
        new OwnLedgerImport.OnRecord(state, archive, ready.profiles()),
        night,
        options.asOf(),
        by.strip());
  }

  private boolean list(OwnLedgerImport result, @Nullable Path listed) throws IOException {
    if (listed == null || result.left().isEmpty()) {
      return false;
    }
    OwnLedgerBook.write(options.asOf(), result.left(), listed.toAbsolutePath());
    return true;
  }

  /** {@code 台账.xlsx} → {@code 台账__导入结果.xlsx}. */
  private Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return file.resolveSibling(options.messages().text("cli.import.out-name", stem));
  }
}
