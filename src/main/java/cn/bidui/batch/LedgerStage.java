package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.Rules;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.Ledger;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightCounts;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.Past;
import cn.bidui.ledger.Sender;
import cn.bidui.ledger.cases.CaseBook;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Stage {@code ledger}: tonight's findings held against those of the night before. */
final class LedgerStage {

  private final NightOrder order;
  private final OpenRecord record;

  LedgerStage(NightOrder order, OpenRecord record) {
    this.order = order;
    this.record = record;
  }

  /** What a publication said, from the archive. */
  static List<LedgerFinding> findings(Archive archive, Published night) throws IOException {
    try (InputStream blob = archive.open(night.findings())) {
      return FindingsBlob.read(blob);
    }
  }

  void run(NightWork work) throws IOException {
    Judgement tonight = NightWork.done(work.judgement);
    Optional<Published> before = record.state().publicationBefore(order.asOf());
    Past past =
        before.isEmpty()
            ? Past.NONE
            : new Past(
                findings(record.archive(), before.get()),
                record.state().resolvedBefore(order.asOf()));
    Set<String> suspended = suspended(tonight.tallies());
    work.ledger = Ledger.advance(tonight, past, record.state().answers(), order.asOf(), suspended);
    work.totals = NightTotals.of(order.asOf(), past.findings(), work.ledger);
    work.counts =
        NightCounts.of(order.asOf(), past.findings(), work.ledger, tonight.tallies(), lists(work));
    CaseBook.Terms terms = CaseTerms.of(order.job().cases(), tonight.tallies(), record.archive());
    work.classes = CaseClasses.of(work);
    work.cases =
        CaseBook.after(work.ledger, record.state().cases(), order.asOf(), terms)
            .staffed(
                new KeptText(record.archive()).duties(record.state()),
                each -> work.classes.getOrDefault(each.caseId(), ""));
    if (!work.whatIf) {
      record
          .journal()
          .appendAll(Entry.Transitions.blocks(work.runId, order.asOf(), work.ledger.transitions()));
    }
  }

  /**
   * Rules that found nothing because they did not look: a list is missing, or the job has them off.
   */
  private static Set<String> suspended(List<RuleTally> tallies) {
    Set<String> suspended = Rules.all().stream().map(RuleCard::code).collect(Collectors.toSet());
    tallies.stream().filter(RuleTally::evaluated).map(RuleTally::rule).forEach(suspended::remove);
    tallies.stream()
        .filter(tally -> !tally.evaluated())
        .map(RuleTally::rule)
        .forEach(suspended::add);
    return suspended;
  }

  private NightCounts.Lists lists(NightWork work) {
    SortedSet<Sender> expected = new TreeSet<>();
    order
        .settings()
        .submitters()
        .forEach((unit, lists) -> lists.forEach(list -> expected.add(new Sender(unit, list))));
    return new NightCounts.Lists(
        expected.isEmpty() ? Sender.everSeen(record.state().answeredFiles()) : expected,
        work.files,
        sender -> {
          OptionalInt most = order.settings().list(sender.list()).maxAgeDays();
          return most.isPresent() ? most.getAsInt() : NightCounts.ANY_AGE;
        });
  }
}
