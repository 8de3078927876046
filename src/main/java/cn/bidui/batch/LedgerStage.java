package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.Ledger;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.Past;
import cn.bidui.ledger.cases.CaseBook;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Set<String> suspended =
        tonight.tallies().stream()
            .filter(tally -> !tally.evaluated())
            .map(RuleTally::rule)
            .collect(Collectors.toSet());
    work.ledger = Ledger.advance(tonight, past, record.state().answers(), order.asOf(), suspended);
    work.totals = NightTotals.of(order.asOf(), past.findings(), work.ledger);
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
}
