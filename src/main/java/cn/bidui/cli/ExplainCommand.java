package cn.bidui.cli;

import cn.bidui.batch.EvidenceRows;
import cn.bidui.batch.ModelInUse;
import cn.bidui.batch.NightOrder;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Transition;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.link.LinkLimits;
import cn.bidui.person.PersonName;
import cn.bidui.report.Substitutes;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui explain FINDING}: rule, evidence, cells, link pieces, policy, history, what would
 * close it. Reads journal and archive only, so it never waits for a run.
 */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

  private static final String REMOVED = "cli.explain.removed";
  private static final String REDUCED = "cli.explain.reduced";

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FINDING", arity = "1", descriptionKey = "explain.finding")
  private String id = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    JournalReader journal = JournalReader.of(options.folder().home());
    JournalState state = journal.state();
    Archive archive = options.archive(state);
    if (state.latest().isEmpty()) {
      options.sayNothingPublished(err, "cli.explain.none");
      return ExitCode.USAGE;
    }
    Optional<LedgerFinding> found = PublishedFindings.find(id, state, archive);
    if (found.isEmpty()) {
      options.say(err, "cli.explain.unknown", id);
      return ExitCode.USAGE;
    }
    Optional<EvidenceRows> rows = rows(found.get().finding(), state, archive);
    screen().head(found.get(), nameless(found.get().finding(), rows));
    cells(found.get().finding(), state);
    if (rows.isPresent()) {
      links(found.get(), rows.get(), state, archive);
    }
    closing(found.get().finding());
    history(found.get().finding(), journal);
    caseOf(found.get().finding(), state, archive);
    return ExitCode.DONE;
  }

  private void say(String key, Object... words) {
    options.say(spec.commandLine().getOut(), key, words);
  }

  private FindingScreen screen() {
    return new FindingScreen(options, spec.commandLine().getOut());
  }

  /** Masks every name that the evidence speaks of, as all of the screen does. */
  private static Substitutes nameless(Finding finding, Optional<EvidenceRows> rows) {
    Map<String, String> names = new HashMap<>();
    names.put(finding.name(), PersonName.of(finding.name()).masked());
    for (String name : rows.map(EvidenceRows::names).orElse(Set.of())) {
      PersonName person = PersonName.of(name);
      names.put(person.raw(), person.masked());
      names.put(person.folded(), person.masked());
    }
    return new Substitutes(names);
  }

  private Optional<EvidenceRows> rows(Finding finding, JournalState state, Archive archive)
      throws IOException {
    return new Order(options, spec.commandLine().getErr())
        .profiles()
        .map(profiles -> EvidenceRows.read(finding.evidence(), archive, state, profiles));
  }

  private void cells(Finding finding, JournalState state) {
    say("cli.explain.cells");
    for (RowRef place : finding.evidence()) {
      screen().cell(place);
      state
          .replacements()
          .of(place.file().sha256())
          .ifPresent(gone -> say(gone.rows().isEmpty() ? REMOVED : REDUCED, gone.asOf()));
    }
  }

  private void links(LedgerFinding entry, EvidenceRows rows, JournalState state, Archive archive)
      throws IOException {
    if (entry.finding().evidence().size() > 1) {
      new LinkPieces(options, spec.commandLine().getOut(), limits(entry, state, archive))
          .print(entry, rows);
    }
  }

  /** Of the night that listed the finding last: by its plan, and the model of then. */
  private LinkLimits limits(LedgerFinding entry, JournalState state, Archive archive)
      throws IOException {
    Optional<Entry.Published> night = state.publicationOf(entry.lastSeen()).or(state::latest);
    if (night.isEmpty()) {
      return LinkLimits.defaults();
    }
    Order reader = new Order(options, spec.commandLine().getErr());
    Optional<NightOrder> order = reader.of(night.get(), archive);
    JournalState then = JournalReader.of(options.folder().home()).stateBefore(night.get()::equals);
    return order.isPresent()
        ? new ModelInUse(then, archive).limits(order.get())
        : LinkLimits.defaults();
  }

  private void closing(Finding finding) {
    Messages messages = options.messages();
    say("cli.explain.source", messages.text("rule." + finding.rule() + ".source"));
    say("cli.explain.closes", messages.text("rule." + finding.rule() + ".closes"));
  }

  private void caseOf(Finding finding, JournalState state, Archive archive) throws IOException {
    Optional<CaseFile> file =
        new CaseDesk(options, spec.commandLine().getErr())
            .book(state, archive)
            .flatMap(book -> book.withFinding(finding.id()));
    if (file.isPresent()) {
      say("cli.explain.case", file.get().caseId());
      new CaseScreen(options, spec.commandLine().getOut()).brief(file.get());
    }
  }

  private void history(Finding finding, JournalReader journal) throws IOException {
    say("cli.explain.history");
    journal.read(1, line -> moved(finding, line));
  }

  private void moved(Finding finding, JournalLine line) {
    if (line.entry() instanceof Entry.Transitions moved) {
      for (Transition transition : moved.transitions()) {
        if (transition.findingId().equals(finding.id())) {
          say(
              "cli.explain.moved",
              moved.asOf(),
              options.messages().text("report.state." + transition.to().code()));
        }
      }
    } else if (line.entry() instanceof Entry.Answered answered
        && answered.findingId().equals(finding.id())) {
      String outcome = screen().outcome(answered);
      say("cli.explain.answered", answered.asOf(), answered.by(), outcome);
      proof(answered);
    }
  }

  private void proof(Entry.Answered answered) {
    @Nullable EvidenceKind evidence = answered.proof().evidence();
    if (evidence != null) {
      String shown = evidence.label(options.messages());
      say("cli.explain.proof", shown, answered.verifier(), answered.verifiedOn());
    }
    if (answered.until() != null) {
      say("cli.explain.until", answered.until());
    }
  }
}
