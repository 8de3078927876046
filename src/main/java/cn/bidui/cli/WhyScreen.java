package cn.bidui.cli;

import cn.bidui.batch.ModelInUse;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.ReplayedFinding;
import cn.bidui.batch.ReplayedFinding.Outcome;
import cn.bidui.judge.Judge;
import cn.bidui.judge.evidence.KeptNight;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Transition;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.Waterfalls;
import cn.bidui.person.PersonName;
import cn.bidui.report.Substitutes;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a finding stood in the report of a night, from what is on record. */
final class WhyScreen {

  private final Options options;
  private final PrintWriter out;
  private final FindingScreen screen;
  private final Published night;
  private final NightOrder order;
  private final Archive archive;

  /** What the journal says of the finding, before and after the night. */
  private final List<JournalLine> lines = new ArrayList<>();

  private long publishedAt;

  /**
   * For one night.
   *
   * @param order as it was archived with the night
   */
  WhyScreen(Options options, PrintWriter out, Published night, NightOrder order, Archive archive) {
    this.options = options;
    this.out = out;
    this.screen = new FindingScreen(options, out);
    this.night = night;
    this.order = order;
    this.archive = archive;
  }

  /** Tells all of it; returns the exit code. */
  int tell(LedgerFinding found, boolean whole) throws IOException {
    JournalReader journal = JournalReader.of(options.folder().home());
    JournalState then =
        journal.stateBefore(this::published, line -> remember(line, found.finding().id()));
    Optional<KeptNight> kept = ReplayedFinding.kept(night, archive);
    Finding finding = found.finding();
    Optional<WhyCells> cells =
        kept.map(rows -> new WhyCells(rows, finding, options.messages(), whole));
    head(found, cells.map(WhyCells::nameless).orElseGet(() -> alone(finding, whole)));
    rule(finding);
    if (cells.isPresent()) {
      rows(cells.get(), then);
      links(cells.get(), new ModelInUse(then, archive).limits(order));
    } else {
      finding.evidence().forEach(place -> row(place, then));
    }
    answers(finding, then);
    history(found);
    return replay(found, kept, then);
  }

  private boolean published(Entry entry) {
    return entry instanceof Published same && same.runId().equals(night.runId());
  }

  private void say(String key, Object... words) {
    options.say(out, key, words);
  }

  private static Substitutes alone(Finding finding, boolean whole) {
    return new Substitutes(
        whole ? Map.of() : Map.of(finding.name(), PersonName.of(finding.name()).masked()));
  }

  private void head(LedgerFinding found, Substitutes nameless) {
    say("cli.why.night", night.asOf(), night.runId(), publishedAt, night.software());
    screen.head(found, nameless);
  }

  private void rule(Finding finding) {
    say("cli.why.rules", night.jobs(), order.job().name());
    Judge.limits(finding.rule(), order.policies(), order.job().rules())
        .forEach((limit, value) -> say("cli.why.limit", limit, value));
    if (!order.job().policies().isEmpty()) {
      say("cli.why.policies", String.join("、", order.job().policies()));
    }
    say("cli.explain.source", options.messages().text("rule." + finding.rule() + ".source"));
  }

  private void rows(WhyCells cells, JournalState then) {
    say("cli.explain.cells");
    for (WhyCells.Spot spot : cells.evidence()) {
      row(spot.row().place(), then);
      say("cli.why.values", String.join("；", cells.cells(spot)));
    }
  }

  private void row(RowRef place, JournalState then) {
    int receipt =
        then.readUnder(place.file().sha256()).map(known -> then.shown(known.number())).orElse(0);
    screen.cell(place);
    say("cli.why.receipt", receipt, place.file().sha256());
  }

  private void links(WhyCells cells, LinkLimits limits) {
    List<WhyCells.Spot> spots = cells.evidence();
    if (spots.isEmpty()) {
      return;
    }
    say("cli.explain.links");
    spots.forEach(spot -> say("cli.explain.line", cells.linked(spot)));
    Waterfalls waterfalls = new Waterfalls(limits);
    WhyCells.Spot first = spots.get(0);
    for (WhyCells.Spot other : spots.subList(1, spots.size())) {
      if (first.row().person() >= 0 && other.row().person() >= 0) {
        say("cli.explain.pair", cells.place(first.row().place()), cells.place(other.row().place()));
        cells.pieces(first, other, waterfalls).forEach(line -> say("cli.explain.line", line));
      }
    }
  }

