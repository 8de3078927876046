package cn.bidui.cli;

import cn.bidui.batch.Cases;
import cn.bidui.batch.EvidenceRows;
import cn.bidui.batch.NightOrder;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.normalize.ListRecord;
import cn.bidui.report.forms.Dossier;
import cn.bidui.report.forms.Dossiers;
import cn.bidui.report.forms.Ids;
import cn.bidui.report.forms.Letterhead;
import cn.bidui.report.forms.Rows;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** What forms are put together from after a night: its publication, and what people said since. */
final class FormFolder {

  private final JournalState state;
  private final Archive archive;
  private final Published night;
  private final NightOrder order;
  private final CaseBook cases;

  /**
   * A folder with all that was said up to {@code today}.
   *
   * @param today the day on which it is asked for: what was said after the night stands in it
   */
  FormFolder(
      JournalState state, Archive archive, Published night, NightOrder order, LocalDate today) {
    this.state = state;
    this.archive = archive;
    this.night = night;
    this.order = order;
    this.cases = new Cases(state, archive).now(order.job().cases(), today);
  }

  Letterhead letterhead() {
    return new Letterhead(order.settings().unit(), night.asOf());
  }

  /** The findings of the last publication that there can be forms about. */
  List<LedgerFinding> tonight() throws IOException {
    return PublishedFindings.latest(state, archive).stream()
        .filter(entry -> entry.state() != FindingState.RESOLVED)
        .filter(entry -> Dossiers.concerns(entry.finding()))
        .toList();
  }

  /**
   * All findings of the case that {@code id} names, or to which the finding of that id belongs, as
   * they were published last; empty if there is none.
   */
  List<LedgerFinding> named(String id) throws IOException {
    Optional<CaseFile> known = CaseDesk.find(cases, id);
    SortedSet<String> wanted = new TreeSet<>(known.map(CaseFile::findings).orElseGet(TreeSet::new));
    if (wanted.isEmpty()) {
      wanted.add(id);
    }
    List<LedgerFinding> found = new ArrayList<>();
    for (String finding : wanted) {
      PublishedFindings.find(finding, state, archive).ifPresent(found::add);
    }
    return found;
  }

  /** The dossiers of {@code findings}, with the rows that they rest on read again. */
  List<Dossier> dossiers(List<LedgerFinding> findings, Ids ids) {
    List<RowRef> places =
        findings.stream()
            .flatMap(entry -> entry.finding().evidence().stream())
            .distinct()
            .filter(place -> archive.holds(place.file().sha256()))
            .toList();
    EvidenceRows rows = EvidenceRows.read(places, archive, state, order.profiles());
    return Dossiers.of(
        findings, new Dossiers.Sources(cases, duties(), state.answers(), new Again(rows), ids));
  }

  private Duties duties() {
    return new Cases(state, archive).duties();
  }

  /** Rows read again from the archive. */
  private record Again(EvidenceRows rows) implements Rows {
    @Override
    public <T extends ListRecord> Optional<T> record(Finding finding, Class<T> type) {
      Function<RowRef, ListRecord> read = place -> rows.table(place).record(rows.row(place));
      return finding.evidence().stream()
          .filter(rows::has)
          .map(read)
          .filter(type::isInstance)
          .map(type::cast)
          .map(Objects::requireNonNull)
          .findFirst();
    }
  }
}
