package cn.bidui.cli;

import cn.bidui.cli.Undoing.Found;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseEvent;
import cn.bidui.ledger.cases.CaseFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui undo LINE|FINDING|CASE --by NAME}: takes back an answer or an act on a case. Nothing
 * is deleted: that it was taken back is a line of its own.
 */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(
      index = "0",
      paramLabel = "LINE|FINDING|CASE",
      arity = "0..1",
      descriptionKey = "undo.what")
  private String what = "";

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "answer.note")
  private String note = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (what.isBlank() || by.isBlank()) {
      options.say(err, what.isBlank() ? "cli.undo.incomplete" : "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, WAIT).journal(this::undo);
  }

  private int undo(Journal journal) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Archive archive = options.archive(journal.state());
    CaseDesk desk = new CaseDesk(options, err);
    Optional<CaseBook> book = desk.book(journal.state(), archive);
    if (book.isEmpty()) {
      return ExitCode.USAGE;
    }
    JournalReader reader = JournalReader.of(options.folder().home());
    Found found = new Undoing(journal.state(), book.get(), reader).find(what.strip());
    if (found instanceof Found.Refused refused) {
      options.say(err, refused.reason(), what, refused.word());
      return ExitCode.USAGE;
    }
    Found.Lines lines = (Found.Lines) found;
    String kept = Note.kept(note, archive);
    journal.append(new Entry.Undone(lines.lines(), by.strip(), options.asOf(), kept));
    tell(lines, book.get(), desk.book(journal.state(), archive).orElse(book.get()));
    return ExitCode.DONE;
  }

  private void tell(Found.Lines lines, CaseBook before, CaseBook now) {
    PrintWriter out = spec.commandLine().getOut();
    long last = lines.lines().get(lines.lines().size() - 1);
    String what = lines.what().words(options.messages());
    options.say(out, "cli.undo.done", last, what, lines.said(), by.strip());
    if (lines.lines().size() > 1) {
      options.say(out, "cli.undo.rulings", lines.lines().size() - 1);
    }
    Optional<CaseFile> file = CaseDesk.find(now, lines.about());
    if (file.isPresent()) {
      CaseDesk.find(before, lines.about()).ifPresent(was -> rested(was, file.get(), lines));
      options.say(out, "cli.undo.now", file.get().caseId());
      new CaseScreen(options, out).brief(file.get());
    }
  }

  /** What was recorded later and rested on it: a return visit to an answer, say. */
  private void rested(CaseFile was, CaseFile now, Found.Lines lines) {
    Set<Long> left = now.history().stream().map(CaseEvent::seq).collect(Collectors.toSet());
    was.history().stream()
        .filter(event -> event.seq() > lines.lines().get(0))
        .filter(event -> !left.contains(event.seq()) && !lines.lines().contains(event.seq()))
        .forEach(this::rested);
  }

  private void rested(CaseEvent event) {
    options.say(
        spec.commandLine().getOut(),
        "cli.undo.rested",
        event.seq(),
        event.label(options.messages()),
        event.by());
  }
}