  private void answers(Finding finding, JournalState then) {
    Optional<Answers.Answer> answer = then.answers().to(finding.id());
    if (answer.isPresent()) {
      Entry.Answered said = answer.get().said();
      say(
          "cli.why.answer",
          answer.get().seq(),
          said.asOf(),
          said.by(),
          answer.get().outcome(),
          said.until() == null ? screen.shown("") : said.until());
    } else {
      say("cli.why.no-answer");
    }
  }

  private void remember(JournalLine line, String id) {
    Entry entry = line.entry();
    if (published(entry)) {
      publishedAt = line.seq();
      lines.add(line);
    } else if (entry instanceof Entry.Transitions moved
        && moved.transitions().stream().anyMatch(each -> each.findingId().equals(id))) {
      lines.add(line);
    } else if (entry instanceof Entry.Answered answered && answered.findingId().equals(id)) {
      lines.add(line);
    } else if (entry instanceof Entry.Undone undone && undoes(undone)) {
      lines.add(line);
    }
  }

  /** Whether it takes back a line that is told. */
  private boolean undoes(Entry.Undone undone) {
    Set<Long> told = new HashSet<>();
    lines.forEach(line -> told.add(line.seq()));
    return undone.lines().stream().anyMatch(told::contains);
  }

  private void history(LedgerFinding found) {
    say("cli.why.journal");
    for (JournalLine line : lines) {
      history(line, found.finding().id());
    }
  }

  private void history(JournalLine line, String id) {
    Entry entry = line.entry();
    if (entry instanceof Entry.Transitions moved) {
      for (Transition transition : moved.transitions()) {
        if (transition.findingId().equals(id)) {
          String state = options.messages().text("report.state." + transition.to().code());
          say("cli.why.moved", line.seq(), moved.asOf(), state, moved.runId());
        }
      }
    } else if (entry instanceof Entry.Answered answered) {
      String outcome = screen.outcome(answered);
      say("cli.why.answered", line.seq(), answered.asOf(), answered.by(), outcome);
    } else if (entry instanceof Entry.Undone undone) {
      say("cli.why.undone", line.seq(), undone.asOf(), undone.by());
    } else {
      say("cli.why.published", line.seq(), night.asOf());
    }
  }

  private int replay(LedgerFinding found, Optional<KeptNight> kept, JournalState then)
      throws IOException {
    if (kept.isEmpty()) {
      Optional<LocalDate> removed = removed();
      if (removed.isPresent()) {
        say("cli.why.removed", removed.get());
      } else {
        say("cli.why.nothing-kept", night.software());
      }
      return ExitCode.HELD;
    }
    HomeKey key = HomeKey.open(options.folder().home(), then.keyFingerprint());
    Outcome outcome = new ReplayedFinding(order, night, then, archive, key).of(found, kept.get());
    say("cli.why.versions", night.software(), Version.number());
    return told(outcome);
  }

  /** The day on which what the night kept was removed, by a deletion or by retention. */
  private Optional<LocalDate> removed() throws IOException {
    String digest = ReplayedFinding.evidence(night);
    JournalState state = JournalOutline.of(options.folder().home(), List.of()).state();
    return state
        .replacements()
        .of(digest)
        .map(Entry.Replaced::asOf)
        .or(() -> state.keeping().goneOn(digest));
  }

  private int told(Outcome outcome) {
    if (outcome instanceof Outcome.Same) {
      say("cli.why.same");
      return ExitCode.DONE;
    } else if (outcome instanceof Outcome.StillGone) {
      say("cli.why.still-gone");
      return ExitCode.DONE;
    } else if (outcome instanceof Outcome.Carried) {
      say("cli.why.carried");
      return ExitCode.DONE;
    } else if (outcome instanceof Outcome.Differs differs) {
      List<String> parts =
          differs.parts().stream()
              .map(part -> options.messages().text("cli.why.part." + part))
              .toList();
      say("cli.why.differs", String.join("、", parts));
      return ExitCode.HELD;
    }
    say("cli.why.needs-county");
    return ExitCode.HELD;
  }
}
