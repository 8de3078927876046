package cn.bidui.cli;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What was published, read from journal and archive alone. */
final class PublishedFindings {

  private PublishedFindings() {}

  /** The findings of the last publication; empty list if nothing was published. */
  static List<LedgerFinding> latest(JournalState state, Archive archive) throws IOException {
    Optional<Published> latest = state.latest();
    return latest.isEmpty() ? List.of() : of(latest.get(), archive);
  }

  private static List<LedgerFinding> of(Published night, Archive archive) throws IOException {
    if (!archive.holds(night.findings())) {
      // Removed by the retention rules; the last publication never is.
      return List.of();
    }
    try (InputStream blob = archive.open(night.findings())) {
      return FindingsBlob.read(blob);
    }
  }

  /** The finding of that id on one night. */
  static Optional<LedgerFinding> on(Published night, String id, Archive archive)
      throws IOException {
    return of(night, archive).stream()
        .filter(finding -> finding.finding().id().equalsIgnoreCase(id))
        .findFirst();
  }

  /** The finding of that id on the last night that listed it. */
  static Optional<LedgerFinding> find(String id, JournalState state, Archive archive)
      throws IOException {
    List<Published> nights = state.publications();
    for (int i = nights.size() - 1; i >= 0; i--) {
      for (LedgerFinding finding : of(nights.get(i), archive)) {
        if (finding.finding().id().equalsIgnoreCase(id)) {
          return Optional.of(finding);
        }
      }
    }
    return Optional.empty();
  }
}
