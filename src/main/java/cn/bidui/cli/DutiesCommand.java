package cn.bidui.cli;

import cn.bidui.batch.Cases;
import cn.bidui.batch.KnownPlaces;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Duties.Duty;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.report.DutyBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui duties}: shows the table of duties; with {@code --template FILE} writes it as a
 * workbook to be filled in, with {@code FILE --by NAME} takes a filled-in one.
 */
@Command(name = "duties")
final class DutiesCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(index = "0", paramLabel = "FILE", arity = "0..1", descriptionKey = "duties.file")
  private @Nullable Path file;

  @Option(names = "--template", paramLabel = "FILE", descriptionKey = "duties.template")
  private @Nullable Path template;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    if (file != null) {
      return take(file, err);
    }
    JournalState state = JournalReader.of(options.folder().home()).state();
    Archive archive = Archive.of(options.folder().home());
    return template == null
        ? show(new Cases(state, archive).duties())
        : write(template, state, archive);
  }

  private int show(Duties duties) {
    PrintWriter out = spec.commandLine().getOut();
    options.say(
        out, duties.all().isEmpty() ? "cli.duties.none" : "cli.duties.count", duties.all().size());
    for (Duty duty : duties.all()) {
      options.say(
          out,
          "cli.duties.line",
          duty.role().label(options.messages()),
          duty.place(),
          duty.className(),
          duty.name());
    }
    return ExitCode.DONE;
  }

  private int write(Path target, JournalState state, Archive archive) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (Files.exists(target)) {
      options.say(err, "cli.report.there", target);
      return ExitCode.USAGE;
    }
    KnownPlaces places = KnownPlaces.of(state, archive);
    if (places.schools().isEmpty()) {
      options.say(err, "cli.duties.no-places");
      return ExitCode.USAGE;
    }
    List<DutyBook.Line> lines = DutyLines.of(places, new Cases(state, archive).duties());
    DutyBook.write(options.asOf(), lines, target);
    long named = lines.stream().filter(line -> !line.name().isEmpty()).count();
    options.say(spec.commandLine().getOut(), "cli.duties.written", lines.size(), named, target);
    return ExitCode.DONE;
  }

  private int take(Path workbook, PrintWriter err) throws IOException {
    if (by.isBlank()) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (!Files.isRegularFile(workbook)) {
      options.say(err, "cli.inspect.missing", workbook);
      return ExitCode.IO;
    }
    return new UnderLease(options, err, WAIT).journal(journal -> take(workbook, journal, err));
  }

  private int take(Path workbook, Journal journal, PrintWriter err) throws IOException {
    Archive archive = Archive.of(options.folder().home());
    DutySheet sheet = DutySheet.read(workbook, KnownPlaces.of(journal.state(), archive));
    String name = String.valueOf(workbook.getFileName());
    for (DutySheet.Wrong wrong : sheet.wrong()) {
      options.say(err, wrong.reason(), name, wrong.row(), wrong.word());
    }
    boolean empty = sheet.wrong().isEmpty() && sheet.duties().all().isEmpty();
    if (empty) {
      options.say(err, "cli.duties.nobody", name, sheet.blank());
    }
    if (empty || sheet.refused()) {
      options.say(err, "cli.duties.refused", name);
      return ExitCode.REFUSED;
    }
    int before = new Cases(journal.state(), archive).duties().all().size();
    Duties duties = sheet.duties();
    String kept = archive.put(duties.write().getBytes(StandardCharsets.UTF_8));
    journal.append(new Entry.DutiesTaken(kept, by.strip(), options.asOf()));
    options.say(
        spec.commandLine().getOut(),
        "cli.duties.taken",
        duties.all().size(),
        sheet.blank(),
        before,
        by.strip());
    return ExitCode.DONE;
  }
}
