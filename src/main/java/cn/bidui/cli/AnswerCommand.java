package cn.bidui.cli;

import cn.bidui.batch.EvidenceRows;
import cn.bidui.batch.IdentityRuling;
import cn.bidui.batch.IdentityRuling.Made;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.AnswerProblem;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.Proof;
import cn.bidui.plan.ColumnProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
@Command(name = "answer")
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

  @Option(names = "--evidence", paramLabel = "KIND", descriptionKey = "answer.evidence")
  private String evidence = "";

  @Option(names = "--verified-by", paramLabel = "NAME", descriptionKey = "answer.verified-by")
  private String verifiedBy = "";

  @Option(names = "--verified-on", paramLabel = "YYYY-MM-DD", descriptionKey = "answer.verified-on")
  private @Nullable LocalDate verifiedOn;

  @Option(names = "--list", descriptionKey = "answer.list")
  private boolean list;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (list) {
      new OutcomeCatalog(options.messages()).print(out);
      return ExitCode.DONE;
    }
    if (finding.isEmpty() || outcome.isEmpty() || by.isBlank()) {
      options.say(err, outcome.isEmpty() ? "cli.answer.incomplete" : "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (!evidence.isBlank() && EvidenceKind.find(evidence).isEmpty()) {
      options.say(err, "cli.answer.unknown-evidence", evidence);
      return ExitCode.USAGE;
    }
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, WAIT).journal(journal -> record(journal, out, err));
  }

  private int record(Journal journal, PrintWriter out, PrintWriter err) throws IOException {
    Archive archive = options.archive(journal.state());
    Optional<LedgerFinding> found = PublishedFindings.find(finding, journal.state(), archive);
    if (found.isEmpty()) {
      options.say(err, "cli.answer.unknown-finding", finding);
      return ExitCode.USAGE;
    }
    Entry.Answered typed = answered(found.get(), outcome, "");
    List<AnswerProblem> problems = problems(found.get(), typed);
    for (AnswerProblem problem : problems) {
      options.say(err, problem.key(), finding, outcome);
    }
    Optional<OutcomeCode> code = OutcomeCode.find(outcome);
    if (!problems.isEmpty() || code.isEmpty()) {
      return ExitCode.USAGE;
    }
    Made made = ruling(found.get().finding(), code.get(), journal.state(), archive);
    if (made instanceof Made.Refused refused) {
      options.say(err, "cli.answer." + refused.reason().code(), finding, refused.word());
      return ExitCode.USAGE;
    }
    Made.Stands stands = (Made.Stands) made;
    String kept = Note.kept(note, archive);
    List<Entry> entries = new ArrayList<>(stands.pins());
    Entry.Answered said = Answers.dated(answered(found.get(), code.get().name(), kept));
    entries.add(said);
    if (recorded(said, journal.state())) {
      options.say(out, "cli.answer.known", said.findingId());
      return ExitCode.DONE;
    }
    journal.appendAll(entries);
    options.say(
        out,
        "cli.answer.done",
        found.get().finding().id(),
        code.get().label(options.messages()),
        by);
    tell(out, said, code.get());
    if (!stands.remark().isEmpty()) {
      options.say(out, "cli.answer." + stands.remark(), found.get().finding().id(), stands.word());
    }
    return ExitCode.DONE;
  }

  /** Whether it is the last answer already: the same command again after it was cut short. */
  private static boolean recorded(Entry.Answered said, JournalState state) {
    return state
        .answers()
        .to(said.findingId())
        .map(Answers.Answer::said)
        .filter(said::equals)
        .isPresent();
  }

  /** Until when it stands, and which paper would show it. */
  private void tell(PrintWriter out, Entry.Answered said, OutcomeCode code) {
    if (said.until() != null) {
      options.say(out, "cli.answer.until", said.until());
    }
    if (said.proof().evidence() == null && !code.evidence().isEmpty()) {
      options.say(
          out, "cli.answer.evidence-wanted", OutcomeCatalog.evidence(code, options.messages()));
    }
  }

  /** A ruling on identity can be turned round although it has settled the question. */
  private static List<AnswerProblem> problems(LedgerFinding found, Entry.Answered typed) {
    List<AnswerProblem> problems = new ArrayList<>(Answers.check(List.of(found), typed));
    if (OutcomeCode.find(typed.outcome())
        .filter(code -> IdentityRuling.concerns(code, found.finding()))
        .isPresent()) {
      problems.remove(AnswerProblem.FINDING_RESOLVED);
    }
    return problems;
  }

  private Made ruling(Finding about, OutcomeCode code, JournalState state, Archive archive)
      throws IOException {
    if (!IdentityRuling.concerns(code, about)) {
      return Made.Stands.ALONE;
    }
    Optional<ColumnProfiles> profiles = new Order(options, spec.commandLine().getErr()).profiles();
    if (profiles.isEmpty()) {
      return new Made.Refused(Made.Reason.ROWS_GONE, "");
    }
    EvidenceRows rows = EvidenceRows.read(about.evidence(), archive, state, profiles.get());
    HomeKey key = HomeKey.open(options.folder().home(), state.keyFingerprint());
    return new IdentityRuling(state.pins(), key.handles()).make(code, about, rows, by.strip());
  }

  private Entry.Answered answered(LedgerFinding found, String code, String kept) {
    return new Entry.Answered(
        found.finding().id(),
        code,
        by,
        until,
        kept,
        found.finding().facts(),
        options.asOf(),
        new Proof(EvidenceKind.find(evidence).orElse(null), verifiedBy.strip(), verifiedOn));
  }
}
