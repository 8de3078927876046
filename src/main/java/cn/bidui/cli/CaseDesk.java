package cn.bidui.cli;

import cn.bidui.batch.Cases;
import cn.bidui.batch.NightOrder;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** Cases between two nights: told from the journal by the terms of the last publication. */
final class CaseDesk {

  private final Options options;
  private final PrintWriter err;

  CaseDesk(Options options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /** All cases as they stand now; empty if there are none yet, which has been told. */
  Optional<CaseBook> book(JournalState state, Archive archive) throws IOException {
    Optional<Published> latest = state.latest();
    if (latest.isEmpty()) {
      options.sayNothingPublished(err, "cli.explain.none");
      return Optional.empty();
    }
    Optional<NightOrder> order = new Order(options, err).of(latest.get(), archive);
    return order.map(then -> new Cases(state, archive).now(then.job().cases(), options.asOf()));
  }

  /** The case that {@code id} names, by its own id or by that of one of its findings. */
  static Optional<CaseFile> find(CaseBook book, String id) {
    String wanted = id.strip();
    return book.cases().values().stream()
        .filter(file -> file.caseId().equalsIgnoreCase(wanted) || hasFinding(file, wanted))
        .findFirst();
  }

  private static boolean hasFinding(CaseFile file, String id) {
    return file.findings().stream().anyMatch(id::equalsIgnoreCase);
  }
}
