package cn.bidui.cli;

import cn.bidui.ledger.AnswerProblem;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.OutcomeCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui answer FINDING OUTCOME --by NAME}: a person's answer to a finding. */
@Command(name = "answer", resourceBundle = "messages.usage")
final class AnswerCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(
      index = "0",
      paramLabel = "FINDING",
      arity = "0..1",
      descriptionKey = "answer.finding")
  private String finding = "";

  @Parameters(
      index = "1",
      paramLabel = "OUTCOME",
      arity = "0..1",
      descriptionKey = "answer.outcome")
  private String outcome = "";

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--until", paramLabel = "YYYY-MM-DD", descriptionKey = "answer.until")
  private @Nullable LocalDate until;

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "answer.note")
  private String note = "";

  @Option(names = "--list", descriptionKey = "answer.list")
  private boolean list;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (list) {
      for (OutcomeCode code : OutcomeCode.values()) {
        out.println(code.name() + "  " + code.label(options.messages()));
      }
      return ExitCode.DONE;
    }
    if (finding.isEmpty() || outcome.isEmpty() || by.isBlank()) {
      options.say(err, outcome.isEmpty() ? "cli.answer.incomplete" : "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (!Files.isRegularFile(options.folder().settings())) {
      options.say(err, "cli.home.missing", options.folder().home());
      return ExitCode.USAGE;
    }
    LeaseOutcome lease = Lease.acquire(options.folder().home(), WAIT, options.clock());
    if (lease instanceof LeaseOutcome.Busy busy) {
      LeaseOutcome.Holder holder = busy.holder();
      options.say(err, "cli.busy", holder.pid(), holder.host(), holder.since());
      return ExitCode.BUSY;
    }
    try (Lease held = ((LeaseOutcome.Held) lease).lease();
        Journal journal = Journal.open(options.folder().home(), held, options.clock())) {
      return record(journal, out, err);
    }
  }

  private int record(Journal journal, PrintWriter out, PrintWriter err) throws IOException {
    Archive archive = Archive.of(options.folder().home());
    Optional<LedgerFinding> found = PublishedFindings.find(finding, journal.state(), archive);
    if (found.isEmpty()) {
      options.say(err, "cli.answer.unknown-finding", finding);
      return ExitCode.USAGE;
    }
    Entry.Answered typed = answered(found.get(), outcome, "");
    List<AnswerProblem> problems = Answers.check(List.of(found.get()), typed);
    for (AnswerProblem problem : problems) {
      options.say(err, problem.key(), finding, outcome);
    }
    Optional<OutcomeCode> code = OutcomeCode.find(outcome);
    if (!problems.isEmpty() || code.isEmpty()) {
      return ExitCode.USAGE;
    }
    String kept = note.isBlank() ? "" : archive.put(note.strip().getBytes(StandardCharsets.UTF_8));
    journal.append(answered(found.get(), code.get().name(), kept));
    options.say(
        out,
        "cli.answer.done",
        found.get().finding().id(),
        code.get().label(options.messages()),
        by);
    return ExitCode.DONE;
  }

  private Entry.Answered answered(LedgerFinding found, String code, String kept) {
    return new Entry.Answered(
        found.finding().id(), code, by, until, kept, found.finding().facts(), options.asOf());
  }
}
